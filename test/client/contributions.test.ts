import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { command, contextKey, settings, view } from '../../client/src/contributions';
import { some } from '../support/some';

interface Manifest {
	readonly activationEvents: readonly string[];
	readonly contributes: {
		readonly commands: ReadonlyArray<{ readonly command: string; readonly title: string; readonly category: string }>;
		readonly menus: Readonly<Record<string, ReadonlyArray<{ readonly command: string; readonly when: string }>>>;
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
		for (const entry of some(Object.values(contributes.menus).flat())) assert.ok(known.has(entry.command), entry.command);
		const linked = contributes.viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id as string));
		for (const id of some(linked)) assert.ok(known.has(id), id);
	});

	it('each empty state has one primary action: a link that stands on a line of its own', () => {
		for (const { contents } of some(contributes.viewsWelcome))
			assert.equal(contents.split('\n').filter(line => /^\[[^\]]+\]\([^)]+\)$/.test(line)).length, 1, contents);
	});

	it('conditions name the context key that is set', () => {
		const conditions = JSON.stringify(contributes).match(/packerReadiness\.\w+(?= ==)/g) ?? [];
		assert.deepEqual([...new Set(conditions)], [contextKey.state]);
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
