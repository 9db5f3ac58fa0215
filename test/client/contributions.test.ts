import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { command, contextKey, scheme, settings, view } from '../../client/src/contributions';
import { nouns } from '../../client/src/features/drafts/kinds';
import { some } from '../support/some';
import { parseWhen } from './support/when';

interface MenuEntry {
	readonly command?: string;
	readonly submenu?: string;
	readonly when: string;
	readonly group?: string;
}

interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: ReadonlyArray<{
			readonly command: string;
			readonly title: string;
			readonly category: string;
			readonly icon?: string;
			readonly enablement?: string;
		}>;
		readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
		readonly submenus: ReadonlyArray<{ readonly id: string }>;
		readonly languages: ReadonlyArray<{ readonly id: string; readonly filenamePatterns?: readonly string[] }>;
		readonly grammars: ReadonlyArray<{ readonly language: string; readonly path: string; readonly scopeName: string }>;
		readonly views: Readonly<Record<string, ReadonlyArray<{ readonly id: string }>>>;
		readonly viewsWelcome: ReadonlyArray<{ readonly view: string; readonly contents: string }>;
		readonly configuration: {
			readonly properties: Readonly<Record<string, { readonly scope: string; readonly description?: string; readonly markdownDescription?: string }>>;
		};
	};
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const code = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
	.filter(path => path.endsWith('.ts'))
	.map(path => readFileSync(`client/src/${path}`, 'utf8'))
	.join('\n');

describe('the manifest and the client name the same things', () => {
	it('commands', () => assert.deepEqual(contributes.commands.map(c => c.command).sort(), Object.values(command).sort()));

	it('every command is registered once', () => {
		for (const key of some(Object.keys(command)))
			assert.match(code, new RegExp(`(?:command|register|host\\.command)\\(command\\.${key},|\\[command\\.${key}\\]:`), key);
	});

	it('views', () =>
		assert.deepEqual(
			Object.values(contributes.views).flatMap(views => views.map(v => v.id)),
			Object.values(view),
		));

	it('menus and welcome views name commands that exist', () => {
		const known = new Set<string>([...Object.values(command), 'vscode.openFolder']);
		const submenus = contributes.submenus.map(({ id }) => id);
		const entries = Object.values(contributes.menus).flat();
		for (const entry of some(entries.filter(one => one.submenu === undefined))) assert.ok(known.has(entry.command ?? ''), entry.command);
		assert.deepEqual(
			entries.flatMap(({ submenu }) => submenu ?? []),
			submenus,
		);
		assert.deepEqual(
			submenus.filter(id => contributes.menus[id] === undefined),
			[],
		);
		const linked = contributes.viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id as string));
		for (const id of some(linked)) assert.ok(known.has(id), id);
	});

	it('each empty state has one primary action: a link that stands on a line of its own', () => {
		for (const { contents } of some(contributes.viewsWelcome))
			assert.equal(contents.split('\n').filter(line => /^\[[^\]]+\]\([^)]+\)$/.test(line)).length, 1, contents);
	});

	it('languages have grammars, and drafts are known by the folder that they are in', () => {
		assert.deepEqual(
			contributes.languages.map(({ id }) => id),
			contributes.grammars.map(({ language }) => language),
		);
		for (const { path, scopeName } of some(contributes.grammars))
			assert.equal((JSON.parse(readFileSync(path, 'utf8')) as { scopeName: string }).scopeName, scopeName);
		assert.deepEqual(
			contributes.languages.flatMap(({ filenamePatterns = [] }) => filenamePatterns),
			[`/${scheme.draft}/*`],
		);
	});

	it('settings are scoped, described, and those that the client reads are there', () => {
		const { properties } = contributes.configuration;
		for (const [name, property] of some(Object.entries(properties))) assert.ok(property.scope && (property.description ?? property.markdownDescription), name);
		for (const name of [settings.timeout, settings.environment]) assert.ok(properties[`${settings.section}.${name}`], name);
	});

	it('commands carry the category, so that the palette shows them together', () => {
		for (const { category, title } of some(contributes.commands)) assert.equal(category, 'Packer Readiness', title);
	});
});

/** Every condition of the manifest, with where it stands. */
function conditions(at: string, value: unknown): ReadonlyArray<readonly [at: string, condition: string]> {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		(key === 'when' || key === 'enablement') && typeof inner === 'string' ? [[`${at}.${key}`, inner] as const] : conditions(`${at}.${key}`, inner),
	);
}

describe('snippets', () => {
	it('are not contributed by the manifest, which would offer them in files that are not of a plugin', () => assert.ok(!('snippets' in contributes)));
});

describe('the conditions of the manifest', () => {
	const all = conditions('contributes', contributes);

	it('are read without a rest, and ask for keys that somebody sets', () => {
		const theirs = ['view', 'viewItem', 'resourceScheme', 'resourceFilename', 'resourcePath', 'editorTextFocus', 'workbenchState', 'isWorkspaceTrusted'];
		const known: ReadonlySet<string> = new Set([...theirs, ...Object.values(contextKey)]);
		const unknown = all.flatMap(([at, condition]) => [...parseWhen(condition).keys].filter(key => !known.has(key)).map(key => `${at}: ${key} in ${condition}`));
		assert.deepEqual(unknown, []);
		assert.ok(all.length > 0);
		const asked = new Set(all.flatMap(([, condition]) => [...parseWhen(condition).keys]));
		assert.deepEqual(
			[...known].filter(key => !asked.has(key)),
			[],
		);
	});

	it('reject what is not a condition', () => {
		const wrong = [
			'viewItem !~ /\\bdone\\b/',
			'a = b',
			'a ==',
			'a && ',
			'(a',
			'a)',
			'a b',
			'a =~ b',
			'!a == b',
			"a == 'b",
			'',
			'a & b',
			'a ?? b',
			'=~ /x/',
			'a => b',
		];
		for (const text of wrong) assert.throws(() => parseWhen(text), Error, text);
	});

	it('are evaluated as VS Code does', () => {
		const context = { a: true, b: 'x', view: 'v', viewItem: 'item:one open' };
		const cases: ReadonlyArray<readonly [text: string, holds: boolean]> = [
			['a', true],
			['!a', false],
			['!c', true],
			['b == x', true],
			["b == 'x'", true],
			['b != x', false],
			['c || a && b == y', false],
			['(c || a) && b == x', true],
			['!(a && c)', true],
			['viewItem =~ /\\bitem:one\\b/', true],
			['viewItem =~ /ITEM/', false],
			['viewItem =~ /ITEM/i', true],
			['view == v && !(viewItem =~ /open/)', false],
			['false', false],
			['true && a', true],
		];
		for (const [text, holds] of cases) assert.equal(parseWhen(text).holds(context), holds, text);
	});

	it('show nothing on the rows and the titles of other trees', () => {
		const rows = ['', 'optional', 'notNeeded', 'finding', 'point', 'link', 'skippable', 'item:request-review open manual link'];
		const ofTrees = ['view/title', 'view/item/context'].flatMap(menu => (contributes.menus[menu] ?? []).map(entry => ({ menu, ...entry })));
		for (const { menu, when, command: id, submenu } of some(ofTrees))
			for (const viewItem of rows)
				for (const other of ['workbench.explorer.fileView', 'npm', ''])
					assert.equal(parseWhen(when).holds({ view: other, viewItem, [contextKey.state]: 'ready' }), false, `${menu}: ${id ?? submenu}`);
	});

	it('show nothing of drafts on other files', () => {
		for (const { when, command: id } of some(contributes.menus['editor/title'] ?? []))
			for (const noun of some(Object.values(nouns)))
				assert.equal(parseWhen(when).holds({ resourceScheme: 'file', resourceFilename: `${noun} of acme` }), false, id);
	});

	it('show each draft its actions, and offer no way from the historic pull request to the repository', () => {
		const shown = (menu: string, noun: string) =>
			(contributes.menus[menu] ?? [])
				.filter(({ when }) => when !== 'false' && when.includes('resourceScheme'))
				.filter(({ when }) => parseWhen(when).holds({ resourceScheme: scheme.draft, resourceFilename: `${noun} of acme` }))
				.map(({ command: id }) => id?.split('.')[1]);
		const every = ['copyDraft', 'nextTodo', 'previousTodo', 'draftAgain'];
		assert.deepEqual(shown('editor/title', nouns.email), ['openDraftInMail', 'saveDraftMessage', ...every]);
		assert.deepEqual(shown('editor/title', nouns['integration-request']), ['openDraftOnGitHub', ...every]);
		assert.deepEqual(shown('editor/title', nouns['docs-pr']), ['draftIntegrationRequest', ...every]);
		for (const noun of some(Object.values(nouns))) {
			const inPalette = new Set(shown('commandPalette', noun));
			assert.deepEqual(
				shown('editor/title', noun).filter(id => id !== 'draftIntegrationRequest' && !inPalette.has(id)),
				[],
			);
		}
	});

	it('put in the context menu of a row what its inline icons do', () => {
		const entries = contributes.menus['view/item/context'] ?? [];
		const inline = entries.filter(({ group }) => group?.startsWith('inline'));
		for (const { command: id, when } of some(inline)) {
			assert.ok(
				entries.some(other => other.command === id && other.when === when && !other.group?.startsWith('inline')),
				`${id} ${when}`,
			);
			assert.ok(contributes.commands.find(one => one.command === id)?.icon, `${id} has no icon`);
		}
	});

	it('give the buttons of titles an icon', () => {
		const buttons = ['view/title', 'editor/title'].flatMap(menu => contributes.menus[menu] ?? []).filter(({ group }) => group?.startsWith('navigation'));
		for (const { command: id } of some(buttons.filter(one => one.command !== undefined)))
			assert.ok(contributes.commands.find(one => one.command === id)?.icon, id);
	});
});
