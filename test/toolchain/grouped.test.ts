import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Engine } from '../../server/src/engine/check';
import { apply, editsOf, findingsOf, textsOf } from '../support/fixed';
import { grammars } from '../support/grammars';
import { examples, open } from '../support/page';
import { allRules, pageOf } from '../support/rules';
import { packerSdc } from './sdc';

describe('types in a group, by the real struct-markdown', function () {
	this.timeout(5 * 60_000);
	const root = join(mkdtempSync(join(tmpdir(), 'grouped-')), 'packer-plugin-acme');
	const sdc = packerSdc('v0.6.10');
	const id = 'config/grouped-type';
	const [example] = examples(pageOf(id), 'Reported');
	before(() => {
		if ('reason' in sdc) console.log(`      skipped: ${sdc.reason}`);
	});
	after(() => rmSync(dirname(root), { recursive: true, force: true }));

	it('are read up to the first one, and all of them after the fix, with these partials', async function () {
		if ('reason' in sdc || example === undefined) return this.skip();
		const { db, texts } = open(example.files, await grammars());
		lay(texts);
		run(join(sdc.folder, 'packer-sdc'), 'struct-markdown', join(root, 'box/config.go'));
		const written = (name: string) => existsSync(join(root, 'docs-partials/box', name));
		assert.deepEqual(['Config-not-required.mdx', 'Disk-required.mdx', 'Access-not-required.mdx'].map(written), [true, false, false]);

		const [finding] = findingsOf(new Engine({ [id]: allRules[id] as (typeof allRules)[string] }), db);
		assert.ok(finding);
		apply(db, editsOf(db, finding));
		const fixed = textsOf(db);
		lay(fixed);
		run(join(sdc.folder, 'packer-sdc'), 'struct-markdown', join(root, 'box/config.go'));
		const partials = [...fixed.keys()].filter(path => path.startsWith('docs-partials/'));
		assert.ok(partials.includes('docs-partials/box/Disk-required.mdx'));
		assert.deepEqual(
			partials.filter(path => readFileSync(join(root, path), 'utf8') !== fixed.get(path)),
			[],
		);
		assert.equal(run('gofmt', '-l', join(root, 'box/config.go')), '');
	});

	function lay(texts: ReadonlyMap<string, string>): void {
		rmSync(root, { recursive: true, force: true });
		for (const [path, text] of texts) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
	}

	function run(program: string, ...args: string[]): string {
		const { status, stdout, stderr } = spawnSync(program, args, { cwd: join(root, 'box'), encoding: 'utf8', env: { ...process.env, GOFILE: 'config.go' } });
		assert.equal(status, 0, stderr);
		return stdout;
	}
});
