import type { Fact } from '../../facts/core/database';
import { packageSources } from '../../facts/core/otherModules';
import { goMod } from '../../facts/plugin/module';
import type { GoFile } from '../../syntax/go/file';
import { readOutline } from '../../syntax/go/outline/read';

/** The files that may declare a type of another module, by `path\0name`, where its package's sources have been handed in: such a package may have thousands. */
export const elsewhere: Fact<readonly GoFile[] | undefined, string> = (read, key) => {
	const [path, name] = key.split('\0', 2) as [string, string];
	const declares = new RegExp(`\\btype(?:\\s*[(/]|\\s+${name}(?![\\w\\u0080-\\uffff]))`);
	return read(packageSources, path)
		?.filter(source => declares.test(source))
		.map(source => readOutline(source).file);
};

/** Where in the Go module cache a package of another module may lie, the likeliest first; relative to `go env GOMODCACHE`. */
export const cachePaths: Fact<readonly string[], string> = (read, path) =>
	(read(goMod)?.requires ?? [])
		.filter(required => path === required.path || path.startsWith(`${required.path}/`))
		.sort((a, b) => b.path.length - a.path.length)
		.map(({ path: module, version }) => escaped(`${module}@${version}`) + escaped(path.slice(module.length)));

/** A path as the module cache writes it (golang.org/x/mod/module EscapePath): it tells no capitals from small letters. */
const escaped = (path: string) => path.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`);
