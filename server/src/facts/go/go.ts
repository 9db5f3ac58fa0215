import type { GoFile } from '../../syntax/go/file';
import { isBrokenGo, parseGo } from '../../syntax/go/parse';
import type { NodeSpans, Parsed } from '../../text/nodes';
import type { Fact, Read } from '../core/database';
import { filesIn, filesUnder, text } from '../core/files';
import { file, grammars } from '../core/inputs';
import { dirname } from '../core/paths';

/** Above this a Go file is taken for generated data and not parsed: nobody writes configuration structs in it, and the editor must not wait. */
const largest = 2_000_000;

/** The text of a Go file that is to be parsed, in the object that stands for it as it is now. */
export function sourceOf(read: Read, path: string): { readonly text: string } | undefined {
	const state = read(file, path);
	return state !== undefined && 'text' in state && state.text.length <= largest ? state : undefined;
}

/** A Go file parsed; undefined where there is none, or it is too large. */
const goParse: Fact<Parsed<GoFile> | undefined, string> = (read, path) => {
	const source = sourceOf(read, path);
	const loaded = read(grammars);
	if (source === undefined || loaded === undefined) return undefined;
	const parsed = parseGo(loaded.go, source.text);
	loaded.go.broken.set(source, parsed.file.problems.length > 0);
	return parsed;
};

/** What a Go file says, without its comments and with nodes in the place of offsets: equal after an edit to a comment. */
export const goFile: Fact<GoFile | undefined, string> = (read, path) => read(goParse, path)?.file;

/** Whether a Go file cannot be built as it stands: its syntax is broken, or it has no package clause. Most files are asked nothing else. */
export const isBroken: Fact<boolean, string> = (read, path) => {
	const source = sourceOf(read, path);
	const loaded = read(grammars);
	if (source === undefined || loaded === undefined) return false;
	if (read(packageClause, path) === undefined) return true;
	if (readAnyway.some(word => source.text.includes(word))) return (read(goFile, path)?.problems.length ?? 0) > 0;
	const broken = loaded.go.broken.get(source) ?? isBrokenGo(loaded.go, source.text);
	loaded.go.broken.set(source, broken);
	return broken;
};

/** What some rule asks more of than whether it is broken, so that it is parsed once whoever asks first. A wrong guess costs time and nothing else. */
const readAnyway = ['//go:generate', '.PluginTestCase{', '.NewSet('];

/** Whether a file of a package is broken: what the package lacks may stand where it could not be read. */
export const isBrokenPackage: Fact<boolean, string> = (read, dir) => read(goSourcesIn, dir).some(path => read(isBroken, path));

/** Where the nodes of a Go file stand. For the engine; a rule names nodes. */
export const goSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(goParse, path)?.spans;

/** The files that packer-sdc makes beside a file with configuration structs. */
export const isHcl2Spec = (path: string): boolean => path.endsWith('.hcl2spec.go');

/** The Go files of the module that are built into the plugin: no tests, nothing below a folder that `go build ./...` skips. */
export const goSources: Fact<readonly string[]> = read => read(goPaths).filter(path => isSource(path) && !read(ignored, path));

/** The Go test files of the module. */
export const goTests: Fact<readonly string[]> = read => read(goPaths).filter(path => path.endsWith('_test.go'));

/** The hcl2spec files of the module. */
export const hcl2Specs: Fact<readonly string[]> = read => read(goPaths).filter(isHcl2Spec);

/** The Go source files directly in a directory, without tests and hcl2spec files. */
export const goSourcesIn: Fact<readonly string[], string> = (read, dir) =>
	skipped.test(`${dir}/`)
		? []
		: read(filesIn, dir)
				.filter(name => !/^[._]/.test(name))
				.map(name => (dir === '' ? name : `${dir}/${name}`))
				.filter(path => isSource(path) && !read(ignored, path));

/** The name in a Go file's package clause, without parsing the file; undefined where it has none. */
export const packageClause: Fact<string | undefined, string> = (read, path) =>
	/^(?:\ufeff|[^\n]*\*\/)?[ \t]*package[ \t]+([\p{L}_][\p{L}\d_]*)/mu.exec(read(text, path) ?? '')?.[1];

/** Whether a Go file has a word in it, by `path\0word`: a file that has not need not be parsed to look for it. */
export const mentions: Fact<boolean, string> = (read, key) => {
	const [path, word] = key.split('\0', 2) as [string, string];
	return read(text, path)?.includes(word) ?? false;
};

const goPaths: Fact<readonly string[]> = read => {
	const nested = read(nestedModules);
	return read(filesUnder, '').filter(path => path.endsWith('.go') && !skipped.test(path) && !nested.some(dir => path.startsWith(`${dir}/`)));
};

/** The directories below the root with a go.mod of their own: other modules, such as `tools/`. */
export const nestedModules: Fact<readonly string[]> = read =>
	read(filesUnder, '')
		.filter(path => path.endsWith('/go.mod'))
		.map(dirname);

/** Whether a file is left out of every build: `//go:build ignore`, or `tools` as for files that only list tools. */
const ignored: Fact<boolean, string> = (read, path) =>
	/^(?:\/\/go:build|\/\/ \+build)[ \t]+(?:ignore|tools?)[ \t]*\r?$/m.test((read(text, path) ?? '').slice(0, 4096));

/** What the go command leaves out of `./...`. */
const skipped = /(?:^|\/)(?:[._]|testdata\/|vendor\/)/;

const isSource = (path: string) => path.endsWith('.go') && !path.endsWith('_test.go') && !isHcl2Spec(path);
