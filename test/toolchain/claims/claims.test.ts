import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Engine } from '../../../server/src/engine/check';
import type { Database } from '../../../server/src/facts/core/database';
import { generation } from '../../../server/src/generate/command';
import { addComponent } from '../../../server/src/scaffold/component';
import { fresh, made, write } from '../../scaffold/support';
import { apply, editsOf, findingsOf, textsOf } from '../../support/fixed';
import { grammars } from '../../support/grammars';
import { plugin } from '../../support/plugin';
import { allRules } from '../../support/rules';
import { some } from '../../support/some';
import { packer } from '../packer';
import { type Claim, claims, type Outcome } from './claims';

describe('what rules say that Packer does, by the real Packer', function () {
	this.timeout(15 * 60_000);
	const folder = mkdtempSync(join(tmpdir(), 'claims-'));
	const root = join(folder, 'packer-plugin-acme');
	const engine = new Engine(allRules);
	const real = packer();
	let texts: ReadonlyMap<string, string> = new Map();
	let withDatasource: ReadonlyMap<string, string> = new Map();
	after(() => rmSync(folder, { recursive: true, force: true }));

	before(async () => {
		if ('reason' in real) console.log(`      skipped: ${real.reason}`);
		const db = fresh({ name: 'acme', owner: 'acme' }, await grammars());
		texts = textsOf(db);
		write(db, made(addComponent(db.get, 'datasource', 'info')));
		withDatasource = textsOf(db);
	});

	it('is nothing of a new plugin', function () {
		if ('reason' in real) return this.skip();
		assert.deepEqual(seen('build', texts).problems({ succeeds: true, prints: 'images/example-acme.img', left: 'images/example-acme.img' }), []);
	});

	for (const claim of some(claims))
		it(`${claim.rule}: ${claim.says}`, async function () {
			const db = plugin(changedBy(claim), await grammars());
			regenerate(db);
			const changed = textsOf(db);
			const found = findingsOf(engine, db).filter(({ rule, message }) => rule === claim.rule && message.includes(claim.says));
			assert.equal(found.length, 1, 'the rule says so');
			const [finding] = found;
			assert.equal(claim.fixed === undefined || finding?.fix !== undefined, true, 'there is a fix');
			if ('reason' in real) return this.skip();
			assert.deepEqual(seen(claim.run, changed).problems(claim.outcome), []);
			if (claim.fixed === undefined || finding === undefined) return;
			apply(db, editsOf(db, finding));
			regenerate(db);
			assert.deepEqual(seen(claim.run, textsOf(db)).problems(claim.fixed), [], 'after the fix');
		});

	/** Writes what packer-sdc generates of the changed sources. */
	function regenerate(db: Database): void {
		for (const { path, text } of generation(db.get).writes) db.setFile(path, { text });
	}

	function changedBy({ change, template, datasource, example }: Claim): Map<string, string> {
		const changed = new Map(datasource ? withDatasource : texts);
		const inExample = example === undefined ? [] : [['example/datasource-info.pkr.hcl', ...example] as const];
		for (const [path, from, to] of [...some(change), ...inExample]) {
			const before = changed.get(path) ?? '';
			assert.equal(before.split(from).length, 2, `${path} has once: ${from}`);
			changed.set(
				path,
				before.replace(from, () => to),
			);
		}
		if (template !== undefined) changed.set('example/builder-acme.pkr.hcl', template);
		return changed;
	}

	/** Builds the plugin, installs it, and runs Packer with its example. */
	function seen(command: Claim['run'], files: ReadonlyMap<string, string>) {
		rmSync(root, { recursive: true, force: true });
		for (const [path, text] of files) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		const run = (program: string, ...args: string[]) =>
			spawnSync(program, args, {
				cwd: root,
				encoding: 'utf8',
				env: { ...process.env, GOFLAGS: '', CHECKPOINT_DISABLE: '1', PACKER_PLUGIN_PATH: join(folder, 'plugins'), PACKER_CONFIG_DIR: folder },
			});
		const program = 'program' in real ? (real.program === 'packer' ? 'packer' : resolve(real.program)) : '';
		for (const [name, ...args] of [
			['go', 'build', '-o', 'packer-plugin-acme', '.'],
			[program, 'plugins', 'install', '--force', '--path', 'packer-plugin-acme', 'github.com/acme/acme'],
		] as const) {
			const { status, stdout, stderr } = run(name, ...args);
			assert.equal(status, 0, `${args.join(' ')}: ${stdout}${stderr}`);
		}
		const { status, stdout, stderr } = run(program, command, 'example');
		const output = `${stdout}${stderr}`;
		return {
			problems: ({ succeeds, prints = '', hides, left }: Outcome) => [
				...((status === 0) === succeeds ? [] : [`packer ${command} ended with ${status}: ${output}`]),
				...(output.includes(prints) ? [] : [`it does not print ${prints}: ${output}`]),
				...(hides === undefined || !output.includes(hides) ? [] : [`it prints ${hides}: ${output}`]),
				...(left === undefined || existsSync(join(root, left)) ? [] : [`it does not leave ${left}: ${output}`]),
			],
		};
	}
});
