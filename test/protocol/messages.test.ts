import assert from 'node:assert/strict';
import { pageView } from '../../server/src/pages/view';
import * as protocol from '../../server/src/protocol';
import { create } from '../../server/src/text/edit';
import { Client, plugin } from './support/client';
import { pages, rules } from './support/rules';

const uri = 'file:///w/p';

describe('the private messages', () => {
	let client: Client;
	afterEach(() => client.end());
	const ask = <T>(method: string, params: object = {}) => client.connection.sendRequest<T>(method, params);

	it('tell how the plugins stand', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n SAFE\n', 'b.go': '// packer-readiness:ignore demo/safe -- why\n// SAFE\n' }));
		assert.equal(client.told.length, 1);
		const [view] = client.told[0]?.plugins ?? [];
		assert.deepEqual(
			{ ...view, items: view?.items.length },
			{
				uri,
				name: 'acme',
				module: 'github.com/acme/packer-plugin-acme',
				summary: { errors: 1, warnings: 0, infos: 0, suppressed: 1, baseline: 0, ready: false },
				components: [],
				items: view?.items.length,
				findings: [
					{
						rule: 'demo/safe',
						severity: 'error',
						title: 'Word SAFE',
						message: 'This says SAFE.',
						uri: `${uri}/a.md`,
						line: 1,
						column: 1,
						item: 'develop-and-test',
						fix: 'safe',
					},
				],
				suppressed: [
					{
						rule: 'demo/safe',
						severity: 'error',
						title: 'Word SAFE',
						message: 'This says SAFE.',
						uri: `${uri}/b.go`,
						line: 1,
						column: 3,
						item: 'develop-and-test',
						fix: 'safe',
						suppressed: { how: 'inline', reason: 'why' },
					},
				],
				troubles: [],
				next: { label: 'Apply 1 safe fix', reason: 'Safe fixes need no review.', act: 'fixes' },
			},
		);
	});

	it('tell it again only when it has changed', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }));
		await client.open('/w/p/a.md');
		await client.type('/w/p/a.md', 'SAFE', 'SAFE again');
		assert.equal(client.told.length, 1);
		await client.type('/w/p/a.md', 'SAFE', 'fine');
		assert.deepEqual([client.told.length, client.told.at(-1)?.plugins[0]?.summary.ready], [2, true]);
	});

	it('take in what a person recorded, and keep it while the plugin is away', async () => {
		client = await Client.start(plugin('/w/p'));
		const state = () => client.told.at(-1)?.plugins[0]?.items.find(({ id }) => id === 'webform')?.state;
		assert.equal(state(), 'open');
		await client.connection.sendNotification(protocol.recordedChanged, {
			uri,
			recorded: { ticks: { webform: { state: 'done', at: '2026-01-01T00:00:00Z' } }, rounds: [] },
		});
		await client.settled();
		assert.equal(state(), 'done');
		await client.setFolders([], ['/w']);
		assert.deepEqual(client.told.at(-1)?.plugins, []);
		await client.setFolders(['/w'], []);
		assert.equal(state(), 'done');
	});

	it('check everything again from disk, also what no watcher told', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }));
		client.fs.set('/w/p/a.md', 'SAFE\n');
		for (const [path, text] of Object.entries(plugin('/w/q', { 'q.md': 'SAFE\n' }))) client.fs.set(path, text);
		assert.equal(await ask(protocol.checkAll), null);
		assert.deepEqual(client.marked, ['/w/p/a.md', '/w/q/q.md']);
	});

	it('explain and list the rules', async () => {
		client = await Client.start({});
		assert.equal(await ask(protocol.explainRule, { rule: 'demo/safe' }), pageView('demo/safe', pages['demo/safe'] as string, rules['demo/safe']));
		assert.equal(await ask(protocol.explainRule, { rule: 'no/such' }), null);
		assert.deepEqual(
			(await ask<protocol.RuleView[]>(protocol.listRules)).map(({ id }) => id),
			Object.keys(rules),
		);
	});

	it('tell what the acceptance tests need', async () => {
		const needs = () => ask<protocol.AcceptanceNeeds>(protocol.acceptanceNeeds, { uri } satisfies protocol.AcceptanceNeedsRequest);
		const unit = 'package acme\n\nimport "testing"\n\nfunc TestUnit(t *testing.T) {}\n';
		client = await Client.start(plugin('/w/p', { 'builder/acme/builder_test.go': unit }));
		assert.deepEqual(await needs(), { packer: false, binary: 'packer-plugin-acme', source: 'github.com/acme/acme' });
		const imports = 'import (\n\t"testing"\n\n\t"github.com/hashicorp/packer-plugin-sdk/acctest"\n)';
		await client.write({ '/w/p/builder/acme/builder_acc_test.go': unit.replace('import "testing"', imports).replace('{}', '{ acctest.TestPlugin(t, nil) }') });
		assert.equal((await needs()).packer, true);
	});

	it('ask the services, with all that was typed before', async () => {
		const services = {
			draftOutgoing: (_: unknown, kind: string, text: string) => ({ target: `https://example.com/${kind}?body=${text}` }),
			draft: ({ report }: { report: { findings: readonly unknown[] } }) => ({
				notices: [],
				title: 'Draft',
				text: `${report.findings.length} findings`,
				language: 'markdown' as const,
				target: 'https://example.com',
			}),
			exportReport: async ({ root }: { root: string }, format: string) => `${root} as ${format}`,
			newPlugin: ({ name }: { name: string }) => ({ files: [{ path: 'main.go', text: name, executable: false }], edits: [], open: 'main.go' }),
			newComponent: () => ({ refused: 'There is one already.' }),
			newWorkflow: () => ({ files: [], edits: [], open: '.github/workflows/a.yml' }),
			generate: () => ({ edits: [create('x.go', 'package x\n')], files: [{ path: 'x.go', text: 'package x\n', diff: '+package x' }], notes: ['note'] }),
		};
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }), { environment: { services } });
		await client.open('/w/p/a.md');
		await client.sendEdit('/w/p/a.md', 'x', 'SAFE');
		assert.equal((await ask<protocol.DraftView>(protocol.draft, { uri, kind: 'email' })).text, '1 findings');
		assert.deepEqual(await ask(protocol.draftOutgoing, { uri, kind: 'docs-pr', text: 'x' }), { target: 'https://example.com/docs-pr?body=x' });
		assert.equal(await ask(protocol.exportReport, { uri, format: 'sarif' }), '/w/p as sarif');
		assert.deepEqual(await ask(protocol.scaffold, { kind: 'plugin', name: 'acme', owner: 'acme' }), {
			files: [{ path: 'main.go', text: 'acme', executable: false }],
			open: 'main.go',
			edit: null,
		});
		assert.deepEqual(await ask(protocol.scaffold, { kind: 'component', uri, component: 'builder', name: 'x' }), { refused: 'There is one already.' });
		assert.deepEqual(await ask(protocol.scaffold, { kind: 'workflow', uri }), { files: [], open: '.github/workflows/a.yml', edit: null });
		const generated = await ask<protocol.GenerateAnswer>(protocol.generate, { uri });
		await client.apply(generated.edit as never);
		assert.deepEqual([client.disk('/w/p/x.go'), generated.notes], ['package x\n', ['note']]);
	});

	for (const [method, params, words] of [
		[protocol.draft, { uri, kind: 'email' }, /does not support drafts/],
		[protocol.draftOutgoing, { uri, kind: 'email', text: '' }, /does not support drafts/],
		[protocol.exportReport, { uri, format: 'json' }, /does not support reports/],
		[protocol.scaffold, { kind: 'plugin' }, /does not support scaffolding/],
		[protocol.generate, { uri }, /does not support generating/],
		[protocol.safeFixes, { uri }, /does not support fixing/],
		[protocol.safeFixes, { uri: 'file:///elsewhere' }, /\/elsewhere is not in a Packer plugin of this workspace/],
		[protocol.safeFixes, { uri: 'untitled:x' }, /does not name a plugin folder/],
		[protocol.safeFixes, {}, /does not name a plugin folder/],
	] as const)
		it(`refuse ${method} ${JSON.stringify(params)} with a sentence`, async () => {
			client = await Client.start(plugin('/w/p'), { environment: { services: {} } });
			await assert.rejects(ask(method, params), words);
		});

	it('refuse kinds and formats that there are not', async () => {
		const never = () => assert.fail();
		client = await Client.start(plugin('/w/p'), {
			environment: { services: { draft: never, draftOutgoing: never, exportReport: never, newPlugin: never, newComponent: never, newWorkflow: never } },
		});
		await assert.rejects(ask(protocol.draft, { uri, kind: 'poem' }), /Draft kind poem does not exist/);
		await assert.rejects(ask(protocol.draftOutgoing, { uri, kind: 'email' }), /request has no text/);
		await assert.rejects(ask(protocol.exportReport, { uri, format: 'pdf' }), /Report format pdf does not exist/);
		await assert.rejects(ask(protocol.scaffold, { kind: 'nothing' }), /Only a plugin, a component or a workflow/);
	});
});
