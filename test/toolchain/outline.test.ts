import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { GoDocs, GoType } from '../../server/src/syntax/go/file';
import { readOutline } from '../../server/src/syntax/go/outline/read';
import { some } from '../support/some';

/** A file as the oracle, outline/main.go, prints it. */
interface Oracle {
	readonly file: string;
	readonly error: boolean;
	readonly package: string;
	readonly imports: readonly object[];
	readonly types: readonly object[];
}

/** Folders of Go's own sources with hand-written Go of every kind; OUTLINE_FOLDERS names others, parted by colons. */
const folders = ['encoding', 'fmt', 'go/ast', 'go/parser', 'go/types', 'net', 'reflect', 'strings', 'time', 'bytes', 'cmd/compile/internal/syntax'];

const typeOf = ({ name, alias, generic, index, fields }: GoType, docs: GoDocs) => ({
	name,
	alias,
	generic,
	index,
	struct: fields !== undefined,
	doc: docs.declaration ?? [],
	fields: (fields ?? []).map(({ names, written, tag }, i) => ({
		names,
		written: names.length === 0 ? '' : written,
		...(tag === undefined ? {} : { tag }),
		doc: docs.fields[i] ?? [],
		line: docs.trailing[i] ?? [],
	})),
});

describe('the outline of Go files', function () {
	this.timeout(5 * 60_000);

	it("is what go/parser reads, over Go's own sources", function () {
		const root = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout?.trim();
		if (!root) {
			console.log('      skipped: there is no Go');
			return this.skip();
		}
		const where = process.env.OUTLINE_FOLDERS?.split(':') ?? folders.map(folder => join(root, 'src', folder));
		const { stdout, status, stderr } = spawnSync('go', ['run', resolve('test/toolchain/outline/main.go'), ...where], { encoding: 'utf8', maxBuffer: 2 ** 30 });
		assert.equal(status, 0, stderr);
		let compared = 0;
		for (const line of some(stdout.trim().split('\n'))) {
			const { file, error, ...expected } = JSON.parse(line) as Oracle;
			const { file: outline, docs } = readOutline(readFileSync(file, 'utf8'));
			if (error) continue; // its errors may stand in bodies, which the outline does not read
			assert.deepEqual(outline.problems, [], file);
			const types = outline.types.map((type, i) => typeOf(type, docs[i] as GoDocs));
			assert.deepEqual(
				{ package: outline.package, imports: outline.imports.map(({ path, name }) => ({ path, ...(name === undefined ? {} : { name }) })), types },
				expected,
				file,
			);
			compared++;
		}
		assert.ok(compared > 100);
	});
});
