import { defineRule } from '../../../engine/rule';
import { acceptanceTests } from '../../../facts/acctest/tests';
import { checking, runsOnChanges } from '../../../facts/ci/checking';
import { freePath, testWorkflow } from '../../../facts/ci/newChecks';
import { repository } from '../../../facts/core/inputs';
import { goTests } from '../../../facts/go/sources';
import { anchor } from '../../../facts/plugin/anchor';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'A workflow runs the tests for each change',
	title: 'No workflow runs tests',
	titles: { seldom: 'Tests run for releases only' },
	severity: 'warning',
	severities: { seldom: 'info' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/tree/main/.github/workflows',
	messages: {
		missing: 'No workflow runs `go test`, so pull requests are merged without the tests of the plugin.',
		seldom: 'The workflow runs the tests neither for pull requests nor for pushes to a branch.',
	},

	*check(read) {
		const acceptance = read(acceptanceTests);
		// Acceptance tests need an account, which a workflow need not have.
		if (!read(isPlugin) || read(repository).subdirectory !== '' || !read(goTests).some(path => !acceptance.includes(path))) return;
		const { tests, testedByHooks, unknown } = read(checking);
		if (unknown || testedByHooks || tests.some(runsOnChanges)) return;
		const [first] = tests;
		if (first !== undefined) {
			yield { at: first.triggers[0]?.place ?? at(first.path), message: 'seldom' };
			return;
		}
		const path = freePath(read, 'test');
		yield {
			at: read(anchor),
			message: 'missing',
			...(path === undefined ? {} : { fix: { title: `Create ${path}`, kind: 'offer' as const, edits: [create(path, testWorkflow())] } }),
		};
	},
});
