import assert from 'node:assert/strict';
import { pageView } from '../../server/src/pages/view';
import { ids, pageOf } from '../support/rules';
import { some } from '../support/some';

const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\`\n`;
const page = (why: string, reported: string) =>
	`# demo/rule\n\nFiles are right.\n\nChecklist item: develop-and-test.\n\n## Why\n\n${why}\n\n## Reported\n\n${reported}\n\n## Not reported\n\n${fence('txtar', '-- a.md --\n## Why not')}\n## When to turn it off\n\nNever.\n`;
const example = `${fence('txtar', '-- go.mod --\nmodule x\n-- a.go --\npackage a\n\nvar x = 1 // want error "wrong" at "1" fix safe')}\nThe fix leaves:\n\n${fence('txtar', '-- a.go --\npackage a\n\nvar x = 2')}`;

describe('a rule’s page in an editor', () => {
	it('shows a short before and after first, and the long examples folded below', () => {
		assert.equal(
			pageView('demo/rule', page('Because.', example)),
			[
				'# demo/rule',
				'**Files are right.**',
				'Checklist item: develop-and-test.',
				'`a.go`',
				fence('diff', ' package a\n \n-var x = 1\n+var x = 2').trim(),
				'## Why\n\nBecause.',
				'## When to turn it off\n\nNever.',
				`<details>\n<summary>Examples that are reported</summary>\n\n${example.trim()}\n\n</details>`,
				`<details>\n<summary>Examples that are not reported</summary>\n\n${fence('txtar', '-- a.md --\n## Why not').trim()}\n\n</details>`,
				'[This page on the web](https://github.com/packer-plugin-readiness/packer-plugin-readiness/blob/main/server/src/rules/demo/rule/README.md)\n',
			].join('\n\n'),
		);
	});

	it('takes the change that its author shows, where there is one', () => {
		const shown = fence('diff', '-a\n+b').trim();
		const view = pageView('demo/rule', page(`Because.\n\n${shown}`, example));
		assert.ok(view.indexOf(shown) < view.indexOf('## Why'));
		assert.equal(view.split('```diff').length, 2);
	});

	it('shows a file that is made, and cuts long ones off', () => {
		const long = Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n');
		const view = pageView(
			'demo/rule',
			page('Because.', `${fence('txtar', '-- go.mod --\nmodule x // want error "no file" at "x"')}\nIt leaves:\n\n${fence('txtar', `-- b.md --\n${long}`)}`),
		);
		assert.match(view, /`b\.md`\n\n```diff\n\+line 0\n(?:\+line \d+\n){19} …\n```/);
	});

	it('survives pages that are built otherwise', () => {
		for (const text of ['', '# x', '## Why', 'x\r\n## Reported\r\n```txtar\r\n', '## Why\n\n```diff\n'])
			assert.match(pageView('x/y', text), /This page on the web/);
	});

	for (const id of some(ids))
		it(`shows a before and after of ${id}: its first fix, or a diff under "Why"`, () => {
			const [, change] = /```diff\n([\s\S]*?)\n```/.exec(pageView(id, pageOf(id))) ?? [];
			assert.match(change ?? '', /^[+-]/m, `put a fence \`\`\`diff with a few lines under "Why" in server/src/rules/${id}/README.md`);
			assert.doesNotMatch(change ?? '', /\bwant (?:error|warning|info)\b/);
		});
});
