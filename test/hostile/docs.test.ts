import assert from 'node:assert/strict';
import { checker } from './checker';
import { original } from './original';

/** What a page of five megabytes repeats. */
const units = [
	'<Tabs>\n<Tab heading="a">\n',
	'```hcl\n',
	'<A',
	"@include '",
	'---\n',
	'[a](/docs/builders/a.mdx) ',
	'/builders/',
	'<!--',
	'import a from "b"\n',
	'- [ ] > ',
];

describe('hostile: long pages', () => {
	const check = checker();
	const page = 'docs/builders/crate.mdx';

	for (const unit of units)
		it(`a page of five megabytes of ${JSON.stringify(unit)} is checked`, () => {
			const text = `---\npage_title: A\n---\n${unit.repeat(Math.ceil(5_000_000 / unit.length))}`;
			const report = check(new Map(original()).set(page, text).set('docs/README.md', text));
			assert.deepEqual(report.failures, []);
		}).timeout(120_000);
});
