import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fixAll } from '../../server/src/cli/fix/rounds';
import { Engine } from '../../server/src/engine/check';
import { defaultSettings } from '../../server/src/engine/settings';
import { apply, editsOf, findingsOf, textsOf } from '../support/fixed';
import { grammars } from '../support/grammars';
import { examples, open } from '../support/page';
import { allRules, ids, pageOf } from '../support/rules';
import { some } from '../support/some';

describe('Go files that fixes leave, by the real gofmt', function () {
	this.timeout(5 * 60_000);
	const folder = mkdtempSync(join(tmpdir(), 'fixes-'));
	after(() => rmSync(folder, { recursive: true, force: true }));

	it('can be parsed, and are formatted where they were before', async function () {
		if (spawnSync('gofmt', ['-h'], { stdio: 'ignore' }).error) {
			console.log('      skipped: there is no Go');
			return this.skip();
		}
		const pairs = await changed();
		for (const [i, { before, now }] of some(pairs).entries()) {
			write(join('before', `${i}.go`), before);
			write(join('now', `${i}.go`), now);
		}
		const was = gofmt('before');
		const is = gofmt('now');
		assert.equal(is.errors, '', 'files that cannot be parsed');
		const named = (name: string) => `${pairs[Number(/(\d+)\.go$/.exec(name)?.[1])]?.name}: ${name}`;
		assert.deepEqual(is.unformatted.filter(name => !was.unformatted.includes(name)).map(named), []);
	});

	function write(path: string, text: string): void {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}

	function gofmt(dir: string): { unformatted: string[]; errors: string } {
		const { stdout, stderr } = spawnSync('gofmt', ['-l', '-e', '.'], { cwd: join(folder, dir), encoding: 'utf8' });
		return { unformatted: stdout.split('\n').filter(line => line !== ''), errors: stderr };
	}
});

/** The Go files that fixes change or make in the examples of the pages, each alone, and the safe ones of all rules together. */
async function changed(): Promise<Array<{ name: string; before: string; now: string }>> {
	const loaded = await grammars();
	const everything = new Engine(allRules);
	const found: Array<{ name: string; before: string; now: string }> = [];
	for (const id of ids)
		for (const { files } of examples(pageOf(id), 'Reported')) {
			const { db, texts } = open(files, loaded);
			const keep = (now: ReadonlyMap<string, string>) => {
				for (const [path, text] of now)
					if (path.endsWith('.go') && text !== texts.get(path)) found.push({ name: `${id} ${path}`, before: texts.get(path) ?? 'package p\n', now: text });
			};
			const fixable = findingsOf(new Engine({ [id]: allRules[id] as (typeof allRules)[string] }), db).filter(({ fix }) => fix !== undefined);
			for (const finding of fixable) {
				const edits = editsOf(db, finding);
				const { db: fresh } = open(files, loaded);
				apply(fresh, edits);
				keep(textsOf(fresh));
			}
			await fixAll(everything, db, defaultSettings, async () => true);
			keep(textsOf(db));
		}
	return found;
}
