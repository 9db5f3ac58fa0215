import type { Place } from '../../text/place';
import { at } from '../../text/place';
import type { Fact } from '../core/database';
import { goFile } from '../go/file';
import { goSources } from '../go/sources';
import { coreModule } from './module';

/** An import of one of Packer's own packages. */
export interface CoreImport {
	readonly importPath: string;
	/** The path in quotes. */
	readonly place: Place;
}

/** The imports of Packer's own packages in what is built into the plugin. */
export const coreImports: Fact<readonly CoreImport[]> = read =>
	read(goSources).flatMap(path =>
		(read(goFile, path)?.imports ?? []).filter(i => i.path.startsWith(`${coreModule}/`)).map(i => ({ importPath: i.path, place: at(path, i.pathNode) })),
	);
