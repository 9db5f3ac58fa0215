import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type IndexEntry, indexEntries } from '../../server/src/workspace/gitIndex';
import { assertProportionalTo } from '../support/proportional';

/** An index as git writes it (gitformat-index): the paths sorted, each entry with its flags, padded up to version 3, shared prefixes left out in 4. */
function index(version: 2 | 3 | 4, entries: readonly IndexEntry[]): Uint8Array {
	const parts: Buffer[] = [Buffer.concat([Buffer.from('DIRC'), word(version), word(entries.length)])];
	let before = Buffer.alloc(0);
	for (const { path, mode } of entries) {
		const name = Buffer.from(path);
		const more = version === 3 && path.length % 2 === 0;
		const head = Buffer.alloc(more ? 64 : 62);
		head.writeUInt32BE(Number.parseInt(mode, 8), 24);
		head.writeUInt16BE((more ? 0x4000 : 0) | Math.min(name.length, 0xfff), 60);
		if (version === 4) {
			let shared = 0;
			while (shared < before.length && before[shared] === name[shared]) shared++;
			parts.push(head, offset(before.length - shared), name.subarray(shared), Buffer.alloc(1));
		} else parts.push(head, name, Buffer.alloc(8 - ((head.length + name.length) % 8)));
		before = name;
	}
	return Buffer.concat([...parts, Buffer.alloc(20)]);
}

function word(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

/** A number as git packs offsets: seven bits a byte, the last without the high bit, each before it counting one more. */
function offset(value: number): Buffer {
	const bytes = [value & 0x7f];
	for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (--rest & 0x7f));
	return Buffer.from(bytes);
}

const path = fc
	.array(fc.constantFrom('docs', '.web-docs', 'scripts', 'compile.sh', 'ä', 'a'.repeat(150)), { minLength: 1, maxLength: 4 })
	.map(parts => parts.join('/'));
const files = fc.uniqueArray(
	fc.record({
		path,
		blob: fc.constant('0'.repeat(40)),
		size: fc.constant(0),
		skipped: fc.constant(false),
		mode: fc.constantFrom('100644', '100755', '120000'),
	}),
	{ selector: ({ path }) => path, maxLength: 12 },
);

describe("git's index", () => {
	it('is read in each of its versions', () => {
		fc.assert(
			fc.property(fc.constantFrom(2 as const, 3 as const, 4 as const), files, (version, entries) => {
				const sorted = [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
				const pairs = (all: readonly IndexEntry[]) => all.map(({ path, mode }) => [path, mode]);
				assert.deepEqual(pairs(indexEntries(index(version, sorted))), pairs(sorted));
			}),
		);
	});

	it('takes time in proportion to its size where each path goes on from the one before', () => {
		const grown = (entries: number) => {
			const entry = [...Buffer.alloc(62), 0, ...Buffer.from('a'.repeat(40)), 0];
			return indexEntries(Buffer.concat([Buffer.from('DIRC'), word(4), word(entries), Buffer.from(Array.from({ length: entries }, () => entry).flat())]));
		};
		assert.equal(grown(3).at(-1)?.path.length, 120, 'the attack is an index');
		assert.deepEqual(grown(200), [], 'its paths are longer than those of any system');
		assertProportionalTo(8000, grown, 'paths that grow');
	}).timeout(60_000);

	it('never breaks, whatever the file holds', () => {
		const sample = index(4, [{ path: 'a/b.sh', mode: '100644', blob: '0'.repeat(40), size: 0, skipped: false }]);
		fc.assert(
			fc.property(fc.nat(sample.length), fc.uint8Array({ maxLength: 80 }), (cut, bytes) => {
				indexEntries(Buffer.concat([sample.subarray(0, cut), bytes]));
			}),
		);
		assert.deepEqual(indexEntries(new Uint8Array()), []);
	});
});
