import type { Fact } from '../../facts/database';
import { packageSources } from '../../facts/generated/inputs';
import { grammars } from '../../facts/inputs';
import { goMod } from '../../facts/module';
import type { GoFile } from '../../syntax/go/file';
import { parseGo } from '../../syntax/go/parse';

/** The files of a package of another module, where its sources have been handed in. */
export const elsewhere: Fact<readonly GoFile[] | undefined, string> = (read, path) => {
	const loaded = read(grammars);
	return loaded && read(packageSources, path)?.map(source => parseGo(loaded.go, source).file);
};

/** Where in the Go module cache a package of another module may lie, the likeliest first; relative to `go env GOMODCACHE`. */
export const cachePaths: Fact<readonly string[], string> = (read, path) =>
	(read(goMod)?.requires ?? [])
		.filter(required => path === required.path || path.startsWith(`${required.path}/`))
		.sort((a, b) => b.path.length - a.path.length)
		.map(({ path: module, version }) => escaped(`${module}@${version}`) + escaped(path.slice(module.length)));

/** A path as the module cache writes it (golang.org/x/mod/module EscapePath): it tells no capitals from small letters. */
const escaped = (path: string) => path.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`);
