import { defineRule } from '../../../engine/rule';
import { caseName, changesFolder, repeatedNames } from '../../../facts/acctest/caseNames';
import { acctest } from '../../../facts/acctest/tests';
import type { Read } from '../../../facts/core/database';
import { isDirectory } from '../../../facts/core/files';
import { dirname, join } from '../../../facts/core/paths';

export default defineRule({
	summary: 'Every acceptance test of a package has a name of its own',
	title: 'Test case name repeated',
	titles: { path: 'Test case name with slash' },
	severity: 'warning',
	severities: { path: 'error' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/acctest/pluginacc.go',
	messages: {
		repeated: '{count} test cases of the package are named `{name}`, so one overwrites the log and the template that another leaves when it fails.',
		path: '`{name}` has a slash, so `TestPlugin` looks for a folder to write `{name}.pkr.hcl` to. Use another character.',
	},

	*check(read) {
		for (const [first, ...others] of read(repeatedNames)) {
			if (first === undefined) continue;
			yield {
				at: first.place,
				message: 'repeated',
				data: { name: first.value, count: String(others.length + 1) },
				related: others.map(({ place }) => ({ at: place, message: 'The same name' })),
			};
		}
	},

	on: {
		in: 'tests',
		importing: acctest,
		expressions: {
			composite({ read, scope }, _, x) {
				const said = caseName(read, scope, x);
				if (!said?.value.includes('/') || changesFolder(read, scope) || hasFolders(read, scope.path, said.value)) return undefined;
				return [{ at: said.place, message: 'path' as const, data: { name: said.value } }];
			},
		},
	},
});

/** Whether the repository has the folders in which a test case of a name with a slash writes its template and its log. */
const hasFolders = (read: Read, path: string, name: string): boolean =>
	[name, `packer_log_${name}`].every(file => {
		const dir = join(dirname(path), dirname(file));
		return dir !== undefined && read(isDirectory, dir);
	});
