import assert from 'node:assert/strict';
import { command } from '../../client/src/contributions';
import { bodyHtml, statusOf } from '../../client/src/features/integration/html';
import { registerIntegration } from '../../client/src/features/integration/preview';
import type { Host } from '../../client/src/host';
import type { IntegrationPreviewRequest, IntegrationView } from '../../server/src/protocol';
import { type Element, elementsOf, textOf } from '../integration/support';
import { some } from '../support/some';
import { listeners, outside, type Panel, panels, reset, Uri, window } from './support/vscode';

const root = 'file:///w/p';
const page = (key: string, more = {}): IntegrationView['pages'][number] => ({
	...{
		key,
		title: `Title of ${key}`,
		group: key === 'readme' ? '' : 'Builders',
		path: key === 'readme' ? '.web-docs/README.md' : `.web-docs/components/${key}/README.md`,
	},
	...{ source: `docs/${key}.mdx`, empty: false, missing: false, dead: 0, current: true, unknown: null },
	...more,
});
const shownPage = (key: string) => ({ key, html: `<p>Page ${key}.</p>`, reason: null, dead: [], changes: 0 });
const view: IntegrationView = {
	...{
		rejected: [],
		remarks: [],
		name: 'Cloud <b>',
		description: 'Makes images.',
		organization: 'acme',
		identifier: 'packer/acme/cloud',
		tier: 'community',
		flags: [],
	},
	...{ license: null, elsewhere: null, snippet: 'packer {\n}\n', variant: 'committed', command: 'make generate' },
	pages: [page('readme'), page('builder/a'), page('builder/b')],
	shown: shownPage('readme'),
};
const remark = { message: 'Flag `x` is wrong.', path: '.web-docs/metadata.hcl', line: 3, column: 4 };

const attribute = (element: Element | undefined, name: string) => element?.attrs.find(one => one.name === name)?.value;
const having = (html: string, name: string, value?: string) =>
	elementsOf(html).filter(element => (value === undefined ? attribute(element, name) !== undefined : attribute(element, name) === value));

describe('the preview of the integration page', () => {
	it('says first that the portal rejects the integration, and leads to the line', () => {
		const html = bodyHtml({ ...view, rejected: [remark] }, root);
		assert.ok(
			textOf(html).startsWith('The portal rejects this integrationNothing of it is published until this is fixed:Flag x is wrong. .web-docs/metadata.hcl:3'),
		);
		const link = elementsOf(html).find(({ tagName }) => tagName === 'a');
		const [, args = ''] = /^command:packerReadiness\.openFinding\?(.*)$/.exec(attribute(link, 'href') ?? '') ?? [];
		assert.deepEqual(JSON.parse(decodeURIComponent(args)), [{ uri: `${root}/.web-docs/metadata.hcl`, line: 2, column: 3 }]);
	});

	it('has tabs as ARIA describes them, one of which is in the order of the Tab key', () => {
		const html = bodyHtml({ ...view, shown: shownPage('builder/a') }, root);
		const tabs = having(html, 'role', 'tab');
		assert.deepEqual(
			tabs.map(tab => [attribute(tab, 'data-page'), attribute(tab, 'aria-selected'), attribute(tab, 'tabindex')]),
			[
				['readme', 'false', '-1'],
				['builder/a', 'true', '0'],
				['builder/b', 'false', '-1'],
			],
		);
		const [list, panel] = [having(html, 'role', 'tablist')[0], having(html, 'role', 'tabpanel')[0]];
		assert.ok(attribute(list, 'aria-label'));
		assert.equal(attribute(panel, 'aria-labelledby'), attribute(tabs[1], 'id'));
		for (const tab of some(tabs)) assert.equal(attribute(tab, 'aria-controls'), attribute(panel, 'id'));
	});

	it('names every id once, and only ids that are there', () => {
		const html = bodyHtml({ ...view, rejected: [remark], remarks: [remark], shown: { ...shownPage('readme'), dead: [{ address: 'x', why: 'y' }] } }, root);
		const ids = having(html, 'id').map(element => attribute(element, 'id'));
		assert.equal(new Set(ids).size, ids.length);
		const named = ['aria-labelledby', 'aria-controls'].flatMap(name => having(html, name).map(element => attribute(element, name)));
		for (const id of some(named)) assert.ok(ids.includes(id), id);
	});

	it('says in its tabs what is empty, broken or different, and what make generate does', () => {
		const pages = [page('readme', { dead: 2 }), page('builder/a', { empty: true, missing: true, current: false }), page('builder/b', { current: false })];
		const text = (shown: string, more = {}) => textOf(bodyHtml({ ...view, pages, shown: { ...shownPage(shown), ...more } }, root));
		assert.match(text('readme'), /Title of readme 2 broken linksBuildersTitle of builder\/a, Builders empty, differsTitle of builder\/b, Builders differs/);
		assert.match(
			text('builder/a', { html: '' }),
			/make generate creates this page\. Show what is generated · Regenerate files….*The portal shows an empty page: .*builder\/a\/README\.md is missing\./,
		);
		assert.match(text('builder/b', { changes: 1 }), /make generate changes this page\. 1 place marked as removed\./);
		assert.match(text('builder/b'), /make generate changes this page\. Nothing of it is removed\./);
	});

	it('tells a screen reader what is shown now', () => {
		assert.equal(statusOf(view), 'Title of readme, committed.');
		const more = { ...shownPage('readme'), dead: [{ address: 'x', why: 'y' }], changes: 2 };
		assert.equal(
			statusOf({ ...view, variant: 'generated', rejected: [remark], shown: more }),
			'The portal rejects the integration. Title of readme, as generated, 1 broken link, 2 differences.',
		);
		assert.equal(statusOf({ ...view, pages: [], shown: null }), '');
	});

	it('shows no switch where nothing compiles the pages', () => {
		assert.equal(having(bodyHtml(view, root), 'name', 'variant').length, 2);
		assert.equal(having(bodyHtml({ ...view, command: null }, root), 'name', 'variant').length, 0);
	});
});

describe('the tab with the preview of the integration page', () => {
	let asked: IntegrationPreviewRequest[];
	let answer: (request: IntegrationPreviewRequest) => Promise<IntegrationView>;
	let run: (called?: unknown) => Promise<void>;
	let owned: Array<{ dispose(): void }>;
	const plugin = { uri: root, name: 'cloud' };
	const sent = (panel: Panel | undefined) => panel?.sent.at(-1) as { html: string; page: string; status: string } | undefined;
	const editing = (path: string) => ({ document: { uri: Uri.parse(`${root}/${path}`) } });

	beforeEach(() => {
		reset();
		asked = [];
		owned = [];
		answer = async ({ page: key = 'readme', variant = 'committed' }) => ({ ...view, variant, shown: shownPage(key) });
		const host = {
			context: { subscriptions: owned, extensionUri: Uri.parse('file:///x') },
			server: {
				plugins: [plugin],
				state: 'ready',
				onChange: () => ({ dispose() {} }),
				output: { warn: (text: string) => assert.fail(text) },
				request: (_: string, request: IntegrationPreviewRequest) => {
					asked.push(request);
					return answer(request);
				},
			},
			command: (id: string, act: (called?: unknown) => Promise<void>) => {
				assert.equal(id, command.previewIntegration);
				run = act;
			},
		};
		registerIntegration(host as unknown as Host);
	});
	afterEach(() => {
		for (const one of owned) one.dispose();
	});

	it('opens the page that is edited', async () => {
		window.activeTextEditor = editing('docs/builder/b.mdx');
		await run();
		assert.equal(panels.length, 1);
		assert.match(panels[0]?.webview.html ?? '', /data-shown="builder\/b"/);
		assert.equal(panels[0]?.title, 'Integration page of cloud');
	});

	it('lets only its script and its style in, with a nonce that is new for each document', async () => {
		await run();
		panels[0]?.dispose();
		await run();
		const policy = /Content-Security-Policy" content="default-src 'none'; script-src 'nonce-([0-9a-f]{32})'; style-src 'nonce-\1';"/;
		const nonces = panels.map(({ webview: { html } }) => policy.exec(html)?.[1]);
		assert.ok(nonces[0] !== undefined && nonces[1] !== undefined && nonces[0] !== nonces[1]);
		assert.deepEqual(
			panels.map(({ webview: { html } }, i) => html.includes(`<script nonce="${nonces[i]}" src="file:///x/dist/integration.js"></script>`)),
			[true, true],
		);
		const { localResourceRoots, enableCommandUris } = (panels[0] as Panel).options as { localResourceRoots: Uri[]; enableCommandUris: string[] };
		assert.deepEqual([localResourceRoots.map(String), enableCommandUris], [['file:///x/dist'], [command.openFinding, command.generate]]);
	});

	it('shows the page and the text that a person chooses, and copies the snippet', async () => {
		await run();
		await panels[0]?.say({ page: 'builder/a' });
		await panels[0]?.say({ variant: 'generated' });
		assert.deepEqual(asked.at(-1), { uri: root, variant: 'generated', page: 'builder/a' });
		assert.deepEqual([sent(panels[0])?.page, sent(panels[0])?.status], ['builder/a', 'Title of builder/a, as generated.']);
		await panels[0]?.say({ copy: true });
		assert.equal(outside.clipboard, 'packer {\n}\n');
	});

	it('sends what is shown again to a document that was made anew', async () => {
		await run();
		await panels[0]?.say({ page: 'builder/a' });
		const count = asked.length;
		await panels[0]?.say({ ready: true });
		assert.deepEqual([asked.length, sent(panels[0])?.page, panels[0]?.sent.length], [count, 'builder/a', 2]);
	});

	it('drops an answer that a newer one has overtaken', async () => {
		await run();
		let late: (view: IntegrationView) => void = () => {};
		const quick = answer;
		answer = () => new Promise(resolve => (late = resolve));
		const first = panels[0]?.say({ page: 'builder/a' });
		answer = quick;
		await panels[0]?.say({ page: 'builder/b' });
		late({ ...view, shown: shownPage('builder/a') });
		await first;
		assert.deepEqual(
			panels[0]?.sent.map(one => (one as { page: string }).page),
			['builder/b'],
		);
	});

	it('follows the editor to another page', async () => {
		await run();
		for (const heard of some(listeners.active)) heard(editing('.web-docs/components/builder/a/README.md'));
		for (let turns = 0; turns < 100 && panels[0]?.sent.length === 0; turns++) await new Promise(setImmediate);
		assert.equal(sent(panels[0])?.page, 'builder/a');
	});
});
