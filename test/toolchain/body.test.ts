import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readBody } from '../../server/src/syntax/go/body/read';
import { some } from '../support/some';
import { linesOf } from './body/lines';

/** A file as the oracle, body/main.go, prints it. */
interface Oracle {
	readonly file: string;
	readonly error: boolean;
	readonly declarations: readonly {
		readonly start: number;
		readonly end: number;
		readonly kind: 'func' | 'var' | 'const';
		readonly hash: string;
		readonly lines?: readonly string[];
	}[];
}

/** Folders of Go's own sources with hand-written Go of every kind; BODY_FOLDERS names others, parted by colons. */
const folders = ['encoding', 'fmt', 'go', 'net/http', 'reflect', 'slices', 'maps', 'iter', 'sync', 'testing', 'time', 'os', 'cmd/compile/internal/syntax'];

describe('the bodies of Go functions', function () {
	this.timeout(10 * 60_000);
	const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
	after(() => rmSync(folder, { recursive: true }));

	it("are what go/parser reads, over Go's own sources", function () {
		const root = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).stdout?.trim();
		if (!root) {
			console.log('      skipped: there is no Go');
			return this.skip();
		}
		const oracle = join(folder, process.platform === 'win32' ? 'oracle.exe' : 'oracle');
		const sources = ['main', 'reader', 'expressions', 'statements', 'control', 'ends'].map(name => resolve(`test/toolchain/body/${name}.go`));
		const ask = (program: string, args: readonly string[]): Oracle[] => {
			const { stdout, status, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
			assert.equal(status, 0, stderr);
			return stdout.split('\n').flatMap(line => (line.startsWith('{') ? [JSON.parse(line) as Oracle] : []));
		};
		ask('go', ['build', '-o', oracle, ...sources]);
		let compared = 0;
		for (const where of some(process.env.BODY_FOLDERS?.split(':') ?? folders.map(name => join(root, 'src', name)))) {
			const read = ask(oracle, [where]).flatMap(({ file, declarations }) => {
				const text = readFileSync(file, 'utf8');
				return declarations.map((declaration, i) => ({ file, i, text: text.slice(declaration.start, declaration.end), ...declaration }));
			});
			for (const { file, i, text, kind, hash } of some(read)) {
				const found = linesOf(readBody(text, kind));
				compared++;
				if (createHash('sha1').update(found.join('\n')).digest('hex') === hash) continue;
				const [detailed] = ask(oracle, ['-lines', file]);
				assert.deepEqual(found, detailed?.declarations[i]?.lines, `${file}: ${text}`);
			}
		}
		if (process.env.BODY_FOLDERS) console.log(`      ${compared} declarations compared`);
		assert.ok(compared > 10_000);
	});
});
