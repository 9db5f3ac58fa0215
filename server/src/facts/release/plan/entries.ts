import { get, items } from '../../../syntax/yaml/lookup';
import { basename, join } from '../../core/paths';
import type { Asset, PlannedArchive } from './asset';
import type { Binary } from './builds';
import type { Making } from './making';
import { isOn, templateAt, textOf } from './option';

const standard = ['license*', 'LICENSE*', 'readme*', 'README*', 'changelog*', 'CHANGELOG*'];

/** What an archive holds: the binaries, and the other files where those are known (internal/archivefiles). */
export function entriesOf(making: Making, archive: PlannedArchive, group: readonly Binary[], wrap: string): Pick<Asset, 'binaries' | 'files'> {
	const put = (path: string) => (join(wrap, path) ?? path).replaceAll('\\', '/');
	const binaries = group.map(binary => ({ entry: put(archive.bare ? basename(binary.name) : binary.name) || (archive.bare ? '.' : ''), binary }));
	const files = filesOf(making, archive);
	return { binaries, files: files && [...new Set(files.map(put))].sort() };
}

function filesOf(making: Making, archive: PlannedArchive): readonly string[] | undefined {
	const listed = items(get(archive.node, 'files'));
	if (listed.length === 0) return collected(standard.map(pattern => making.conditions.glob(pattern)));
	return collected(
		listed.map(item => {
			const said = templateAt(making.path, item.kind === 'map' ? get(item, 'src') : item);
			const pattern = said && making.text(said, 'general', {});
			const found = pattern === undefined ? undefined : making.conditions.glob(pattern);
			if (said !== undefined && pattern !== undefined && found?.length === 0 && !/[*?[{]/.test(pattern)) {
				// A hook may make what is not there yet.
				if (making.conditions.hooks) return undefined;
				making.stop({
					said: `failed to find files to archive: globbing failed for pattern ${pattern}`,
					place: said.place,
				});
			}
			if (item.kind !== 'map' || found === undefined) return found;
			const to = textOf(item, 'dst');
			if (isOn(item, 'strip_parent')) return found.map(file => join(to ?? '', basename(file)) ?? file);
			return to === undefined || found.length === 0 ? found : undefined;
		}),
	);
}

function collected(all: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
	return all.some(found => found === undefined) ? undefined : all.flatMap(found => found ?? []);
}
