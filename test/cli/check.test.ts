import assert from 'node:assert/strict';
import { stepIds } from '../../server/src/checklist/item';
import type { Report } from '../../server/src/cli/model';
import { rules } from '../../server/src/rules/index';
import { cli, Disk } from './fake';
import { acme, at } from './plugins';

const files = at('/w', acme);
const report = async (line = 'check --format json', given = files) => JSON.parse((await cli(line, given)).out) as Report;

describe('check', () => {
	it('says what a plugin is, what is wrong with it, and how the checklist stands', async () => {
		const { plugins, schemaVersion, tool } = await report();
		assert.equal(schemaVersion, 1);
		assert.deepEqual(tool, { name: 'packer-plugin-readiness', version: '0.1.0' });
		assert.equal(plugins.length, 1);
		const [plugin] = plugins as [Report['plugins'][number]];
		assert.deepEqual([plugin.root, plugin.module, plugin.name, plugin.sdkVersion], ['.', 'github.com/acme/packer-plugin-acme', 'acme', 'v0.6.10']);
		assert.deepEqual(plugin.components, [
			{
				kind: 'builder',
				name: 'vm',
				fullName: 'acme-vm',
				registeredAt: { path: 'main.go', line: 10 },
				implementedAt: { path: 'builder/acme/builder.go', line: 4 },
			},
			{ kind: 'datasource', name: '', fullName: 'acme', registeredAt: { path: 'main.go', line: 11 }, implementedAt: null },
		]);
		const finding = plugin.findings.find(f => f.rule === 'main/no-set-version');
		assert.deepEqual(
			[finding?.path, finding?.severity, finding?.range, finding?.suppressed],
			['main.go', 'error', { start: { line: 9, column: 9 }, end: { line: 9, column: 24 } }, null],
		);
		assert.equal(finding?.help, 'https://github.com/packer-plugin-readiness/packer-plugin-readiness/blob/main/server/src/rules/main/no-set-version/README.md');
		assert.deepEqual(new Set(plugin.checklist.map(item => item.step)), new Set(stepIds));
		assert.equal(plugin.summary.ready, false);
		assert.equal(plugin.summary.errors, plugin.findings.filter(f => f.severity === 'error' && f.suppressed === null).length);
	});

	it('sorts findings by path, line and rule', async () => {
		const { findings } = (await report()).plugins[0] as Report['plugins'][number];
		const keys = findings.map(f => [f.path, f.range.start.line, f.range.start.column, f.rule] as const);
		const sorted = keys.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1)));
		assert.deepEqual(keys, sorted);
	});

	it('prints the same bytes each time, timings aside', async () => {
		for (const format of ['pretty', 'sarif', 'markdown', 'junit', 'github']) {
			const [a, b] = [await cli(`check --format ${format}`, files), await cli(`check --format ${format}`, files)];
			assert.equal(a.out, b.out, format);
			assert.notEqual(a.out, '');
		}
		const [{ timings: _, ...a }, { timings: __, ...b }] = [await report(), await report()];
		assert.deepEqual(a, b);
	});

	it('exits with 1 from the severity on that is asked, and with 0 below it', async () => {
		assert.equal((await cli('check', files)).status, 1);
		assert.equal((await cli('check --fail-on never', files)).status, 0);
		const onlyWarnings = { ...files, '/w/main.go': '', '/w/go.mod': 'module github.com/acme/x\n' };
		assert.equal((await cli('check --fail-on warning', onlyWarnings)).status, 2, 'no plugin is left');
	});

	it('counts a suppressed finding apart', async () => {
		const main = (files['/w/main.go'] as string).replace(
			'plugin.NewSet()',
			'plugin.NewSet() // packer-readiness:ignore main/no-set-version -- set by the build',
		);
		const { plugins } = await report('check --format json', { ...files, '/w/main.go': main });
		const finding = plugins[0]?.findings.find(f => f.rule === 'main/no-set-version');
		assert.deepEqual(finding?.suppressed, { how: 'inline', reason: 'set by the build' });
		assert.equal(plugins[0]?.summary.suppressed, 1);
	});

	it('runs the rules with the options that the configuration gives', async () => {
		const apache = { ...files, '/w/LICENSE': 'Apache License\nVersion 2.0, January 2004\n' };
		const options = 'rules:\n  license/not-mpl:\n    options: { accepted: [Apache-2.0] }\n';
		const rules = async (line: string, given: typeof files) => (await report(line, given)).plugins[0]?.findings.map(f => f.rule) ?? [];
		assert.ok((await rules('check --format json', apache)).includes('license/not-mpl'));
		assert.ok(!(await rules('check --format json', { ...apache, '/w/.packer-readiness.yml': options })).includes('license/not-mpl'));
		assert.ok(!(await rules('check --format json --config elsewhere.yml', { ...apache, '/w/elsewhere.yml': options })).includes('license/not-mpl'));
	});

	it('runs the rules as the configuration says', async () => {
		const off = 'rules:\n  main/no-set-version: { severity: off, reason: "the build sets it" }\n  license/missing: info\n';
		const own = await report('check --format json', { ...files, '/w/.packer-readiness.yml': off });
		const other = await report('check --format json --config elsewhere.yml', {
			...files,
			'/w/.packer-readiness.yml': 'target: community\n',
			'/w/elsewhere.yml': off,
		});
		for (const { plugins } of [own, other]) {
			const found = (rule: string) => plugins[0]?.findings.find(f => f.rule === rule);
			assert.deepEqual(found('main/no-set-version')?.suppressed, { how: 'config', reason: 'the build sets it' });
			assert.equal(found('license/missing')?.severity, 'info');
		}
	});

	it('checks several folders, each plugin once, and names them as they were given', async () => {
		const two = { ...at('/w/one', acme), ...at('/w/more/two', acme), ...at('/elsewhere/three', acme) };
		const roots = async (line: string, cwd = '/w') => (JSON.parse((await cli(`${line} --format json`, two, { cwd })).out) as Report).plugins.map(p => p.root);
		assert.deepEqual(await roots('check one more/two'), ['one', 'more/two']);
		assert.deepEqual(await roots('check'), ['more/two', 'one']);
		assert.deepEqual(await roots('check ./more/ . /elsewhere/three'), ['./more/two', 'one', '/elsewhere/three']);
		assert.deepEqual(await roots('check builder/acme', '/w/one'), ['builder/acme/../..']);
		assert.deepEqual(await roots('check', '/w/one/builder'), ['..']);
	});

	it('writes to a file where one is named, and says so on standard error', async () => {
		const { out, err, disk } = await cli('check --format json --output report.json', files);
		assert.equal(out, '');
		assert.equal(err, 'Wrote report.json.\n');
		assert.equal((JSON.parse(disk.text('/w/report.json') ?? '') as Report).schemaVersion, 1);
	});

	it('shows findings where one can click them, the line, the fix, the checklist and what comes next', async () => {
		const { out } = await cli('check', files);
		assert.match(out, /^main\.go:9:9 error main\/no-set-version Plugin set has no version/m);
		assert.match(out, /^ {2}9 \| pps := plugin\.NewSet\(\)\n {4}\| {8}\^{15}$/m);
		assert.match(out, /1 Engage +\[ \] Fill out/);
		assert.match(out, /packer-plugin-readiness explain \w+\/[\w-]+ +explains the rule and how to fix it/);
	});

	it('prints no colors into a pipe or with --no-color', async () => {
		const colored = await cli('check', files, { colors: true });
		assert.ok(colored.out.includes('\u001b[31merror'));
		for (const ran of [await cli('check', files), await cli('check --no-color', files, { colors: true })]) assert.ok(!ran.out.includes('\u001b'));
		const { disk } = await cli('check --output x', files, { colors: true });
		assert.equal(disk.text('/w/x')?.includes('\u001b'), false);
	});

	it('lets no file steer the terminal', async () => {
		const name = 'pps.RegisterBuilder("\u001b[2Jx-\u202ey", new(acme.Builder))';
		const { out } = await cli('check', { ...files, '/w/main.go': (files['/w/main.go'] as string).replace(/pps\.RegisterBuilder.*/, name) });
		assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
	});

	it('knows every rule', async () => {
		const { out } = await cli('rules --format json', {});
		assert.deepEqual(
			(JSON.parse(out) as { rules: { id: string }[] }).rules.map(r => r.id),
			Object.keys(rules).sort(),
		);
	});
});

describe('check --timings', () => {
	it('says on standard error what each rule took, the slowest first, and prints the same report', async () => {
		const disk = (await cli('new acme', new Disk({ '/w/notes.txt': '' }))).disk;
		const plain = await cli('check --fail-on never', disk, { cwd: '/w/packer-plugin-acme' });
		const { status, out, err } = await cli('check --fail-on never --timings', disk, { cwd: '/w/packer-plugin-acme' });
		assert.deepEqual([status, out], [0, plain.out]);
		const rows = err
			.trimEnd()
			.split('\n')
			.map(line => /^ *(\d+\.\d) ms +\d+\.\d % {2}(.+)$/.exec(line)?.slice(1));
		assert.deepEqual(
			rows.slice(0, 4).map(row => row?.[1]),
			['total', 'reading files', 'parsing', 'rules'],
		);
		const parts = rows.slice(4).map(row => Number(row?.[0]));
		assert.ok(parts.length > 50 && rows.some(row => row?.[1] === '  release/archive-name') && rows.some(row => row?.[1] === '  handlers on Go files'));
		assert.deepEqual(
			parts,
			parts.toSorted((a, b) => b - a),
		);
	});
});
