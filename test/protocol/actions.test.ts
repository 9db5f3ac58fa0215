import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import { type FixPreview, fixPreview } from '../../server/src/protocol';
import { Client, everything, plugin } from './support/client';

const titles = (actions: readonly CodeAction[]) => actions.map(({ title }) => title);
const named = (actions: readonly CodeAction[], title: string) => actions.find(action => action.title === title) as CodeAction;
const without = (change: (capabilities: typeof everything) => void) => {
	const capabilities = structuredClone(everything);
	change(capabilities);
	return capabilities;
};
const fixAll = 'source.fixAll.packerReadiness';
const suppress = (rule: string) => `Suppress ${rule} here…`;

describe('code actions over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());

	it('offer what can be done about a finding, the fix first', async () => {
		client = await Client.start(plugin('/w/p', { 'a.go': 'package p\n\nvar x = "SAFE"\n' }));
		await client.open('/w/p/a.go');
		const actions = await client.actions('/w/p/a.go', 'SAFE');
		assert.deepEqual(titles(actions), ['Say done', suppress('demo/safe'), 'Explain demo/safe', 'Apply all safe fixes in this file (Packer Readiness)']);
		assert.deepEqual(
			actions.map(({ kind, isPreferred }) => [kind, isPreferred]),
			[
				['quickfix', true],
				['quickfix', undefined],
				['quickfix', undefined],
				[fixAll, undefined],
			],
		);
		assert.deepEqual(actions[0]?.diagnostics, client.diagnostics.get('file:///w/p/a.go'));
	});

	it('settle the finding when they are chosen', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'a SAFE b\r\n' }));
		await client.open('/w/p/a.md');
		const [fix] = await client.actions('/w/p/a.md', 'SAFE');
		await client.apply(fix?.edit);
		assert.equal(client.text('/w/p/a.md'), 'a done b\r\n');
		assert.deepEqual(client.marked, []);
		assert.deepEqual(await client.actions('/w/p/a.md', 'done'), []);
	});

	it('work out dear edits when they are chosen, from the text as it is by then', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'LAZY and LAZY\n' }));
		await client.open('/w/p/a.md');
		const [fix] = await client.actions('/w/p/a.md', ' and LAZY'); // the end of the first, and not yet the second
		assert.deepEqual([fix?.title, fix?.edit, fix?.isPreferred], ['Say late', undefined, false]);
		await client.type('/w/p/a.md', 'LAZY', 'now LAZY');
		await client.apply((await client.resolve(fix as CodeAction)).edit);
		assert.equal(client.text('/w/p/a.md'), 'now late and LAZY\n');
		const second = (await client.actions('/w/p/a.md', 'LAZY'))[0] as CodeAction;
		await client.type('/w/p/a.md', 'LAZY', 'gone');
		await assert.rejects(client.resolve(second), /no longer exists/);
	});

	it('work them out at once for clients that cannot wait', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'LAZY SAFE\n' }), { capabilities: without(c => delete c.textDocument?.codeAction?.resolveSupport) });
		await client.open('/w/p/a.md');
		await client.apply(named(await client.actions('/w/p/a.md', 'LAZY'), 'Say late').edit);
		await client.apply((await client.actions('/w/p/a.md', 'SAFE', { only: [fixAll] }))[0]?.edit);
		assert.equal(client.text('/w/p/a.md'), 'late done\n');
	});

	it('fix all that is safe in a document at once, and nothing else', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE LAZY SAFE\nSAFE\n', 'b.md': 'SAFE\n' }));
		await client.open('/w/p/a.md');
		for (const only of [[fixAll], ['source.fixAll'], ['source']])
			assert.deepEqual(
				(await client.actions('/w/p/a.md', 'LAZY', { only })).map(({ kind }) => kind),
				[fixAll],
			);
		const [all] = await client.actions('/w/p/a.md', 'LAZY', { only: [fixAll] });
		await client.apply((await client.resolve(all as CodeAction)).edit);
		assert.equal(client.text('/w/p/a.md'), 'done LAZY done\ndone\n');
		assert.deepEqual(client.shown('/w/p/a.md'), ['0:5-9 demo/lazy']);
		assert.deepEqual(await client.actions('/w/p/a.md', 'LAZY', { only: [fixAll] }), []);
		assert.deepEqual(client.shown('/w/p/b.md'), ['0:0-4 demo/safe']);
	});

	it('are only of the kinds that are asked for', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }));
		await client.open('/w/p/a.md');
		assert.deepEqual(await client.actions('/w/p/a.md', 'SAFE', { only: ['refactor'] }), []);
		const kinds = (await client.actions('/w/p/a.md', 'SAFE', { only: ['quickfix'] })).map(({ kind }) => kind);
		assert.deepEqual([kinds.length, [...new Set(kinds)]], [3, ['quickfix']]);
	});

	it('make and delete files, where the client can', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'FILES\n', 'old.md': 'old\n' }));
		await client.open('/w/p/a.md');
		const { edit } = named(await client.actions('/w/p/a.md', 'FILES'), 'Move it');
		assert.equal(edit?.changeAnnotations, undefined, 'what a person chose is not asked for again');
		await client.apply(edit);
		assert.deepEqual(
			[client.text('/w/p/a.md'), client.disk('/w/p/docs/new file.md'), client.disk('/w/p/old.md'), client.marked],
			['gone\n', '# New\n', '', []],
		);
	});

	describe('of which several files change, in our extension', () => {
		const lazily = without(c => c.textDocument?.codeAction?.resolveSupport?.properties.push('command'));
		const start = (files: Record<string, string>) => Client.start(plugin('/w/p', files), { extension: true, capabilities: lazily });
		const preview = (fix: CodeAction | undefined) => client.connection.sendRequest<FixPreview>(fixPreview, fix?.command?.arguments?.[0]);

		it('are shown first, file by file, and say what each would hold', async () => {
			client = await start({ 'a.md': 'é FILES\r\n', 'old.md': 'old\n' });
			await client.open('/w/p/a.md');
			const fix = named(await client.actions('/w/p/a.md', 'FILES'), 'Move it');
			assert.deepEqual([fix.edit, fix.command?.command, fix.command?.arguments?.[1]], [undefined, 'packerReadiness.previewFix', 'Move it']);
			const { edit, ...of } = await preview(fix);
			const files = [
				{ path: 'a.md', text: 'é gone\r\n' },
				{ path: 'docs/new file.md', text: '# New\n' },
				{ path: 'old.md', text: null },
			];
			assert.deepEqual(of, { root: 'file:///w/p', files, executables: [] });
			await client.apply(edit as WorkspaceEdit);
			assert.deepEqual([client.text('/w/p/a.md'), client.disk('/w/p/docs/new file.md'), client.disk('/w/p/old.md')], ['é gone\r\n', '# New\n', '']);
			assert.deepEqual(await preview(fix), { root: 'file:///w/p', edit: null, files: [], executables: [] });
		});

		it('name the finding by what it says, also after edits above it', async () => {
			client = await start({ 'a.md': 'FILES\nFILES here\n' });
			await client.open('/w/p/a.md');
			const fix = named(await client.actions('/w/p/a.md', 'FILES here'), 'Move it');
			await client.type('/w/p/a.md', 'FILES\n', 'FILES\nmore\n');
			assert.equal((await preview(fix)).files[0]?.text, 'FILES\nmore\ngone here\n');
		});

		it('stay edits where they change one file', async () => {
			client = await start({ 'a.md': 'SAFE LAZY\n' });
			await client.open('/w/p/a.md');
			assert.ok(named(await client.actions('/w/p/a.md', 'SAFE'), 'Say done').edit);
			const lazy = await client.resolve(named(await client.actions('/w/p/a.md', 'LAZY'), 'Say late'));
			assert.deepEqual([lazy.edit !== undefined, lazy.command], [true, undefined]);
		});

		for (const [kind, capabilities] of [
			['a command when they are chosen', lazily],
			['an edit, where commands cannot be given late', everything],
		] as const)
			it(`worked out late are ${kind}`, async () => {
				client = await Client.start(plugin('/w/p', { 'a.md': 'LATEFILES\n' }), { extension: true, capabilities });
				await client.open('/w/p/a.md');
				const fix = await client.resolve(named(await client.actions('/w/p/a.md', 'LATEFILES'), 'Add both'));
				assert.deepEqual([fix.edit === undefined, fix.command?.command], capabilities === lazily ? [true, 'packerReadiness.previewFix'] : [false, undefined]);
			});
	});

	it('are not offered where the client cannot make them, or a file is in the way', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'FILES\n' }), { capabilities: without(c => delete c.workspace?.workspaceEdit?.resourceOperations) });
		await client.open('/w/p/a.md');
		assert.equal(named(await client.actions('/w/p/a.md', 'FILES'), 'Move it'), undefined);
		client.end();
		client = await Client.start(plugin('/w/p', { 'a.md': 'FILES\n', 'docs/new file.md': 'mine\n' }));
		await client.open('/w/p/a.md');
		assert.equal(named(await client.actions('/w/p/a.md', 'FILES'), 'Move it'), undefined);
	});

	it('edit without document changes where the client has none', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { capabilities: without(c => delete c.workspace?.workspaceEdit) });
		await client.open('/w/p/a.md');
		const actions = await client.actions('/w/p/a.md', 'SAFE');
		assert.deepEqual(Object.keys(actions[0]?.edit ?? {}), ['changes']);
		await client.apply(actions[0]?.edit);
		assert.deepEqual(client.marked, []);
	});

	it('take diagnostics that the client names for those of the line', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'here: SAFE\n' }));
		await client.open('/w/p/a.md');
		const titles = async (diagnostics: Diagnostic[]) =>
			(await client.actions('/w/p/a.md', 'here', { only: ['quickfix'], diagnostics })).map(({ title }) => title);
		assert.deepEqual(await titles([]), []);
		assert.deepEqual(await titles(client.diagnostics.get('file:///w/p/a.md') ?? []), ['Say done', suppress('demo/safe'), 'Explain demo/safe']);
	});

	for (const [path, before, after] of [
		['a.go', 'package p\n\nfunc f() {\n\tg("PLAIN")\n}\n', 'package p\n\nfunc f() {\n\t// packer-readiness:ignore demo/plain -- why\n\tg("PLAIN")\n}\n'],
		['b.go', 'package p\r\n\r\nvar x = "PLAIN"\r\n', 'package p\r\n\r\n// packer-readiness:ignore demo/plain -- why\r\nvar x = "PLAIN"\r\n'],
		['a.yml', 'a:\n  - b: PLAIN\n', 'a:\n  # packer-readiness:ignore demo/plain -- why\n  - b: PLAIN\n'],
		['a.hcl', 'x {\n  y = "PLAIN"\n}\n', 'x {\n  # packer-readiness:ignore demo/plain -- why\n  y = "PLAIN"\n}\n'],
		['Makefile', 'a:\n\techo PLAIN\n', 'a:\n\t# packer-readiness:ignore demo/plain -- why\n\techo PLAIN\n'],
		['a.md', 'PLAIN\n', '<!-- packer-readiness:ignore demo/plain -- why -->\nPLAIN\n'],
		['a.mdx', '---\ntitle: PLAIN\n---\n', '---\n# packer-readiness:ignore demo/plain -- why\ntitle: PLAIN\n---\n'],
	] as const)
		it(`put a comment above the line in ${path}, and nothing is suppressed before there is a reason`, async () => {
			client = await Client.start(plugin('/w/p', { [path]: before }));
			await client.open(`/w/p/${path}`);
			const { edit } = named(await client.actions(`/w/p/${path}`, 'PLAIN'), suppress('demo/plain'));
			await client.apply(edit, 'why');
			assert.equal(client.text(`/w/p/${path}`), after);
			assert.deepEqual(client.marked, []);
			await client.type(`/w/p/${path}`, '-- why', '-- ');
			assert.deepEqual(client.marked, [`/w/p/${path}`]);
		});

	for (const [path, before, why] of [
		['LICENSE', 'PLAIN\n', 'the file has no comments'],
		['a.go', 'package p\n\nvar x = `\nPLAIN\n`\n', 'it would be part of a string'],
		['a.yml', 'a: |\n  b\n  PLAIN\n', 'it would be part of a text'],
		['a.md', '```\nPLAIN\n```\n', 'it would be shown'],
		['a.hcl', 'x = <<EOT\nPLAIN\nEOT\n', 'it would be part of a text'],
		['Makefile', 'a = b \\\n  PLAIN\n', 'the line goes on'],
	] as const)
		it(`offer an entry in .packer-readiness.yml in ${path}, where ${why}`, async () => {
			client = await Client.start(plugin('/w/p', { [path]: before }));
			await client.open(`/w/p/${path}`);
			const actions = await client.actions(`/w/p/${path}`, 'PLAIN', { only: ['quickfix'] });
			assert.deepEqual(titles(actions), ['Suppress demo/plain in .packer-readiness.yml…', 'Explain demo/plain']);
			await client.apply(actions[0]?.edit);
			assert.equal(client.disk('/w/p/.packer-readiness.yml'), 'rules:\n  demo/plain:\n    severity: off\n    reason: \n');
		});

	for (const [before, after] of [
		['target: community\n', 'target: community\nrules:\n  demo/plain:\n    severity: off\n    reason: why\n'],
		['rules:\n    a/b: off\n', 'rules:\n    demo/plain:\n        severity: off\n        reason: why\n    a/b: off\n'],
		['rules: # mine\r\n  a/b: off\r\n', 'rules: # mine\r\n  demo/plain:\r\n    severity: off\r\n    reason: why\r\n  a/b: off\r\n'],
		['rules:', 'rules:\n  demo/plain:\n    severity: off\n    reason: why\n'],
	] as const)
		it(`add to ${JSON.stringify(before)}`, async () => {
			client = await Client.start(plugin('/w/p', { LICENSE: 'PLAIN', '.packer-readiness.yml': before }));
			await client.open('/w/p/LICENSE');
			const [entry] = await client.actions('/w/p/LICENSE', 'PLAIN');
			await client.apply(entry?.edit, 'why');
			assert.equal(client.disk('/w/p/.packer-readiness.yml'), after);
		});

	it('leave settings alone that are written in another way, or have the rule already', async () => {
		client = await Client.start(plugin('/w/p', { LICENSE: 'PLAIN', '.packer-readiness.yml': 'rules: { a/b: off }\n' }));
		await client.open('/w/p/LICENSE');
		assert.deepEqual(titles(await client.actions('/w/p/LICENSE', 'PLAIN')), ['Explain demo/plain']);
		await client.write({ '/w/p/.packer-readiness.yml': 'rules:\n  demo/plain: info\n' });
		assert.deepEqual(titles(await client.actions('/w/p/LICENSE', 'PLAIN')), ['Explain demo/plain']);
	});

	it('name the commands of our extension, and have other clients open the page', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n  PLAIN\n' }), { extension: true });
		await client.open('/w/p/a.md');
		assert.deepEqual(
			(await client.actions('/w/p/a.md', 'PLAIN')).map(({ command }) => [command?.command, command?.arguments]),
			[
				['packerReadiness.suppress', [{ uri: 'file:///w/p/a.md', line: 1, rule: 'demo/plain', prefix: '<!--', suffix: ' -->', indent: '  ' }]],
				['packerReadiness.explainRule', ['demo/plain']],
			],
		);
		client.end();
		client = await Client.start(plugin('/w/p', { 'a.md': 'PLAIN\n' }));
		await client.open('/w/p/a.md');
		const explain = named(await client.actions('/w/p/a.md', 'PLAIN'), 'Explain demo/plain');
		await client.connection.sendRequest('workspace/executeCommand', { command: explain.command?.command, arguments: explain.command?.arguments });
		assert.match(client.shownDocuments[0] ?? '', /^https:.*\/demo\/plain\/README\.md$/);
	});

	it('are absent in documents outside plugins', async () => {
		client = await Client.start({ ...plugin('/w/p'), '/w/a.md': 'SAFE\n' });
		await client.open('/w/a.md');
		assert.deepEqual(await client.actions('/w/a.md', 'SAFE'), []);
	});
});
