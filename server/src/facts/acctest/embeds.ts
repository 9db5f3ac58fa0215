import { nodes } from '../../syntax/go/file';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { exists, filesUnder, isDirectory, text } from '../core/files';
import { basename, dirname, join } from '../core/paths';
import { isGitIgnored } from '../generated/ignored';
import { constrained } from '../go/condition';
import { goFile } from '../go/file';
import { goTests } from '../go/sources';

/** A file that a test embeds and that is not there. */
export interface LostEmbed {
	readonly pattern: string;
	/** The variable that it is embedded in. */
	readonly place: Place;
}

const lostIn: Fact<readonly LostEmbed[], string> = (read, path) =>
	valuesIn(read, path).flatMap(({ decl, directives }) =>
		directives
			.filter(line => line.startsWith('//go:embed '))
			.flatMap(line => line.slice('//go:embed '.length).match(/"[^"]*"|`[^`]*`|\S+/g) ?? [])
			.map(word => word.replace(/^["`]|["`]$/g, '').replace(/^all:/, ''))
			.flatMap(pattern => {
				const file = /[*?[\\]/.test(pattern) ? undefined : join(dirname(path), pattern);
				if (file === undefined || file === '' || unseen.test(`${file}/`)) return [];
				const known = read(exists, file) || read(isDirectory, file) || read(isGitIgnored, file) || isMadeElsewhere(read, file);
				return known ? [] : [{ pattern, place: at(path, nodes.value.name, decl) }];
			}),
	);

/** The package variables and constants of a test file that is built on all platforms. */
function valuesIn(read: Read, path: string) {
	const file = read(goFile, path);
	return file === undefined || constrained(path, file) ? [] : file.values;
}

/** Folders that we do not look into. */
const unseen = /(?:^|\/)(?:vendor|node_modules|dist|\.[^/]+)\//;

/** Whether a file may be made before the tests, by a task, a script, a workflow or `go generate` that names it, or is in a git submodule. */
function isMadeElsewhere(read: Read, file: string): boolean {
	const modules = [...(read(text, '.gitmodules') ?? '').matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)].map(([, path]) => `${path}/`);
	if (modules.some(dir => file.startsWith(dir))) return true;
	const name = basename(file);
	return read(filesUnder, '').some(path => {
		if (!tasks.test(path)) return false;
		const source = read(text, path) ?? '';
		if (!path.endsWith('.go')) return source.includes(name);
		return source.includes(name) && source.split('\n').some(line => line.startsWith('//go:generate') && line.includes(name));
	});
}

const tasks = /(?:^|\/)(?:GNU)?[Mm]akefile$|\.(?:mk|sh|ps1|ya?ml|go)$/;

/** The files that tests embed and that are not there; what git ignores may be made elsewhere. */
export const lostEmbeds: Fact<readonly LostEmbed[]> = read => read(goTests).flatMap(path => read(lostIn, path));
