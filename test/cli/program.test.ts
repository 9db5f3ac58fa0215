import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { txtar } from '../support/txtar';
import { acme } from './plugins';

const program = resolve('dist/cli.cjs');

describe('the program', () => {
	let folder = '';
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const run = (args: readonly string[], environment: Record<string, string> = {}) =>
		spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...environment } });

	before(() => assert.ok(existsSync(program), `${program} is not there: run \`npm run build\``));
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'packer-readiness-'));
		for (const [path, text] of txtar(acme)) write(path, text);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('checks, and exits with what it found', () => {
		const { status, stdout, stderr } = run(['check', '--format', 'json']);
		assert.equal(stderr, '');
		assert.equal(status, 1);
		const { plugins, timings } = JSON.parse(stdout);
		assert.equal(plugins[0].components.length, 2);
		assert.ok(timings.totalMs > 0 && timings.totalMs >= timings.parseMs);
		assert.equal(run(['check', '--fail-on', 'never']).status, 0);
		assert.equal(run(['check', 'nowhere']).status, 2);
	});

	it('writes a large report into a pipe, whole', () => {
		for (let i = 0; i < 400; i++) write(`docs/builders/page${i}.mdx`, `No front matter. ${'x'.repeat(300)}\n`);
		for (const format of ['json', 'sarif']) {
			const { stdout } = run(['check', '--format', format]);
			assert.ok(stdout.length > 200_000, String(stdout.length));
			JSON.parse(stdout);
		}
	});

	it('says nothing when whoever reads has seen enough', async () => {
		for (let i = 0; i < 400; i++) write(`docs/builders/page${i}.mdx`, 'No front matter.\n');
		const child = spawn(process.execPath, [program, 'check', '--format', 'json'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
		let complaints = '';
		child.stderr.setEncoding('utf8').on('data', text => {
			complaints += text;
		});
		child.stdout.once('data', () => child.stdout.destroy());
		const status = await new Promise(done => child.once('close', done));
		assert.equal(complaints, '');
		assert.equal(status, 1);
	});

	it('fixes files whole, keeps their modes, and leaves nothing beside them', () => {
		chmodSync(join(folder, 'main.go'), 0o755);
		const { status } = run(['fix']);
		assert.equal(status, 0);
		assert.match(readFileSync(join(folder, 'main.go'), 'utf8'), /SetVersion/);
		if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'main.go')).mode & 0o777, 0o755);
		assert.deepEqual(
			readdirSync(folder).filter(name => name.endsWith('.tmp')),
			[],
		);
	});

	it('does not fix a file that a link leads to', function () {
		if (process.platform === 'win32') this.skip();
		const target = join(folder, 'other/main.txt');
		const text = readFileSync(join(folder, 'main.go'), 'utf8');
		write('other/main.txt', text);
		rmSync(join(folder, 'main.go'));
		symlinkSync('other/main.txt', join(folder, 'main.go'));
		const { stderr, status } = run(['fix']);
		assert.equal(status, 2);
		assert.match(stderr, /main\.go was not changed: a link leads to it/);
		assert.equal(readFileSync(target, 'utf8'), text);
	});

	it('survives links that lead in a circle or out of the plugin', function () {
		if (process.platform === 'win32') this.skip();
		symlinkSync('..', join(folder, 'builder/up'));
		symlinkSync('loop', join(folder, 'loop'));
		symlinkSync('/', join(folder, 'root'));
		symlinkSync('/nowhere/at/all.go', join(folder, 'gone.go'));
		const { status, stdout } = run(['check', '--format', 'json']);
		assert.equal(status, 1);
		assert.deepEqual(JSON.parse(stdout).plugins[0].unreadable, []);
	});

	it('writes a report over an old one, in one step', () => {
		write('report.md', 'old');
		assert.equal(run(['check', '--format', 'markdown', '--output', 'report.md', '--fail-on', 'never']).status, 0);
		assert.match(readFileSync(join(folder, 'report.md'), 'utf8'), /^### packer-plugin-acme/);
	});

	it('explains a rule and lists them all', () => {
		assert.match(run(['explain', 'main/no-set-version']).stdout, /^# main\/no-set-version\n/);
		assert.match(run(['rules']).stdout, /^main\/no-set-version +error +/m);
	});

	it('speaks the language server protocol', async () => {
		const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
		const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
		child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
		const answer = await new Promise<string>(done => child.stdout.setEncoding('utf8').once('data', done));
		child.kill();
		assert.match(answer, /^Content-Length: \d+\r\n/);
	});
}).timeout(60_000);
