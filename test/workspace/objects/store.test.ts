import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { objects } from '../../../server/src/node/objects';
import { MemoryFileSystem } from '../../../server/src/workspace/memory';
import { applyDelta } from '../../../server/src/workspace/objects/delta';
import { largestObject } from '../../../server/src/workspace/objects/object';
import { ObjectStore } from '../../../server/src/workspace/objects/store';
import { filesOfTree } from '../../../server/src/workspace/objects/tree';
import { deltaCopy, deltaOf, deltaSize, MadeRepository } from '../../support/gitObjects';
import { some } from '../../support/some';

const git = { own: '/r/.git', common: '/r/.git', subdirectory: '' };
const storeOf = (made: MadeRepository, more: Record<string, string | Uint8Array> = {}) =>
	ObjectStore.of(new MemoryFileSystem({ ...made.below('/r'), ...more }), git, objects);
const textOf = async (store: ObjectStore, id: string) => Buffer.from((await store.read(id)).bytes).toString();
const refused = (why: string, id: string) => ({ name: 'UnreadObject', message: `object ${id} ${why}` });

describe("git's deltas", () => {
	const bytes = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 300, maxLength: 70_000, size: 'max' }));

	it('make of a base what they were made for', () => {
		fc.assert(
			fc.property(bytes, bytes, bytes, (head, middle, tail) => {
				const [base, target] = [Buffer.concat([head, tail]), Buffer.concat([head, middle, tail])];
				assert.ok(Buffer.from(target).equals(applyDelta(base, deltaOf(base, target), () => true) as Uint8Array));
				assert.ok(Buffer.from(base).equals(applyDelta(target, deltaOf(target, base), () => true) as Uint8Array));
			}),
			{ numRuns: 50 },
		);
	});

	it('never make more than they may, and never break', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), fc.uint8Array({ maxLength: 60 }), (base, delta) => {
				const made = applyDelta(base, delta, size => size <= 1000);
				assert.ok(typeof made === 'string' || made.length <= 1000);
			}),
		);
	});

	const base = Buffer.from('0123456789');
	for (const [name, delta, says] of [
		['another base', deltaOf(Buffer.from('012345678'), base), 'damaged'],
		['a stretch behind the base', Buffer.concat([deltaSize(10), deltaSize(10), deltaCopy(5, 10)]), 'damaged'],
		['less than it says', Buffer.concat([deltaSize(10), deltaSize(10), deltaCopy(0, 9)]), 'damaged'],
		['more than it says', Buffer.concat([deltaSize(10), deltaSize(3), deltaCopy(0, 9)]), 'damaged'],
		['an unknown instruction', Buffer.concat([deltaSize(10), deltaSize(1), Buffer.from([0])]), 'damaged'],
		['a text that ends early', Buffer.concat([deltaSize(10), deltaSize(9), Buffer.from([9, 65])]), 'damaged'],
		['a size without end', Buffer.concat([deltaSize(10), Buffer.alloc(40, 0xff)]), 'large'],
	] as const)
		it(`are refused: ${name}`, () =>
			assert.equal(
				applyDelta(base, delta, size => size < 1000),
				says,
			));
});

describe("git's objects", () => {
	for (const algorithm of ['sha1', 'sha256'] as const) {
		it(`are read where they are loose, packed or deltas: ${algorithm}`, async () => {
			const made = new MadeRepository(algorithm);
			const texts = [
				'one\n',
				'two\n',
				`${'long line\n'.repeat(9000)}`,
				`${'long line\n'.repeat(9000)}and more\n`,
				`first\n${'long line\n'.repeat(9000)}and more\n`,
			];
			const ids = texts.map(text => made.object('blob', text));
			const [loose, packed, whole, near, named] = ids as [string, string, string, string, string];
			const content = (id: string) => (made.objects.get(id) as { bytes: Buffer }).bytes;
			made.pack([
				{ id: whole, type: 'blob', bytes: content(whole) },
				{ id: packed, type: 'blob', bytes: content(packed) },
				{ id: near, base: 0, bytes: deltaOf(content(whole), content(near)) },
				{ id: named, base: near, bytes: deltaOf(content(near), content(named)) },
			]);
			assert.ok(`objects/${loose.slice(0, 2)}/${loose.slice(2)}` in made.files);
			const store = await storeOf(made);
			assert.deepEqual(await Promise.all(ids.map(id => textOf(store, id))), texts);
		});
	}

	it('are found by the beginning of their names, in packs and loose', async () => {
		const made = new MadeRepository();
		const ids = Array.from({ length: 300 }, (_, i) => made.object('blob', `${i}`));
		made.pack(ids.slice(0, 150).map(id => ({ id, type: 'blob', bytes: (made.objects.get(id) as { bytes: Buffer }).bytes })));
		const store = await storeOf(made);
		assert.deepEqual(
			await Promise.all(ids.map(id => store.startingWith(id.slice(0, 12)))),
			ids.map(id => [id]),
		);
		const shared = ids.map(id => id.slice(0, 2)).find((head, i, all) => all.indexOf(head) !== i) as string;
		assert.equal((await store.startingWith(shared)).length, 2);
		assert.deepEqual(await store.startingWith('f'.repeat(12)), []);
	});

	it('are missing where they are not, and where a pack is cut off or no pack', async () => {
		const made = new MadeRepository();
		const id = made.object('blob', 'text');
		const other = 'b'.repeat(40);
		await assert.rejects((await storeOf(made)).read(other), refused('is missing', other));
		made.pack();
		for (const index of [Buffer.alloc(0), Buffer.alloc(2000), (made.files[`objects/pack/pack-${'a'.repeat(40)}.idx`] as Buffer).subarray(0, -60)]) {
			const store = await storeOf(made, { [`/r/.git/objects/pack/pack-${'a'.repeat(40)}.idx`]: index });
			await assert.rejects(store.read(id), refused('is missing', id));
		}
	});

	it('are damaged where they are not what their name says', async () => {
		const made = new MadeRepository();
		const id = made.object('blob', 'text');
		const path = `/r/.git/objects/${id.slice(0, 2)}/${id.slice(2)}`;
		for (const content of [
			deflateSync('blob 5\0other'),
			deflateSync('blob 9\0text'),
			deflateSync('blub 4\0text'),
			Buffer.from('no zlib'),
			deflateSync('blob 4\0text').subarray(0, 8),
		])
			await assert.rejects((await storeOf(made, { [path]: content })).read(id), refused('is damaged', id));
	});

	it('are too large where they would take all memory: a loose one, a packed one, a delta, and deltas together', async () => {
		const zeros = Buffer.alloc(largestObject + 100);
		const made = new MadeRepository();
		const big = made.object('blob', zeros);
		await assert.rejects((await storeOf(made)).read(big), refused('is too large', big));
		const claimed = 'c'.repeat(40);
		const bomb = 'd'.repeat(40);
		const base = made.object('blob', zeros.subarray(0, 1_000_000));
		made.pack([
			{ id: claimed, type: 'blob', bytes: Buffer.from('x'), size: 2 ** 40 },
			{ id: base, type: 'blob', bytes: zeros.subarray(0, 1_000_000) },
			{ id: bomb, base: 1, bytes: Buffer.concat([deltaSize(1_000_000), deltaSize(20_000_000), ...Array.from({ length: 20 }, () => deltaCopy(0, 1_000_000))]) },
		]);
		const store = await storeOf(made);
		await assert.rejects(store.read(claimed), refused('is too large', claimed));
		await assert.rejects(store.read(bomb), refused('is too large', bomb));
		const size = 16_000_000;
		const many = new MadeRepository();
		const ids = Array.from({ length: 40 }, (_, i) => i.toString(16).padStart(40, '0'));
		const same = Buffer.concat([deltaSize(size), deltaSize(size), deltaCopy(0, size - 1), deltaCopy(0, 1)]);
		many.pack(ids.map((id, i) => (i === 0 ? { id, type: 'blob', bytes: zeros.subarray(0, size) } : { id, base: i - 1, bytes: same })));
		await assert.rejects((await storeOf(many)).read(ids[39] as string), refused('is too large', ids[39] as string));
	});

	it('are damaged where deltas go round in circles, lead before the pack, or lie too deep', async () => {
		const made = new MadeRepository();
		const [a, b, before, far] = ['a', 'b', 'c', 'd'].map(digit => digit.repeat(40)) as [string, string, string, string];
		const delta = Buffer.concat([deltaSize(1), deltaSize(1), deltaCopy(0, 1)]);
		const ids = Array.from({ length: 4200 }, (_, i) => (i + 1).toString(16).padStart(40, '0'));
		made.pack([
			{ id: a, base: b, bytes: delta },
			{ id: b, base: a, bytes: delta },
			{ id: before, base: 0, back: 1_000_000, bytes: delta },
			{ id: far, type: 'blob', bytes: Buffer.from('x') },
			...ids.map((id, i) => ({ id, base: i === 0 ? 3 : i + 3, bytes: delta })),
		]);
		const store = await storeOf(made);
		for (const id of [a, b, before, ids.at(-1) as string]) await assert.rejects(store.read(id), refused('is damaged', id));
	});

	it('are damaged where two packs lead to each other', async () => {
		const made = new MadeRepository();
		const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
		const delta = Buffer.concat([deltaSize(1), deltaSize(1), deltaCopy(0, 1)]);
		made.pack([{ id: a, base: b, bytes: delta }], '1'.repeat(40));
		made.pack([{ id: b, base: a, bytes: delta }], '2'.repeat(40));
		await assert.rejects((await storeOf(made)).read(a), { name: 'UnreadObject', message: /is damaged$/ });
	});

	it('never break the reader, whatever a pack holds', async () => {
		const made = new MadeRepository();
		const ids = ['one', 'two', 'three'].map(text => made.object('blob', text.repeat(50)));
		made.pack();
		const [pack, index] = ['pack', 'idx'].map(end => made.files[`objects/pack/pack-${'a'.repeat(40)}.${end}`] as Buffer) as [Buffer, Buffer];
		await fc.assert(
			fc.asyncProperty(fc.nat(pack.length - 1), fc.nat(index.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), async (at, there, bytes) => {
				const changed = (whole: Buffer, from: number) => Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(from + bytes.length)]);
				const store = await storeOf(made, {
					[`/r/.git/objects/pack/pack-${'a'.repeat(40)}.pack`]: changed(pack, at),
					[`/r/.git/objects/pack/pack-${'a'.repeat(40)}.idx`]: changed(index, there),
				});
				const read = await Promise.all(ids.map(id => store.read(id).catch((error: Error) => error)));
				const isRight = (one: (typeof read)[number], i: number) =>
					one instanceof Error ? one.name === 'UnreadObject' : made.objects.get(ids[i] as string)?.bytes.equals(one.bytes);
				assert.deepEqual(
					read.filter((one, i) => !isRight(one, i)),
					[],
				);
			}),
			{ numRuns: 300 },
		);
	});
});

describe("git's trees", () => {
	const all = () => true;

	it('give the files below a folder, without folders that are not looked into', async () => {
		const made = new MadeRepository();
		const tree = made.tree({
			'a.go': 'a',
			p: { 'b.sh': { mode: '100755', text: 'b' }, q: { 'c ä.md': 'c' }, vendor: { 'd.go': 'd' }, l: { mode: '120000', text: 'q' } },
		});
		const files = await filesOfTree(await storeOf(made), tree, 'p', name => name !== 'vendor');
		assert.deepEqual(
			[...files].map(([path, { mode }]) => `${mode} ${path}`),
			['100755 b.sh', '120000 l', '100644 q/c ä.md'],
		);
		assert.deepEqual([...(await filesOfTree(await storeOf(made), tree, 'none/x', all)).keys()], []);
	});

	it('are refused where they are damaged, lead out, or are too deep', async () => {
		const made = new MadeRepository();
		const entry = (mode: string, name: string, id: string) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
		const blob = made.object('blob', 'x');
		let deep = made.object('tree', entry('100644', 'x', blob));
		for (let i = 0; i < 70; i++) deep = made.object('tree', entry('40000', 'd', deep));
		const trees = [entry('100644', '..', blob), entry('100644', 'a/b', blob), entry('100644', 'a', blob).subarray(0, -1), Buffer.from('100644 a')].map(bytes =>
			made.object('tree', bytes),
		);
		const store = await storeOf(made);
		for (const id of some(trees)) await assert.rejects(filesOfTree(store, id, '', all), refused('is damaged', id));
		await assert.rejects(filesOfTree(store, deep, '', all), { name: 'UnreadObject', message: /is too large$/ });
		await assert.rejects(filesOfTree(store, blob, '', all), refused('is damaged', blob));
	});
});
