import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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
		for (let i = 0; i < 400; i++) write(`docs/builders/page${i}.mdx`, `---\nNever closed. ${'x'.repeat(300)}\n`);
		for (const format of ['json', 'sarif']) {
			const { stdout } = run(['check', '--format', format]);
			assert.ok(stdout.length > 200_000, String(stdout.length));
			JSON.parse(stdout);
		}
	});

	it('says nothing when the reader closes the pipe', async () => {
		for (let i = 0; i < 400; i++) write(`docs/builders/page${i}.mdx`, '---\nNever closed.\n');
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

	it('says when its output has no room, and exits as one that could not check', function () {
		if (!existsSync('/dev/full')) this.skip();
		for (const command of ['check', 'check --format json', 'release', 'draft email']) {
			const { status, stderr } = spawnSync('bash', ['-c', `exec "$0" "$@" > /dev/full`, process.execPath, program, ...command.split(' ')], {
				cwd: folder,
				encoding: 'utf8',
			});
			assert.deepEqual([command, status], [command, 2]);
			assert.match(stderr, /^The output cannot be written: .+\.$/m);
			assert.ok(!/\n {4}at |Internal error/.test(stderr), stderr);
		}
	});

	it('fixes files whole, keeps their modes, and leaves nothing beside them', () => {
		chmodSync(join(folder, 'main.go'), 0o755);
		const { status } = run(['fix']);
		assert.equal(status, 0);
		assert.match(readFileSync(join(folder, 'main.go'), 'utf8'), /SetVersion/);
		const mode = process.platform === 'win32' ? 0o755 : statSync(join(folder, 'main.go')).mode & 0o777; // Windows has no such modes
		assert.equal(mode, 0o755);
		assert.deepEqual(
			readdirSync(folder).filter(name => name.endsWith('.tmp')),
			[],
		);
	});

	for (const command of ['fix', 'generate', 'check --output report.json'])
		it(`\`${command}\` changes nothing on a full disk, and says so`, function () {
			if (process.platform === 'win32') this.skip();
			cpSync('examples/packer-plugin-parcel', folder, { recursive: true, force: true });
			write('report.json', 'old');
			const snapshot = () =>
				readdirSync(folder, { recursive: true, encoding: 'utf8' })
					.filter(path => statSync(join(folder, path)).isFile())
					.sort()
					.map(path => [path, readFileSync(join(folder, path), 'utf8')]);
			const before = snapshot();
			// A limit on the size of files fails a write halfway, as a full disk does.
			const line = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`;
			const { status, stderr } = spawnSync('bash', ['-c', line, process.execPath, program, ...command.split(' ')], { cwd: folder, encoding: 'utf8' });
			assert.equal(status, 2, stderr);
			assert.match(stderr, /could not be written|was not (?:written|changed)/);
			assert.deepEqual(snapshot(), before);
		});

	it('does not fix a file behind a symbolic link', function () {
		if (process.platform === 'win32') this.skip();
		const target = join(folder, 'other/main.txt');
		const text = readFileSync(join(folder, 'main.go'), 'utf8');
		write('other/main.txt', text);
		rmSync(join(folder, 'main.go'));
		symlinkSync('other/main.txt', join(folder, 'main.go'));
		const { stderr, status } = run(['fix']);
		assert.equal(status, 2);
		assert.match(stderr, /main\.go was not changed: it is behind a symbolic link/);
		assert.equal(readFileSync(target, 'utf8'), text);
	});

	it('says which links it could not follow, and survives circles', function () {
		if (process.platform === 'win32') this.skip();
		symlinkSync('..', join(folder, 'builder/up'));
		symlinkSync('loop', join(folder, 'loop'));
		symlinkSync('/', join(folder, 'root'));
		symlinkSync('/nowhere/at/all.go', join(folder, 'gone.go'));
		const { status, stdout } = run(['check', '--format', 'json']);
		assert.equal(status, 2);
		assert.deepEqual(JSON.parse(stdout).plugins[0].unreadable, [
			{ path: 'gone.go', reason: 'it is a broken symbolic link' },
			{ path: 'root', reason: 'it is a symbolic link that leads out of the repository' },
		]);
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

	it('generates for a plugin that only its calls tell for one', () => {
		write('old/go.mod', 'module example.com/boxes\n\nrequire github.com/hashicorp/packer v1.6.0\n');
		const main = 'package main\n\nimport "github.com/hashicorp/packer/packer/plugin"\n\nfunc main() {\n\tserver, _ := plugin.Server()\n\tserver.Serve()\n}\n';
		write('old/main.go', main);
		assert.equal(run(['generate', '--check', 'old']).stderr, '0 generated files, all up to date.\n');
		write('old/main.go', main.replace('Server()', 'Client()'));
		const { status, stderr } = run(['generate', '--check', 'old']);
		assert.equal(status, 2);
		assert.match(stderr, /^old is (?:not a Packer plugin|a Go module but not a Packer plugin)[^\n]*\n$/);
	});

	it('complains in one sentence, whichever bundle it comes from', () => {
		for (const command of ['check', 'fix', 'generate']) assert.match(run([command, 'nowhere']).stderr, /^nowhere does not exist\. [^\n]+\n$/);
	});

	it('runs without the code that V8 made of it, and with one that is damaged', () => {
		const copy = join(folder, 'dist');
		cpSync(dirname(program), copy, { recursive: true, filter: path => !/\.(?:map|vsix)$/.test(path) });
		const code = readdirSync(copy).filter(name => name.endsWith('.v8'));
		assert.deepEqual(code.map(name => name.split('.')[0]).sort(), ['commands', 'generate', 'grammars', 'program']);
		const checked = () => spawnSync(process.execPath, [join(copy, 'cli.cjs'), 'check', '--format', 'markdown'], { cwd: folder, encoding: 'utf8' });
		const expected = run(['check', '--format', 'markdown']);
		for (const name of code) writeFileSync(join(copy, name), readFileSync(join(copy, name)).subarray(0, 999));
		assert.deepEqual([checked().stdout, checked().stderr], [expected.stdout, expected.stderr]);
		for (const name of code) rmSync(join(copy, name));
		assert.deepEqual([checked().stdout, checked().stderr], [expected.stdout, expected.stderr]);
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
