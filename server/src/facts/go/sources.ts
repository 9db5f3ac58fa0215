import type { Fact } from '../core/database';
import { filesIn, filesUnder, text } from '../core/files';
import { dirname } from '../core/paths';

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
