import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionOf, runAction } from './compositeAction';

describe('the GitHub action', () => {
	let workspace = '';
	before(function () {
		if (!existsSync('dist/cli.cjs') || process.platform === 'win32') return this.skip(); // `npm run build` makes it; the runner here is bash
		workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
		cpSync('examples/packer-plugin-parcel', join(workspace, 'plug in'), { recursive: true });
	});
	after(() => rmSync(workspace, { recursive: true, force: true }));

	it('annotates the findings with paths of the repository, writes the summary and its outputs, and fails', () => {
		const { status, log, outputs, summary } = runAction('.', workspace, { directory: 'plug in' });
		assert.equal(status, 1, log);
		assert.match(log, /^::error file=plug in\//m);
		assert.match(summary, /^### packer-plugin-parcel: \d+ errors/m);
		assert.equal(outputs.ready, 'false');
		assert.equal(Number(outputs.errors), log.match(/^::error file=/gm)?.length);
		assert.equal(Number(outputs.warnings), log.match(/^::warning file=/gm)?.length);
	}).timeout(60_000);

	it('does not fail where it is told to never fail, and writes SARIF to a folder that it makes', () => {
		const { status, log } = runAction('.', workspace, { directory: 'plug in', 'fail-on': 'never', sarif: 'reports/readiness.sarif', summary: 'false' });
		assert.equal(status, 0, log);
		const { runs } = JSON.parse(readFileSync(join(workspace, 'reports/readiness.sarif'), 'utf8')) as { runs: { results: object[] }[] };
		assert.ok((runs[0]?.results.length ?? 0) > 0);
	}).timeout(60_000);

	it('reports only what has changed where it is told since when, but in SARIF everything', function () {
		if (spawnSync('git', ['--version']).status !== 0) return this.skip();
		const folder = join(workspace, 'plug in');
		const git = (...args: string[]) => spawnSync('git', ['-C', workspace, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args]).status;
		try {
			assert.deepEqual([git('init', '-q', '-b', 'main'), git('add', '-A'), git('commit', '-qm', 'text')], [0, 0, 0]);
			const unchanged = runAction('.', workspace, { directory: 'plug in', since: 'main', sarif: 'all.sarif' });
			assert.equal(unchanged.status, 0, unchanged.log);
			assert.deepEqual([unchanged.outputs.errors, unchanged.outputs.ready], ['0', 'false']);
			assert.match(unchanged.log, /^packer-plugin-parcel: no findings since main\. \d+ older findings not shown\.$/m);
			const { runs } = JSON.parse(readFileSync(join(workspace, 'all.sarif'), 'utf8')) as { runs: { results: object[] }[] };
			assert.ok((runs[0]?.results.length ?? 0) > 0);
			writeFileSync(join(folder, 'LICENSE'), 'All rights reserved.\n');
			const changed = runAction('.', workspace, { directory: 'plug in', since: 'main' });
			assert.match(changed.log, /^::(?:error|warning) file=plug in\/LICENSE/m);
			assert.equal(runAction('.', workspace, { directory: 'plug in', since: 'nowhere' }).status, 2);
		} finally {
			rmSync(join(workspace, '.git'), { recursive: true, force: true });
			cpSync('examples/packer-plugin-parcel/LICENSE', join(folder, 'LICENSE'));
		}
	}).timeout(60_000);

	it('says what is wrong where nothing can be checked, and fails', () => {
		const { status, log, outputs } = runAction('.', workspace, { directory: 'nowhere' });
		assert.equal(status, 2, log);
		assert.match(log, /nowhere/);
		assert.deepEqual([outputs.errors, outputs.ready], ['0', 'false']);
	}).timeout(60_000);

	it('checks several folders, and takes no value for code or for an option', () => {
		const directory = '\n plug in \n$(touch injected)\n`touch injected`\n--fail-on=never\n';
		for (const more of [{}, { 'fail-on': '"; touch injected; "' }, { config: '$(touch injected)' }]) {
			const { status, log } = runAction('.', workspace, { directory, ...more });
			assert.equal(status, 2, log);
		}
		assert.ok(!existsSync(join(workspace, 'injected')));
	}).timeout(60_000);

	it('uses no other action, and gives inputs to its script as variables only', () => {
		const { runs } = actionOf('.');
		assert.deepEqual(
			runs.steps.filter(step => 'uses' in step || step.run.includes('${{')),
			[],
		);
	});
});
