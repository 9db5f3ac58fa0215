import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../server/src/rules/index';
import { some } from '../support/some';
import { Client, everything, type Options, plugin } from './support/client';

const path = '/w/p/.packer-readiness.yml';

describe('the settings file over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());

	/** Opens a settings file, in which `^` is the cursor. */
	async function opened(marked: string, options: Options = {}) {
		const at = marked.indexOf('^');
		const text = marked.replace('^', '');
		const { line, character } = TextDocument.create('', '', 0, text).positionAt(at);
		client = await Client.start(plugin('/w/p'), { environment: { rules }, ...options });
		await client.open(path, text);
		return { text, line, character };
	}

	/** What is offered at the cursor. */
	async function offered(marked: string, options: Options = {}): Promise<CompletionItem[]> {
		const { line, character } = await opened(marked, options);
		return client.complete(path, line, character);
	}

	/** The file after an offered word was chosen, with `^` where the cursor is then. */
	async function chosen(marked: string, word: string): Promise<string> {
		const { text, line, character } = await opened(marked);
		const item = (await client.complete(path, line, character)).find(({ label }) => label === word);
		assert.ok(item?.textEdit && 'range' in item.textEdit, `${word} is not offered`);
		const { range, newText } = item.textEdit;
		return TextDocument.applyEdits(TextDocument.create('', '', 0, text), [{ range, newText: `${newText}^` }]);
	}

	const hovered = async (marked: string, options: Options = {}) => {
		const { line, character } = await opened(marked, options);
		return client.hover(path, line, character);
	};
	const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

	const offers: ReadonlyArray<readonly [what: string, text: string, words: readonly string[]]> = [
		['what can be set', '^', ['target', 'rules', 'exemptions']],
		['what is not yet set', 'target: partner\n^', ['rules', 'exemptions']],
		['what can be set, half-typed', 'ta^\nrules:\n  license/missing: off\n', ['target', 'exemptions']],
		['what can be said of an exemption', 'exemptions:\n  - ^\n', ['rule', 'path', 'component', 'reason', 'owner', 'expires']],
		['what is not yet said of it', 'exemptions:\n- rule: docs/drift\n  ^\n- path: docs/\n', ['path', 'component', 'reason', 'owner', 'expires']],
		[
			'the same of the next one',
			'exemptions:\n  - rule: docs/drift\n    reason: why\n  - path: docs/\n    ^\n',
			['rule', 'component', 'reason', 'owner', 'expires'],
		],
		['targets', 'target: ^', ['partner', 'community']],
		['targets in quotes', 'target: "co^"', ['partner', 'community']],
		['severities', 'rules:\n  license/missing: ^\n', ['off', 'error', 'warning', 'info']],
		['severities in a mapping', 'rules:\n  license/missing:\n    severity: w^\n', ['off', 'error', 'warning', 'info']],
		['what can be set of a rule', 'rules:\n  license/missing:\n    ^\n', ['severity', 'reason']],
		['what can be set of a rule with options', 'rules:\n  license/not-mpl:\n    severity: info\n    ^\n', ['reason', 'options']],
		['what can be set of a rule that does not exist', 'rules:\n  license/nothing:\n    ^\n', ['severity', 'reason']],
		['options', 'rules:\n  license/not-mpl:\n    options:\n      ^\n', ['accepted']],
		['the same in braces', 'rules:\n  license/missing: { severity: off, ^ }\n', ['reason']],
		['severities in braces', 'rules: { license/missing: { severity: ^', ['off', 'error', 'warning', 'info']],
		['the same past a comment and an empty line', 'rules: # few\n  license/missing:\n\n    # why\n    ^\n', ['severity', 'reason']],
		['nothing in a comment', '# ^', []],
		['nothing after a comment sign', 'target: partner # ^', []],
		['nothing in a list', 'rules:\n  - ^\n', []],
		['nothing in a reason', 'rules:\n  license/missing:\n    reason: because ^\n', []],
		['nothing in a text of several lines', 'rules:\n  license/missing:\n    reason: |\n      ^\n', []],
		['nothing directly after a colon', 'target:^', []],
		['nothing under a word that takes no mapping', 'target:\n  ^', []],
		['nothing after braces', 'rules: {} ^', []],
		['nothing before a word', 'rules:\n ^ license/missing: off\n', []],
		['nothing behind a tab', 'rules:\n\t^', []],
	];
	for (const [what, text, words] of offers)
		it(`completes ${what}`, async () => {
			assert.deepEqual(labels(await offered(text)), words);
		});

	it('completes every rule that is not set yet, with its summary and page', async () => {
		const items = await offered('rules:\n  license/missing: off\n  rel^\n  webdocs/flags:\n    severity: info\n');
		const others = Object.keys(rules).filter(id => id !== 'license/missing' && id !== 'webdocs/flags');
		assert.deepEqual(labels(items), others);
		const item = items.find(({ label }) => label === 'license/not-mpl');
		assert.equal(item?.detail, rules['license/not-mpl'].severity);
		assert.match(JSON.stringify(item?.documentation), /Default severity: .*`accepted`.*blob\/main\/server\/src\/rules\/license\/not-mpl\/README\.md/);
	});

	it('writes what follows a word, and replaces the whole word', async () => {
		assert.equal(await chosen('^', 'rules'), 'rules:\n  ^');
		client.end();
		assert.equal(
			await chosen('rules:\r\n    license/not-mpl:\r\n        o^', 'options'),
			'rules:\r\n    license/not-mpl:\r\n        options:\r\n            ^',
		);
		client.end();
		assert.equal(await chosen('rules:\n  license/mis^sing: off\n', 'license/not-mpl'), 'rules:\n  license/not-mpl^: off\n');
		client.end();
		assert.equal(await chosen('rules:\n  lice^', 'license/missing'), 'rules:\n  license/missing: ^');
		client.end();
		assert.equal(await chosen('rules:\n  "lice^": off', 'license/missing'), 'rules:\n  "license/missing^": off');
		client.end();
		assert.equal(await chosen('rules:\n  license/missing: { s^ }', 'severity'), 'rules:\n  license/missing: { severity: ^ }');
	});

	it('counts a byte order mark that the editor sends', async () => {
		assert.equal(await chosen('\ufefftar^', 'target'), '\ufefftarget: ^');
		client.end();
		assert.deepEqual((await hovered('\ufefftar^get: partner'))?.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 7 } });
	});

	it('says what words mean', async () => {
		assert.deepEqual(await hovered('rules:\n  license/mis^sing: off\n'), {
			contents: {
				kind: 'markdown',
				value: `**${rules['license/missing'].summary}.**\n\nDefault severity: error.\n\n[license/missing](https://github.com/packer-plugin-readiness/packer-plugin-readiness/blob/main/server/src/rules/license/missing/README.md)`,
			},
			range: { start: { line: 1, character: 2 }, end: { line: 1, character: 17 } },
		});
		client.end();
		assert.match(JSON.stringify(await hovered('rules:\n  license/missing: { severity: o^ff }\n')), /"Suppresses the rule\./);
		client.end();
		assert.equal(await hovered('rules:\n  license/missing:\n    reason: target^\n'), null);
		client.end();
		assert.match(JSON.stringify((await hovered('rules:\n  constructor^: off\n'))?.contents), /readiness\/config-invalid/);
	});

	it('links to the page in the editor where that has our extension, and says it plainly where the client shows no Markdown', async () => {
		assert.match(JSON.stringify(await hovered('rules:\n  license/mis^sing: off\n', { extension: true })), /\(command:packerReadiness\.explainRule\?/);
		client.end();
		const plain = await hovered('rules:\n  license/mis^sing: off\n', { capabilities: {} });
		assert.match(JSON.stringify(plain?.contents), /"kind":"plaintext".*\\n\\nlicense\/missing: https:/);
		client.end();
		const [item] = await offered('^', { capabilities: {} });
		assert.equal(item?.documentation, 'Who submits the plugin: `partner` or `community`.');
	});

	it('goes on to the value in our extension alone', async () => {
		assert.equal((await offered('^', { extension: true }))[0]?.command?.command, 'editor.action.triggerSuggest');
		client.end();
		assert.equal((await offered('^'))[0]?.command, undefined);
	});

	it('completes in settings files alone where the client registers that', async () => {
		client = new Client(plugin('/w/p'), { rules });
		assert.equal((await client.initialize()).capabilities.completionProvider, undefined);
		await client.until(() => client.registered.includes('textDocument/completion'));
		client.end();
		client = new Client(plugin('/w/p'), { rules });
		assert.ok((await client.initialize({ capabilities: {} })).capabilities.completionProvider);
		await client.open('/w/p/main.go');
		assert.deepEqual(await client.complete('/w/p/main.go', 0, 0), []);
	});

	it('offers the rule that was meant, and not to suppress', async () => {
		await opened('rules:\n  license/mising: off\n^');
		const actions = await client.actions(path, 'license/mising');
		assert.deepEqual(
			actions.map(({ title }) => title),
			['Change to license/missing', 'Explain readiness/config-invalid'],
		);
		await client.apply(some(actions)[0]?.edit);
		assert.equal(client.text(path), 'rules:\n  license/missing: off\n');
		assert.deepEqual(client.shown(path), []);
	});

	it('offers words that were meant also where a rule, a severity and a target are misspelled at once', async () => {
		await opened('target: comunity\nrules:\n  license/missing: warn\n  license/not-mpl: { sevrity: info }\n^');
		const first = async (word: string) => (await client.actions(path, word))[0]?.title;
		assert.equal(await first('comunity'), 'Change to community');
		assert.equal(await first('warn'), 'Change to warning');
		assert.equal(await first('sevrity'), 'Change to severity');
	});

	const deep = Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
	const hostile: ReadonlyArray<readonly [what: string, text: string]> = [
		['10,000 nested lists', `rules:\n  ${'- '.repeat(10_000)}^\n`],
		['10,000 nested braces', `rules: ${'{a: '.repeat(10_000)}^`],
		['10,000 open brackets', `${'['.repeat(10_000)}^`],
		['1000 nested keys', `${deep}\n${' '.repeat(1000)}^`],
		['aliases of aliases', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nrules: *c\n  ^`],
		['an alias of itself', 'rules: &a\n  b: *a\n  ^'],
		['10 MB of keys', `${'x: y\n'.repeat(2_000_000)}^`],
		['10 MB in one line', `${'x '.repeat(5_000_000)}^`],
		['1 MB of spaces', `a${' '.repeat(999_000)}^`],
		['1 MB of spaces after a colon', `a:${' '.repeat(990_000)}^`],
		['1 MB of quotes', `${'"'.repeat(999_000)}^`],
		['1 MB of colons', `${': '.repeat(499_000)}^`],
		['a million empty lines', `${'\n'.repeat(999_000)}  ^`],
		['a lone carriage return', 'rules:\r  ^'],
		['control characters', '\u0000\u2028\ud800^'],
		['a merge key', 'a: &a { severity: off }\nrules:\n  license/missing:\n    <<: *a\n    ^'],
		['the prototype', 'rules:\n  __proto__:\n    options:\n      ^'],
		['two documents', '---\nrules:\n---\n^'],
	];
	for (const [what, text] of hostile)
		it(`answers with ${what}`, async () => {
			const { line, character } = await opened(text, { capabilities: everything });
			const places = [
				[line, character],
				[0, 0],
				[line, character + 1],
				[line + 1, 0],
				[0, 2 ** 31 - 1],
			] as const;
			for (const [at, column] of places) {
				assert.ok(Array.isArray(await client.complete(path, at, column)));
				const hover = await client.hover(path, at, column);
				assert.ok(hover === null || 'contents' in hover);
			}
			assert.deepEqual(client.logged, []);
			await client.open(path, 'target: ', 2);
			assert.deepEqual(labels(await client.complete(path, 0, 8)), ['partner', 'community']);
		});

	it('answers at every place of a file, however much of it has been typed', async () => {
		const whole =
			'# settings\ntarget: "community"\nrules:\n  license/missing: { severity: off, reason: \'it is\' }\n  ci/make-targets:\n    options:\n      targets: [build]\n';
		await opened('^');
		let version = 1;
		for (let length = 0; length <= whole.length; length++) {
			const text = whole.slice(0, length);
			await client.connection.sendNotification('textDocument/didChange', {
				textDocument: { uri: `file://${path}`, version: ++version },
				contentChanges: [{ text }],
			});
			const { line, character } = TextDocument.create('', '', 0, text).positionAt(length);
			assert.ok(Array.isArray(await client.complete(path, line, character)), text);
		}
		assert.deepEqual(client.logged, []);
	});
});
