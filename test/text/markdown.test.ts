import assert from 'node:assert/strict';
import { codeSpan, inMarkdown } from '../../server/src/text/markdown';

/** Texts, and how Markdown has them (CommonMark 0.31, "Code spans" and "Backslash escapes"). */
const texts: ReadonlyArray<readonly [text: string, markdown: string]> = [
	['Use `a_b|c` here_', 'Use `a_b\\|c` here\\_'],
	['`<img>[x](y)``, and more', '\\`\\<img\\>\\[x\\](y)\\`\\`, and more'],
	['``<b>`', '\\`\\`\\<b\\>\\`'],
	['one ` and <i>', 'one \\` and \\<i\\>'],
	['two\nlines', 'two lines'],
];
const codes: ReadonlyArray<readonly [text: string, markdown: string]> = [
	['plain', '`plain`'],
	['a`b', '`` a`b ``'],
	['<img>``', '``` <img>`` ```'],
	['`', '`` ` ``'],
	['a|b', '`a\\|b`'],
];

describe('Markdown that shows a text', () => {
	for (const [text, markdown] of texts) it(`shows ${JSON.stringify(text)} as it is`, () => assert.equal(inMarkdown(text), markdown));
	for (const [text, markdown] of codes) it(`shows ${JSON.stringify(text)} as code`, () => assert.equal(codeSpan(text), markdown));
});
