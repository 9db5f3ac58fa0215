import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readinessWorkflow } from '../../server/src/scaffold/repository/readiness';
import type { Grammars } from '../../server/src/syntax/grammars';
import { cli, Disk } from '../cli/fake';
import { acme, at } from '../cli/plugins';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { some } from '../support/some';
import { txtar } from '../support/txtar';
import { actionOf } from './compositeAction';
import { recipe, recipes } from './page';

interface Workflow {
	readonly jobs: Readonly<Record<string, { readonly steps: ReadonlyArray<{ readonly uses?: string; readonly with?: Readonly<Record<string, string>> }> }>>;
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const page = readFileSync('docs/recipes.md', 'utf8');

let loaded: Grammars;
before(async () => {
	loaded = await grammars();
});

describe('the page of recipes', () => {
	it('names the version of this program everywhere', () => {
		const named = [...page.matchAll(/(?:packer-plugin-readiness@v|download\/v|packer-plugin-readiness-|rev: v)(\d+\.\d+\.\d+)/g)].map(([, found]) => found);
		for (const found of some(named)) assert.equal(found, version);
	});

	it('has workflows that give the action only inputs that it has', () => {
		const { inputs } = actionOf('.');
		const steps = recipes()
			.filter(({ heading }) => heading === 'GitHub Actions')
			.flatMap(({ text }) => Object.values((parse(text) as Workflow).jobs).flatMap(job => job.steps));
		const given = steps.flatMap(step => (step.uses?.startsWith('packer-plugin-readiness/') ? Object.keys(step.with ?? {}) : []));
		for (const name of some(given)) assert.ok(name in inputs, name);
	});

	it('lists every input of the action with its default', () => {
		for (const [name, { default: value }] of some(Object.entries(actionOf('.').inputs)))
			assert.match(page, new RegExp(`^\\| \`${name}\` \\| ${value ? `\`${value.replace('.', '\\.')}\` ` : ''}\\|`, 'm'), name);
	});

	it('shows the workflow that the program writes', () => {
		const made = readinessWorkflow(plugin(txtar(acme), loaded).get, version);
		assert.ok('files' in made);
		assert.deepEqual(
			made.files.map(({ text }) => text),
			[recipe('GitHub Actions')],
		);
	});

	it('names hooks that pre-commit finds', () => {
		const hooks = (parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id);
		const { repos } = parse(recipe('pre-commit')) as { repos: { hooks: { id: string }[] }[] };
		for (const { id } of some(repos.flatMap(repo => repo.hooks))) assert.ok(hooks.includes(id), id);
	});
});

describe('the workflow that the program writes', () => {
	const refusal = (...more: (readonly [string, string])[]) => {
		const made = readinessWorkflow(plugin(new Map([...txtar(acme), ...more]), loaded).get, '1.2.3');
		return 'refused' in made ? made.refused : undefined;
	};

	it('is written once, and is all that changes', async () => {
		const disk = new Disk(at('/w/acme', acme));
		const { status, out, err } = await cli('workflow acme', disk);
		assert.deepEqual([status, out, err], [0, 'acme/.github/workflows/packer-readiness.yml\n', 'Next: commit and push it\n']);
		assert.match(disk.text('/w/acme/.github/workflows/packer-readiness.yml') ?? '', /uses: packer-plugin-readiness\/packer-plugin-readiness@v/);
		const again = await cli('workflow acme', disk);
		assert.deepEqual([again.status, again.out], [2, '']);
		assert.match(again.err, /already checks the plugin/);
	});

	it('is written by hand where the plugin is in a folder of its repository', () =>
		assert.match(refusal(['repository', 'subdirectory: tools/packer\n']) ?? '', /is in folder tools\/packer of its repository.*`directory: tools\/packer`/));

	it('is not written beside one that runs the program', () =>
		assert.equal(
			refusal(['.github/workflows/lint.yml', 'on: push\njobs:\n  a:\n    steps:\n      - run: npx packer-plugin-readiness check\n']),
			'.github/workflows/lint.yml already checks the plugin.',
		));

	it('is not written over a file', () =>
		assert.equal(refusal(['.github/workflows/packer-readiness.yml', 'on: push\n']), '.github/workflows/packer-readiness.yml already exists.'));
});
