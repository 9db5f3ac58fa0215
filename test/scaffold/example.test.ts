import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { Engine } from '../../server/src/engine/check';
import type { Database } from '../../server/src/facts/core/database';
import { rules } from '../../server/src/rules/index';
import { some } from '../support/some';
import { example, fix } from './example';

const tour = readFileSync('examples/README.md', 'utf8');

/** The findings as `path rule`, each once: a rule may have more than one to say of a file. */
const found = (db: Database, severities = ['error', 'warning', 'info']) =>
	[...new Set(new Engine(rules).check(db.get).findings.flatMap(f => (severities.includes(f.severity) ? [`${f.path} ${f.rule}`] : [])))].sort();

const words = 'None One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen'.split(' ');

/** The rows of the tour, which were written by hand. */
const rows = [...tour.matchAll(/^\| (.+?) \| `([^`]+)` \| \[([\w-]+\/[\w-]+)\]\(([^)]+)\) \| (.+?) \|$/gm)].map(
	([, wrong = '', path = '', rule = '', page = '', otherwise = '']) => ({ wrong, path, rule, page, otherwise }),
);

describe('examples/packer-plugin-parcel', () => {
	it('has the defects of its tour, and no others', async () =>
		assert.deepEqual(found(await example()), rows.map(({ path, rule }) => `${path} ${rule}`).sort()));

	it('shows at least a defect of each area, except support: its files would be at the root of the repository', () => {
		const areas = new Set(rows.map(({ rule }) => rule.split('/')[0]));
		for (const area of ['license', 'module', 'repo', 'main', 'component', 'config', 'security', 'docs', 'webdocs', 'acctest', 'release', 'ci'])
			assert.ok(areas.has(area), area);
	});

	it('names rules that are there, by their pages', () => {
		for (const { rule, page } of some(rows)) {
			assert.equal(page, `../server/src/rules/${rule}/README.md`);
			assert.ok(existsSync(join('examples', page)), page);
		}
	});

	it('has no more errors or warnings in a clone of this project’s repository, which is named as a plugin is and has another owner', async () => {
		const clone = await example({ origin: { owner: 'packer-plugin-readiness', name: 'packer-plugin-readiness' }, tags: ['v0.1.0'] });
		assert.deepEqual(found(clone, ['error', 'warning']), found(await example()));
	});

	it('builds once its safe fixes are made: what is left wants a decision', async () => {
		const db = await example();
		for (let round = 0; round < 3; round++) fix(db);
		const offered = ['license/not-mpl', 'repo/scaffolding-leftover', 'component/name-repeats-plugin', 'docs/component-page-missing', 'acctest/no-check'];
		assert.deepEqual(
			found(db),
			rows
				.filter(({ rule }) => offered.includes(rule))
				.map(({ path, rule }) => `${path} ${rule}`)
				.sort(),
		);
		assert.match(tour, new RegExp(`${words[rows.length - offered.length]} of these have a safe fix`));
	});
});
