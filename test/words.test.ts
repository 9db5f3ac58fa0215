import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { none } from './words/none';
import { everywhere, type Term, toPeople, unwanted } from './words/terms';

// How texts and names read, in every file: American spelling, and words that readers need to read once. What rules say is in wording.test.ts.
// A word that is wrongly refused goes to `theirs` in test/words/terms.ts.

/** The texts below a folder; what tests downloaded and what programs generated is not ours. */
function below(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name.startsWith('.') || /^(?:node_modules|fixtures)$/.test(entry.name) ? [] : below(path);
		return /\.(?:ts|mjs|cjs|md|json)$/.test(path) && !/package-lock|\/sdk\/\w+\.json$/.test(path) ? [path] : [];
	});
}

const files = [
	...['client', 'server', 'test', 'scripts', 'docs', 'schemas', 'snippets', 'examples'].flatMap(below),
	...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package.json', 'esbuild.mjs'],
].filter(path => !path.startsWith('test/words') && path !== 'docs/facts.md'); // its lines are those of the facts

/** What a file has of terms that it must not have. */
const found = (path: string, terms: readonly Term[]): string[] =>
	readFileSync(path, 'utf8')
		.replace(/<!-- rules:[\s\S]*<!-- \/rules -->/, table => table.replace(/[^\n]+/g, '')) // its lines are those of the rules
		.split('\n')
		.flatMap((line, i) => unwanted(path, line, terms).map(what => `${path}:${i + 1}: ${what}`));

describe('words', () => {
	it('are of every file', () => {
		assert.ok(files.length > 500);
		for (const path of ['client/src/extension.ts', 'server/src/cli/program.ts', 'test/architecture.test.ts', 'README.md'])
			assert.ok(files.includes(path), path);
	});

	it('are American and plain, in texts, comments and names', () => {
		none(files.flatMap(path => found(path, everywhere)));
	});

	it('of names of files are American and plain', () => {
		none(files.flatMap(path => unwanted('', path, everywhere).map(what => `${path}: ${what}`)));
	});

	it('of pages have straight quotes and no exclamation marks', () => {
		const pages = files.filter(path => path.endsWith('.md'));
		/** Without fences, comments and inline code. */
		const prose = (path: string) => readFileSync(path, 'utf8').replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$|`[^`\n]*`|<!--[\s\S]*?-->|!(?=\[)/gm, '');
		none(pages.flatMap(path => unwanted(path, prose(path), toPeople.slice(0, 2)).map(what => `${path}: ${what}`)));
	});

	it('that are unwanted are found', () => {
		const cases = [
			['const coloured = 1;', 'colour'],
			['const leftOvers = 1;', 'leftOvers'],
			['Mend the file', 'Mend'],
			['that is no plugin', 'is no'],
			['what is none', 'is none'],
			['a LICENCE file', 'LICENCE'],
			['it initialises', 'initialises'],
		] as const;
		for (const [line, what] of cases) assert.match(unwanted('a.ts', line, everywhere).join(), new RegExp(`^"${what}" → `));
		for (const line of ['there is no file', 'is no longer read', 'recommend', 'LSPErrorCodes.RequestCancelled', 'organism', 'a promise', 'the analyses'])
			assert.deepEqual(unwanted('a.ts', line, everywhere), [], line);
		assert.deepEqual(unwanted('server/src/facts/license/license.ts', 'a LICENCE file', everywhere), []);
	});
});
