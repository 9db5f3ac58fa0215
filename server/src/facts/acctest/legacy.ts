import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { goTests } from '../go/sources';
import { coreModule } from '../plugin/module';

/** The packages of Packer that run a component within a test: those from before plugins had tests of their own. */
const legacy: readonly string[] = [`${coreModule}/helper/builder/testing`, `${coreModule}/acctest`];

/** The imports of tests by which they run components without Packer: the path of each, and where it stands. */
export const legacyImports: Fact<ReadonlyArray<{ readonly path: string; readonly place: Place }>> = read =>
	read(goTests).flatMap(file =>
		read(importPaths, file).some(path => legacy.includes(path))
			? (read(goFile, file)?.imports ?? []).flatMap(({ path, pathNode }) => (legacy.includes(path) ? [{ path, place: at(file, pathNode) }] : []))
			: [],
	);
