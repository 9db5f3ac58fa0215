import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { goFile } from '../go/file';
import { importPaths } from '../go/packages';
import { goSourcesIn } from '../go/sources';
import { coreModule, directoryOf, sdkModule } from '../plugin/module';
import { foreign } from './templates';

/** The package of the SDK that runs acceptance tests. */
export const acctest = `${sdkModule}/acctest`;

/** The packages that run Packer on a template: the SDK's, what came before it, and Terratest's. */
const testPackages = [acctest, `${coreModule}/acctest`, `${coreModule}/helper/builder/testing`, 'github.com/gruntwork-io/terratest/modules/packer'];

/** The test files that run acceptance tests: they use the SDK's acctest or its like, ask for PACKER_ACC, run `packer build`, or are named as acceptance tests. */
export const acceptanceTests: Fact<readonly string[]> = read =>
	read(filesUnder, '').filter(path => path.endsWith('_test.go') && !foreign.test(path) && !skipped.test(path) && read(isAcceptanceTest, path));

/** What the go command leaves out of `./...`; a folder with a go.mod of its own may hold tests of the plugin. */
const skipped = /(?:^|\/)(?:[._]|testdata\/)/;

const isAcceptanceTest: Fact<boolean, string> = (read, path) => runsPacker(read, path) || asksForVariable(read, path) || read(isNamedSo, path);

/** Whether a test file has Packer run templates, itself or through a package of helpers in this module. */
export function runsPacker(read: Read, path: string): boolean {
	if (read(importPaths, path).some(isTestPackage)) return true;
	return buildCommand.test(read(text, path) ?? '') || helpersOf(read, path).some(file => read(importPaths, file).some(isTestPackage));
}

const isTestPackage = (imported: string) => testPackages.some(own => imported === own || imported.startsWith(`${own}/`));

const asksForVariable = (read: Read, path: string) => [path, ...helpersOf(read, path)].some(file => /\bPACKER_ACC\b/.test(read(text, file) ?? ''));

/** The files of the packages of this module that a test imports: of those that only tests would import, by their names. */
function helpersOf(read: Read, path: string): readonly string[] {
	const dirs = read(importPaths, path).flatMap(imported =>
		/acc|test|e2e|integration/i.test(imported.slice(imported.lastIndexOf('/') + 1)) ? (read(directoryOf, imported) ?? []) : [],
	);
	return dirs.flatMap(dir => read(goSourcesIn, dir));
}

/** `exec.Command("packer", …)`, or with a variable of such a name; the plugin's own binary is another program. */
const buildCommand = /\bexec\.Command(?:Context)?\([^)\n]*\bpacker(?!-|_?plugin)/i;

/** Whether the file or one of its tests is named as acceptance tests are: `builder_acc_test.go`, `TestAccBuilder`. */
const isNamedSo: Fact<boolean, string> = (read, path) => {
	const tests = (read(goFile, path)?.functions ?? []).filter(({ name, receiver }) => receiver === undefined && name.startsWith('Test'));
	return (
		tests.some(({ name }) => /^Test(?:\w+?_)?Acc(?:eptance)?(?=[A-Z_\d]|$)/.test(name)) ||
		(tests.length > 0 && /(?:^|[_/])acc(?:eptance)?_test\.go$/.test(path))
	);
};
