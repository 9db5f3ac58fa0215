import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Rule } from '../server/src/engine/rule';
import { headings } from './support/page';
import { sourceHosts } from './support/rules';

const contributing = readFileSync('CONTRIBUTING.md', 'utf8').replace(/^ {3}/gm, '');
const block = (fence: string, lang: string) => new RegExp(`^${fence}${lang}\n([\\s\\S]*?)^${fence}$`, 'm').exec(contributing)?.[1] ?? '';

describe('the rule that CONTRIBUTING.md shows', () => {
	const page = block('````', 'md');

	it('does what its page says', async () => {
		const { rule, Engine, apply, afterOf, compare, editsOf, examples, findingsOf, grammars, open, textsOf } = await built(block('```', 'ts'));
		const engine = new Engine({ 'docs/my-rule': rule });
		const loaded = await grammars();
		const [example] = examples(page, 'Reported');
		assert.ok(example?.after);
		const { db, wants, texts } = open(example.files, loaded);
		const found = findingsOf(engine, db);
		compare(found, wants, texts);
		apply(
			db,
			found.flatMap(finding => editsOf(db, finding)),
		);
		assert.deepEqual(textsOf(db), new Map([...texts, ...afterOf(example.after).texts]));
		const [unreported] = examples(page, 'Not reported');
		assert.ok(unreported);
		assert.deepEqual(findingsOf(engine, open(unreported.files, loaded).db), []);
	});

	it('has a page as rules have', async () => {
		const { rule } = await built(block('```', 'ts'));
		assert.deepEqual(headings(page), ['Why', 'Reported', 'Not reported', 'When to turn it off']);
		assert.ok(page.startsWith(`# docs/my-rule\n\n${rule.summary}.\n\nChecklist item: ${rule.item}.\n\n## Why\n`));
		assert.ok(sourceHosts.includes(new URL(rule.source).host));
	});

	it('stands beside all the hosts that a source may have', () =>
		assert.ok(contributing.replace(/\s+/g, ' ').includes(`an https address at ${sourceHosts.join(', ')}.`)));
});

/** A path in the repository, as an import has it. */
const here = (path: string) => resolve(path).replaceAll('\\', '/');

const support = ['compare', 'fixed', 'grammars', 'page'] as const;
type Built = typeof import('../server/src/engine/check') &
	typeof import('./support/compare') &
	typeof import('./support/fixed') &
	typeof import('./support/grammars') &
	typeof import('./support/page') & { rule: Rule };

/** The rule, built as if it stood in a folder of its own, with what tests it: both must know the same facts. */
async function built(source: string): Promise<Built> {
	const folder = here('out/contributing');
	mkdirSync(folder, { recursive: true });
	writeFileSync(`${folder}/rule.ts`, source.replaceAll("'../../../", `'${here('server/src')}/`));
	const contents = [
		`export { default as rule } from '${folder}/rule';`,
		`export { Engine } from '${here('server/src/engine/check')}';`,
		...support.map(name => `export * from '${here(`test/support/${name}`)}';`),
	].join('\n');
	const outfile = `${folder}/rule.mjs`;
	try {
		await build({ stdin: { contents, loader: 'ts', resolveDir: folder }, bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile });
		return (await import(pathToFileURL(outfile).href)) as Built;
	} finally {
		rmSync(folder, { recursive: true });
	}
}
