import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { runAction } from '../recipes/compositeAction';
import { recipe } from '../recipes/page';

/** Runs a program to its end; what it printed, and its status. */
function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
	const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env }, timeout: 10 * 60_000 });
	return { status: error ? -1 : status, out: `${stdout ?? ''}${stderr ?? ''}${error ?? ''}` };
}

function done(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string {
	const { status, out } = run(command, args, cwd, env);
	assert.equal(status, 0, `${command} ${args.join(' ')}\n${out}`);
	return out;
}

const git = (cwd: string, ...args: string[]) =>
	done('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], cwd);

/** What git has of this repository, as a repository of its own, without what was built. */
function published(to: string): string {
	const files = done('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], '.')
		.split('\0')
		.filter(path => path !== '' && existsSync(path));
	for (const path of files) cpSync(path, join(to, path), { recursive: true });
	git(to, 'init', '-q', '-b', 'main');
	git(to, 'add', '-A');
	git(to, 'commit', '-q', '-m', 'Release');
	return git(to, 'rev-parse', 'HEAD').trim();
}

describe('recipes with the real tools', function () {
	this.timeout(15 * 60_000);
	let folder = '';
	let repository = '';
	let commit = '';
	before(function () {
		if (process.platform === 'win32' || run('git', ['rev-parse'], '.').status !== 0) return this.skip();
		folder = mkdtempSync(join(tmpdir(), 'recipes-'));
		repository = join(folder, 'released');
		mkdirSync(repository);
		commit = published(repository);
	});
	after(() => folder && rmSync(folder, { recursive: true, force: true }));

	/** The example plugin as a repository. */
	function plugin(name: string): string {
		const to = join(folder, name);
		cpSync('examples/packer-plugin-parcel', to, { recursive: true });
		git(to, 'init', '-q', '-b', 'main');
		git(to, 'add', '-A');
		return to;
	}

	it('the action builds the program where a checkout does not have it', () => {
		const checkout = join(folder, 'action');
		git(folder, 'clone', '-q', repository, checkout);
		const { status, log } = runAction(checkout, plugin('checked'), { 'fail-on': 'never' });
		assert.equal(status, 0, log);
		assert.match(log, /^::group::Build /m);
		assert.match(log, /^::error file=/m);
	});

	it('pre-commit installs the hooks and runs them', function () {
		const tools = join(folder, 'python');
		const installed = run('python3', ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', tools, 'pre-commit'], folder);
		if (installed.status !== 0) {
			console.log(`      skipped: pre-commit cannot be installed: ${installed.out.trim().split('\n').at(-1)}`);
			return this.skip();
		}
		const at = plugin('committed');
		const config = recipe('pre-commit')
			.replace(/https:\S+/, `file://${repository}`)
			.replace(/rev: \S+/, `rev: ${commit}`);
		writeFileSync(join(at, '.pre-commit-config.yaml'), config);
		git(at, 'add', '-A');
		const env = { PYTHONPATH: tools, PRE_COMMIT_HOME: join(folder, 'pre-commit') };
		const { status, out } = run('python3', ['-m', 'pre_commit', 'run', '--all-files', '--verbose'], at, env);
		assert.equal(status, 1, out);
		assert.match(out, /^Packer plugin readiness\.+Failed$/m);
		assert.match(out, /\berror\b.*component\/|\berror\b.*main\//);
		assert.match(out, /^Packer plugin generated files\.+(?:Passed|Failed)$/m);
	});

	it('the lines for GitLab install the program from its tarball and write the report', () => {
		assert.ok(existsSync('dist/cli.cjs'), 'the program is built');
		const tarball = done('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], '.').trim().split('\n').at(-1) ?? '';
		const [job] = Object.values(parse(recipe('GitLab CI')) as Record<string, { script: string[]; artifacts: { reports: { junit: string } } }>);
		const script = (job?.script ?? []).map(line => line.replace(/https:\S+/, join(folder, tarball))).join('\n');
		const at = plugin('merged');
		const bin = join(folder, 'global');
		const env = { npm_config_prefix: bin, PATH: `${join(bin, 'bin')}${delimiter}${process.env.PATH}` };
		const { status, out } = run('bash', ['-e', '-c', script], at, env);
		assert.equal(status, 1, out);
		assert.match(readFileSync(join(at, job?.artifacts.reports.junit ?? ''), 'utf8'), /<testsuites[\s>]/);
	});

	it('Neovim shows the findings of the language server', function () {
		if (run('nvim', ['--version'], folder).status !== 0) {
			console.log('      skipped: there is no Neovim; Debian has it as neovim');
			return this.skip();
		}
		const bin = join(folder, 'bin');
		mkdirSync(bin);
		const program = join(bin, 'packer-plugin-readiness');
		writeFileSync(program, `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(resolve('dist/cli.cjs'))} "$@"\n`);
		chmodSync(program, 0o755);
		const init = join(folder, 'init.lua');
		writeFileSync(init, recipe('Neovim', 1));
		const seen = join(folder, 'seen.json');
		const probe = `lua vim.wait(60000, function() return #vim.diagnostic.get() > 0 end, 100); vim.fn.writefile({ vim.fn.json_encode(vim.diagnostic.get()) }, ${JSON.stringify(seen)})`;
		const at = plugin('edited');
		const env = { PATH: `${bin}${delimiter}${process.env.PATH}`, XDG_STATE_HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder };
		done('nvim', ['--headless', '-u', init, '-c', 'filetype on', '-c', 'edit main.go', '-c', probe, '-c', 'qall!'], at, env);
		const found = JSON.parse(readFileSync(seen, 'utf8')) as { source: string; code: string }[];
		assert.ok(found.length > 0, `no finding; beside the file: ${readdirSync(at).join(' ')}`);
		assert.ok(
			found.every(({ source, code }) => source === 'packer-readiness' && /^[a-z]+\/[a-z-]+$/.test(code)),
			JSON.stringify(found).slice(0, 500),
		);
	});
});
