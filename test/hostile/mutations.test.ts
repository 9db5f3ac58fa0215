import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { broken, type Files } from './holds';
import { minimized } from './minimize';
import { mutated } from './mutate';
import { original } from './original';
import { Random } from './random';

/** Where plugins that failed are kept, as the files that differ from the original. They are tried again from then on. */
const kept = 'test/hostile/kept';
/** How long `npm run attack` goes on, in minutes; otherwise a number of plugins is tried. */
const minutes = Number(process.env.ATTACK_MINUTES ?? 0);
const most = 120;

describe('hostile: plugins changed at random', () => {
	const start = original();
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	it('the original holds', async () => assert.equal(await broken(start, start, loaded), undefined));

	it('those that once failed hold', async () => {
		const names = existsSync(kept) ? readdirSync(kept).filter(file => file.endsWith('.json')) : [];
		const failing: string[] = [];
		for (const name of names) {
			const why = await broken(read(join(kept, name), start), start, loaded);
			if (why !== undefined) failing.push(`${name}: ${why}`);
		}
		assert.deepEqual(failing, []);
	});

	const seed = Number(process.env.ATTACK_SEED ?? (minutes > 0 ? Date.now() % 1_000_000_000 : 1));
	it(`${minutes > 0 ? `those of ${minutes} minutes` : `${most} of them`} hold, from seed ${seed}`, async () => {
		const end = Date.now() + minutes * 60_000;
		let tried = 0;
		for (; minutes > 0 ? Date.now() < end : tried < most; tried++) {
			const files = changed(start, new Random(seed + tried));
			const why = await broken(files, start, loaded);
			if (why === undefined) continue;
			const small = await minimized(files, start, async candidate => (await broken(candidate, start, loaded)) !== undefined);
			const file = keep(small, start, seed + tried);
			assert.fail(`Seed ${seed + tried}, kept as ${file}: ${await broken(small, start, loaded)}`);
		}
		assert.ok(tried > 0);
		if (minutes > 0) console.log(`      ${tried} plugins`);
	}).timeout(minutes * 60_000 + 600_000);
});

/** A plugin with some files changed, moved, removed or swapped. */
function changed(before: Files, random: Random): Files {
	const files = new Map(before);
	const paths = [...before.keys()].filter(path => path !== 'repository');
	for (let left = 1 + random.below(3); left > 0; left--) {
		const path = random.of(paths);
		const text = files.get(path) ?? '';
		const what = random.below(12);
		if (what === 0) files.delete(path);
		else if (what === 1) files.set(random.of(paths), text);
		else if (what === 2)
			files.set(path.replace(/[^/]*$/, random.of(['con.go', 'a b.mdx', '\n::error::x.go', '__proto__', '😀.go', 'x_test.go', 'README.md'])), text);
		else files.set(path, mutated(text, random));
	}
	return files;
}

/** A plugin that was kept. */
function read(file: string, before: Files): Files {
	const files = new Map(before);
	for (const [path, text] of Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | null>)) {
		if (text === null) files.delete(path);
		else files.set(path, text);
	}
	return files;
}

function keep(files: Files, before: Files, seed: number): string {
	const paths = [...new Set([...files.keys(), ...before.keys()])].filter(path => files.get(path) !== before.get(path));
	mkdirSync(kept, { recursive: true });
	const file = join(kept, `${seed}.json`);
	writeFileSync(file, `${JSON.stringify(Object.fromEntries(paths.map(path => [path, files.get(path) ?? null])), null, '\t')}\n`);
	return file;
}
