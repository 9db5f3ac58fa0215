import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Derive = (root: string, options: { check: boolean }) => Promise<{ stale: string[]; exported?: { rules: Record<string, unknown> } }>;

const setting = { type: 'object', additionalProperties: { type: 'string' } };
const files = {
	'package.json': JSON.stringify({ name: 'x', contributes: { configuration: { properties: { 'packerReadiness.rules': setting } } } }),
	'README.md': 'Before\n<!-- rules: written -->\n<!-- /rules -->\nAfter\n',
	'server/src/facts/readiness/nearest.ts': 'export const nearest = () => undefined;\n',
	'server/src/facts/readiness/settings.ts': "export const severities = ['error', 'off'];\nexport const targets = ['partner'];\n",
	'server/src/generate/made.ts': 'export type Nothing = undefined;\n',
	'server/src/facts/docs/pages.ts': [
		"import type { Fact } from '../core/database';",
		'/** The pages, sorted. Their order is that of people. */',
		'export const pages: Fact<readonly string[]> = read => read(all).sort();',
		'/**',
		' * What a page says | of itself;',
		' * undefined if it is missing.',
		' */',
		'export const page: Fact<(x: number) => string | undefined, string> = (read, path) => read(text, path);',
		'',
	].join('\n'),
};
const rule = (summary: string) => `export default { summary: '${summary}', severity: 'warning', item: 'support-plan' };\n`;

describe('files that follow from others', () => {
	let root: string;
	let derive: Derive;
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	const read = (path: string) => readFileSync(join(root, path), 'utf8');

	beforeEach(async () => {
		({ derive } = (await import(pathToFileURL('scripts/derived.mjs').href)) as { derive: Derive });
		root = mkdtempSync(join(tmpdir(), 'derived-'));
		for (const [path, text] of Object.entries(files)) write(path, text);
		write('server/src/rules/docs/some-page/rule.ts', rule('There is a page'));
	});
	afterEach(() => rmSync(root, { recursive: true }));

	it('are written at once, and then are up to date', async () => {
		const { stale, exported } = await derive(root, { check: false });
		assert.deepEqual(
			stale.map(sentence => sentence.split(' ')[0]),
			[
				'server/src/rules/index.ts',
				'server/src/facts/readiness/ruleIds.ts',
				'docs/facts.md',
				'README.md',
				'server/src/facts/readiness/ruleOptions.ts',
				'package.json',
				'schemas/packer-readiness.schema.json',
			],
		);
		assert.deepEqual(Object.keys(exported?.rules ?? {}), ['docs/some-page']);
		assert.match(read('server/src/rules/index.ts'), /^import docsSomePage from '\.\/docs\/some-page\/rule';\n[\s\S]*^\t'docs\/some-page': docsSomePage,$/m);
		assert.match(read('server/src/facts/readiness/ruleIds.ts'), /^\t'docs\/some-page',$/m);
		assert.match(
			read('README.md'),
			/^Before\n[\s\S]*^\| \[docs\/some-page\]\(server\/src\/rules\/docs\/some-page\/README\.md\) \| warning \| support-plan \| There is a page \|\n\n<!-- \/rules -->\nAfter$/m,
		);
		assert.deepEqual(JSON.parse(read('package.json')), {
			name: 'x',
			contributes: {
				configuration: {
					properties: {
						'packerReadiness.rules': {
							type: 'object',
							additionalProperties: false,
							properties: { 'docs/some-page': { type: 'string', enum: ['error', 'off'], description: 'There is a page.' } },
						},
					},
				},
			},
		});
		assert.deepEqual((await derive(root, { check: true })).stale, []);
	});

	it('list each fact with its key and its first sentence', async () => {
		await derive(root, { check: false });
		assert.match(
			read('docs/facts.md'),
			/^## facts\/docs\n\n.*\n.*\n\| \[`pages`\]\(\.\.\/server\/src\/facts\/docs\/pages\.ts\) \| {2}\| The pages, sorted\. \|$/m,
		);
		assert.match(read('docs/facts.md'), /^\| \[`page`\]\(.*\) \| path \| What a page says \\\| of itself; undefined if it is missing\. \|$/m);
		write('server/src/facts/docs/silent.ts', 'export const silent: Fact<string> = read => read(text);\n');
		await assert.rejects(derive(root, { check: false }), /silent\.ts: the fact silent has no sentence/);
	});

	it('are named where one is out of date and must not be written, with what it lacks', async () => {
		await derive(root, { check: false });
		write('server/src/rules/docs/other-page/rule.ts', rule('There is another'));
		const had = read('server/src/rules/index.ts');
		const { stale, exported } = await derive(root, { check: true });
		assert.equal(exported, undefined);
		assert.match(stale[0] ?? '', /^server\/src\/rules\/index\.ts is out of date.*\n {4}\+ import docsOtherPage from/);
		assert.match(stale[1] ?? '', /^server\/src\/facts\/readiness\/ruleIds\.ts is out of date.*\n {4}\+ \t'docs\/other-page',$/);
		assert.equal(stale.length, 2);
		assert.equal(read('server/src/rules/index.ts'), had);
	});

	it('are named where what a rule says has changed', async () => {
		await derive(root, { check: false });
		write('server/src/rules/docs/some-page/rule.ts', rule('There are pages'));
		const { stale } = await derive(root, { check: true });
		assert.deepEqual(
			stale.map(sentence => sentence.split(' ')[0]),
			['README.md', 'package.json', 'schemas/packer-readiness.schema.json'],
		);
		assert.match(stale[0] ?? '', /\n {4}\+ .*There are pages.*\n {4}- .*There is a page/);
	});
});
