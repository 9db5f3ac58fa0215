import { nodes } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { exists, isDirectory } from '../core/files';
import { dirname, join } from '../core/paths';
import { isGitIgnored } from '../generated/ignored';
import { goFile } from '../go/file';
import { goTests } from '../go/sources';

/** A file that a test embeds and that is not there. */
export interface LostEmbed {
	readonly pattern: string;
	/** The variable that it is embedded in. */
	readonly place: Place;
}

const lostIn: Fact<readonly LostEmbed[], string> = (read, path) =>
	(read(goFile, path)?.constrained === false ? (read(goFile, path)?.values ?? []) : []).flatMap(({ decl, directives }) =>
		directives
			.filter(line => line.startsWith('//go:embed '))
			.flatMap(line => line.slice('//go:embed '.length).match(/"[^"]*"|`[^`]*`|\S+/g) ?? [])
			.map(word => word.replace(/^["`]|["`]$/g, '').replace(/^all:/, ''))
			.flatMap(pattern => {
				const file = /[*?[\\]/.test(pattern) ? undefined : join(dirname(path), pattern);
				const known = file === undefined || file === '' || read(exists, file) || read(isDirectory, file) || read(isGitIgnored, file);
				return known ? [] : [{ pattern, place: at(path, nodes.value.name, decl) }];
			}),
	);

/** The files that tests embed and that are not there; what git ignores may be made elsewhere. */
export const lostEmbeds: Fact<readonly LostEmbed[]> = read => read(goTests).flatMap(path => read(lostIn, path));
