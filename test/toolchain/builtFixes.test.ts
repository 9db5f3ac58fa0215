import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixAll } from '../../server/src/cli/fix/rounds';
import { Engine } from '../../server/src/engine/check';
import { defaultSettings } from '../../server/src/engine/settings';
import { addComponent } from '../../server/src/scaffold/component';
import { fresh, made, write } from '../scaffold/support';
import { apply, editsOf, findingsOf, textsOf } from '../support/fixed';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { allRules } from '../support/rules';
import { some } from '../support/some';
import { type Mutation, mutations } from './mutations';
import { generate, packerSdc, type Sdc } from './sdc';

/** How the plugin is after a change and the safe fixes, `repaired` where the change had broken it; and whether the real `go generate` breaks it then, as a finding says. */
const expected: Readonly<Record<string, readonly ['compiles' | 'repaired' | 'is still broken', generate?: 'go generate breaks it']>> = {
	nothing: ['compiles'],
	'deleted spec': ['repaired'],
	'struct taken out of a directive': ['compiles'],
	'configuration taken out of a directive': ['compiles'],
	'deleted directive': ['compiles'],
	'deleted directive and spec': ['repaired'],
	'added field': ['compiles'],
	'added block': ['compiles'],
	'added block with a spec by hand': ['compiles'],
	'renamed attribute': ['compiles'],
	'directive moved to another file': ['compiles', 'go generate breaks it'],
	'directive twice': ['compiles', 'go generate breaks it'],
	'spec kept under another name': ['compiles', 'go generate breaks it'],
	'code in a spec': ['compiles', 'go generate breaks it'],
	'required attribute by hand': ['compiles'],
	'old spec': ['compiles'],
	'no ConfigSpec': ['is still broken'],
	'no version': ['repaired'],
};

describe('a plugin that was changed, after the safe fixes, by the real Go', function () {
	this.timeout(15 * 60_000);
	const folder = mkdtempSync(join(tmpdir(), 'built-'));
	const root = join(folder, 'packer-plugin-acme');
	let texts: ReadonlyMap<string, string> = new Map();
	let obstacle: string | undefined;
	let sdc: Sdc = { reason: 'it was not asked for' };
	const engine = new Engine(allRules);
	after(() => rmSync(folder, { recursive: true, force: true }));

	before(async () => {
		const db = fresh({ name: 'acme', owner: 'acme-inc' }, await grammars());
		write(db, made(addComponent(db.get, 'datasource', 'import')));
		texts = textsOf(db);
		lay(texts);
		obstacle = spawnSync('go', ['version']).status !== 0 ? 'there is no Go' : vet() === '' ? undefined : 'its modules cannot be had';
		if (obstacle === undefined) sdc = packerSdc('v0.6.10');
		const reason = obstacle ?? ('reason' in sdc ? sdc.reason : undefined);
		if (reason !== undefined) console.log(`      skipped: ${reason}`);
	});

	it('is known of each change', () => assert.deepEqual(Object.keys(mutations), Object.keys(expected)));

	for (const [name, [outcome, generating = '']] of some(Object.entries(expected)))
		it(`${name}: ${outcome}`, async function () {
			if (obstacle !== undefined) return this.skip();
			lay(texts);
			assert.ok((mutations[name] as Mutation)(root), 'there is nothing to change');
			const before = vet();
			const db = plugin(read(), await grammars());
			const { changes, settled } = await fixAll(engine, db, defaultSettings, async () => true);
			assert.ok(settled, 'fixes go on for ever');
			const fixed = read();
			for (const { path, after } of changes) fixed.set(path, after ?? '');
			for (const { path, after } of changes) if (after === undefined) fixed.delete(path);
			lay(fixed);
			const now = vet();
			assert.equal(now === '' ? (before === '' ? 'compiles' : 'repaired') : 'is still broken', outcome, `${before}\n=>\n${now}`);
			const broken: string[] = [];
			for (const finding of now === '' ? findingsOf(engine, db).filter(({ fix }) => fix?.kind === 'offer') : []) {
				const offered = plugin(fixed, await grammars());
				apply(offered, editsOf(db, finding));
				lay(textsOf(offered));
				const said = vet();
				if (said !== '') broken.push(`${finding.rule}: ${finding.fix?.title}: ${said}`);
			}
			assert.deepEqual(broken, [], 'what fixes that are offered break');
			if ('reason' in sdc || now !== '') return;
			lay(fixed);
			generate(root, sdc);
			assert.equal(vet() === '' ? '' : 'go generate breaks it', generating);
			const written = changes.map(({ path }) => path).filter(path => path.endsWith('.hcl2spec.go'));
			const real = read();
			assert.deepEqual(
				written.filter(path => real.get(path) !== fixed.get(path)),
				[],
				'go generate writes them otherwise',
			);
		});

	function writeFile(path: string, text: string): void {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}

	function lay(files: ReadonlyMap<string, string>): void {
		rmSync(root, { recursive: true, force: true });
		for (const [path, text] of files) writeFile(path, text);
	}

	/** The files of the plugin as they are on disk. */
	function read(): Map<string, string> {
		const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
		return new Map(
			paths.map(entry => join(entry.parentPath, entry.name)).map(path => [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
		);
	}

	/** What go vet, which compiles too, complains of; empty if there is nothing. */
	function vet(): string {
		const { status, stderr } = spawnSync('go', ['vet', './...'], { cwd: root, encoding: 'utf8', env: { ...process.env, GOFLAGS: '' } });
		return status === 0 ? '' : stderr;
	}
});
