import assert from 'node:assert/strict';
import { cli, type Faults, type Files } from './fake';
import { acme, at } from './plugins';

const plugin = at('/w/p', acme);
const packer = { '/w/core/go.mod': 'module github.com/hashicorp/packer\n\ngo 1.24\n', '/w/core/main.go': 'package main\n\nfunc main() {}\n' };

/** A command line, what is on disk, and the sentence it must end in. */
const cases: ReadonlyArray<readonly [line: string, files: Files, sentence: RegExp, faults?: Faults]> = [
	['check nowhere', plugin, /^nowhere does not exist\. Name a plugin folder\.$/],
	['check p/go.mod', plugin, /^p\/go\.mod is a file\. Name the plugin folder\.$/],
	['check p', plugin, /^p cannot be read: permission denied\. /, { refused: { '/w/p': 'permission denied' } }],
	['check', { '/w/notes.txt': 'nothing here' }, /^\. is not a Packer plugin and contains none\. Name the folder with the plugin's go\.mod\.$/],
	['check core', packer, /^core is not a Packer plugin and contains none\. Name the folder with the plugin's go\.mod\.$/],
	[
		'check core',
		{ ...packer, ...at('/w/core/test/tester', acme) },
		/^core is a Go module but not a Packer plugin\. Name a plugin inside it: core\/test\/tester\.$/,
	],
	['check p --format xml', plugin, /^Option '--format <format>' argument 'xml' is invalid\. Allowed choices are pretty, /],
	['check p --fail-on fatal', plugin, /^Option '--fail-on <severity>' argument 'fatal' is invalid\. /],
	['check p --nonsense', plugin, /^Unknown option '--nonsense'/],
	['chek', plugin, /^Unknown command 'chek' \(Did you mean check\?\)/],
	['check p --output p', plugin, /^p is a folder\. Name a file\.$/],
	['check p --output none/report', plugin, /^none\/report could not be written: folder \/w\/none does not exist\. Create it, or name another file\.$/],
	['check p --output p/report', plugin, /^p\/report could not be written: permission denied\. /, { refused: { '/w/p/report': 'permission denied' } }],
	[
		'check p',
		{ ...plugin, '/w/p/.packer-readiness.yml': 'target: everyone\n' },
		/^p\/\.packer-readiness\.yml:1:9: Target `everyone` does not exist\. Use partner or community\.$/,
	],
	[
		'check p',
		{ ...plugin, '/w/p/.packer-readiness.yml': 'rules:\n  main/nonsense: off\n' },
		/^p\/\.packer-readiness\.yml:2:3: Rule `main\/nonsense` does not exist\. /,
	],
	[
		'check p',
		{ ...plugin, '/w/p/.packer-readiness.yml': 'rules:\n  license/not-mpl:\n    options: { allowed: [MIT] }\n' },
		/^p\/\.packer-readiness\.yml:3:16: Option `allowed` does not exist\. The rule has only `accepted`\.$/,
	],
	[
		'check p --config odd.yml',
		{ ...plugin, '/w/odd.yml': 'rules:\n  license/not-mpl:\n    options: { accepted: MIT }\n' },
		/^odd\.yml:3:26: Option `accepted` must be a list of texts\.$/,
	],
	['check p', { ...plugin, '/w/p/.packer-readiness.yml': 'rules: [' }, /^p\/\.packer-readiness\.yml:\d+:\d+: /],
	['check p --config none.yml', plugin, /^Configuration none\.yml cannot be read: no such file\. /],
	['check p --config odd.yml', { ...plugin, '/w/odd.yml': 'severity: off\n' }, /^odd\.yml:1:1: Setting `severity` does not exist\. /],
	['check p --config odd.yml', { ...plugin, '/w/odd.yml': new Uint8Array([0]) }, /^Configuration odd\.yml cannot be read: it is a binary file\. /],
	['fix p --config odd.yml', { ...plugin, '/w/odd.yml': 'rules: 3\n' }, /^odd\.yml:1:8: /],
	['fix nowhere', plugin, /^nowhere does not exist\. /],
	['fix core', packer, /^core is not a Packer plugin/],
	[
		'explain main/no-set-versoin',
		{},
		/^Rule main\/no-set-versoin does not exist\. Did you mean main\/no-set-version\? /,
		{ pages: { 'main/no-set-version': '# page' } },
	],
	['explain constructor', {}, /^Rule constructor does not exist\. For all rules, run `packer-plugin-readiness rules`\.$/],
	['explain', {}, /^Missing required argument 'RULE'\. /],
	['rules --format sarif', {}, /^Option '--format <format>' argument 'sarif' is invalid\. /],
	['lsp', {}, /^Required option '--stdio' not specified\. /],
];

describe('complaints', () => {
	for (const [line, files, sentence, faults] of cases)
		it(`${line}: ${sentence.source.slice(1, 60)}`, async () => {
			const { status, out, err, disk } = await cli(line, files, faults);
			assert.equal(status, 2);
			assert.equal(out, '');
			assert.match(err.trimEnd(), sentence);
			assert.equal(err.trimEnd().includes('\n'), false, err);
			assert.deepEqual(disk.log, []);
		});

	it('reports what it can where a file cannot be read, says which, and never calls the plugin ready', async () => {
		const { status, out, err } = await cli('check p --format json --fail-on never', { ...plugin, '/w/p/builder/acme/step.go': new Error('permission denied') });
		assert.equal(status, 2);
		const [{ summary, unreadable }] = JSON.parse(out).plugins;
		assert.deepEqual(unreadable, [{ path: 'builder/acme/step.go', reason: 'permission denied' }]);
		assert.equal(summary.ready, false);
		assert.match(err, /^p: 1 file could not be read, so the report is incomplete: builder\/acme\/step\.go \(permission denied\)\. /);
	});

	it('takes binary, empty, half-typed, large and CRLF files', async () => {
		const strange: Files = {
			...plugin,
			'/w/p/a.go': new Uint8Array([0, 1, 2]),
			'/w/p/b.go': new Uint8Array([0xe9, 0x20]),
			'/w/p/c.go': '',
			'/w/p/d.go': 'package main\n\nfunc (b *Bui',
			'/w/p/e.go': `package main\r\n\r\n// ${'x'.repeat(3_000_000)}\r\n`,
			'/w/p/main.go': (plugin['/w/p/main.go'] as string).replaceAll('\n', '\r\n'),
			'/w/p/.goreleaser.yml': '{{{',
			'/w/p/.web-docs/metadata.hcl': 'integration {{',
		};
		for (const format of ['pretty', 'json', 'sarif', 'markdown', 'junit', 'github'])
			assert.equal((await cli(`check p --format ${format}`, strange)).status, 2, format);
	});

	it('prints help and version on standard output, with 0', async () => {
		const help = await cli('--help', {});
		assert.equal(help.status, 0);
		assert.match(help.out, /^Usage: packer-plugin-readiness /);
		assert.deepEqual(await cli('--version', {}).then(({ status, out }) => [status, out]), [0, '0.1.0\n']);
		const none = await cli('', {});
		assert.deepEqual([none.status, none.out], [2, '']);
	});

	it('serves the language server', async () => {
		assert.deepEqual(await cli('lsp --stdio', {}).then(({ status, out }) => [status, out]), [0, 'served']);
	});
});
