import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Environment } from '../server/src/cli/environment';
import { programFor } from '../server/src/cli/program';
import { some } from './support/some';
import { literals } from './words/literals';
import { none } from './words/none';
import { wordsIn } from './words/sentences';
import { faultsOfCommand, faultsOfHelp, faultsOfSentences } from './words/shown';

// How the product speaks to people besides its rules: package.json, the help and errors of the command line, notifications, drafts.

const faults = (texts: Iterable<string>, faultsOf: (text: string) => string[]) => [...texts].flatMap(text => faultsOf(text).map(fault => `${fault}: ${text}`));

describe('words of package.json', () => {
	const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
	const { commands, views, viewsContainers, viewsWelcome, configuration } = manifest.contributes;
	const properties = Object.values<Record<string, unknown>>(configuration.properties);

	it('give commands and views short titles in title case', () => {
		const titles = [commands, ...Object.values(viewsContainers), ...Object.values(views)].flat().map(({ title, name }) => title ?? name);
		none(faults(some(titles), faultsOfCommand));
		assert.equal(new Set(titles).size, titles.length);
	});

	it('describe settings in short sentences', () => {
		const texts = properties.flatMap(({ description, markdownDescription, enumDescriptions = [], markdownEnumDescriptions = [] }) =>
			[description, markdownDescription, enumDescriptions, markdownEnumDescriptions].flat().filter(text => text !== undefined),
		);
		none(faults(some(texts as string[]), faultsOfSentences));
	});

	it('describe the extension and what it needs', () => {
		const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
		none(faults([manifest.description, untrustedWorkspaces.description, virtualWorkspaces.description], faultsOfSentences));
	});

	it('say in an empty view what to do', () => {
		const lines = viewsWelcome.flatMap(({ contents }: { contents: string }) => contents.split('\n').map(line => line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
		none(faults(some(lines as string[]), wordsIn));
	});
});

describe('words of the command line', () => {
	const tool = { name: 'packer-plugin-readiness', version: '0.1.0' };
	const { program } = programFor({ tool, stdout: {}, stderr: {} } as Environment);

	it('describe commands, arguments and options in a phrase', () => {
		const own = (command: Command) => [command.description(), ...[...command.registeredArguments, ...command.options].map(({ description }) => description)];
		none(faults(program.commands.flatMap(own), faultsOfHelp));
		assert.ok(program.commands.length > 7);
		none(faultsOfSentences(program.description()));
	});
});

describe('words in the code', () => {
	const sources = ['server/src', 'client/src']
		.flatMap(root => readdirSync(root, { recursive: true, encoding: 'utf8' }).map(path => `${root}/${path.replaceAll('\\', '/')}`))
		.filter(path => path.endsWith('.ts'));
	const texts = sources.flatMap(path => literals(path, readFileSync(path, 'utf8')).map(literal => ({ ...literal, path })));
	const all = (faultsOf: (text: string) => string[], which: (call: string) => boolean) =>
		texts.filter(({ call = '' }) => which(call)).flatMap(({ path, line, text }) => faultsOf(text).map(fault => `${path}:${line}: ${fault}: ${text}`));

	it('are plain wherever they are prose', () => {
		assert.ok(texts.length > 500);
		none(all(wordsIn, () => true));
	});

	it('are whole sentences in errors and notifications', () => {
		const speaks = /^(?:Complaint|ResponseError|invalid|refused|show(?:Information|Warning|Error)Message)$/;
		assert.ok(texts.some(({ call = '' }) => speaks.test(call)));
		none(all(faultsOfSentences, call => speaks.test(call)));
	});

	it('that are prose are found, with what they are passed to', () => {
		const source = "const a = 'one'; f(new Error(`No ${b} here. ${'Two words'}`), { c: () => 'three more words' }); x.show('a b' + (d ? 'c d' : 'e'));";
		assert.deepEqual(
			literals('a.ts', source).map(({ text, call }) => `${call}: ${text}`),
			['Error: No x here. x', 'Error: Two words', 'undefined: three more words', 'show: a b', 'show: c d'],
		);
	});

	it('that are wrong are found', () => {
		const wrong: ReadonlyArray<readonly [faultsOf: (text: string) => string[], text: string, fault: RegExp]> = [
			[faultsOfCommand, 'Check again', /title case/],
			[faultsOfCommand, 'Make a Plugin That Packer and the Portal Like', /characters/],
			[faultsOfSentences, 'Packer refuses the plugin.', /refuses/],
			[faultsOfSentences, 'There is a file already.', /begins with "There"/],
			[faultsOfSentences, 'No file was changed', /period/],
			[faultsOfHelp, 'Write the report.', /capital.*period/],
		];
		for (const [faultsOf, text, fault] of wrong) assert.match(faultsOf(text).join('; '), fault, text);
	});
});
