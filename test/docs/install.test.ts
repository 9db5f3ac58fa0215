import assert from 'node:assert/strict';
import { installed } from '../../server/src/facts/docs/install';
import { wrongSources } from '../../server/src/facts/docs/sources';
import { locate } from '../../server/src/facts/places/locate';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { some } from '../support/some';

const path = 'docs/README.md';
const fence = (lang: string, ...lines: readonly string[]) => [`\`\`\`${lang}`, ...lines, '```', ''].join('\n');
const required = (...entries: readonly string[]) => fence('hcl', 'packer {', 'required_plugins {', ...entries, '}', '}');
const command = (...words: readonly string[]) => fence('sh', `$ packer plugins install ${words.join(' ')}`);

describe('what the documentation tells people to install', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = (text: string, module = 'github.com/acme/packer-plugin-acme') =>
		plugin(
			[
				['go.mod', `module ${module}\n`],
				['docs/builders/acme.mdx', ''],
				[path, text],
			],
			loaded,
		);
	const wrong = (text: string, module?: string) =>
		open(text, module)
			.get(wrongSources)
			.map(({ wrong, said, wanted }) => `${wrong} ${said.text} ${wanted ?? ''}`.trim());

	it('is read from required_plugins and commands, each with its place', () => {
		const text = [
			'# Acme\n',
			required(
				'acme = {',
				'  source = "github.com/acme/acme" # here',
				'  version = "~> 1"',
				'}',
				'docker = { source = "github.com/hashicorp/docker", version = ">= 1" }',
			),
			command('github.com/acme/acme', 'v1.2.3'),
			command('--force', 'github.com/acme/acme'),
			command('--path', 'packer-plugin-acme', 'github.com/acme/acme'),
			fence('diff', '- packer plugins install github.com/hashicorp/acme'),
			fence('hcl', 'source "acme" "x" {', '}'),
		].join('\n');
		const db = open(text);
		const all = db.get(installed, path);
		assert.deepEqual(
			all.map(({ name, source, version }) => [name?.text, source.text, version?.text]),
			[
				['acme', 'github.com/acme/acme', '~> 1'],
				['docker', 'github.com/hashicorp/docker', '>= 1'],
				[undefined, 'github.com/acme/acme', undefined],
				[undefined, 'github.com/acme/acme', undefined],
			],
		);
		for (const said of some(all.flatMap(({ source, version }) => [source, ...(version ? [version] : [])]))) {
			const { start, end } = locate(db.get, said.place);
			assert.equal(text.slice(start, end), said.text);
		}
	});

	it('is this plugin', () => {
		assert.deepEqual(wrong(required('acme = { source = "github.com/ACME/acme" }') + command('github.com/acme/acme')), []);
		assert.deepEqual(wrong(required('acme = { source = "github.com/organization/name" }')), ['placeholder github.com/organization/name github.com/acme/acme']);
		assert.deepEqual(wrong(command('github.com/organization/plugin-name')), ['placeholder github.com/organization/plugin-name github.com/acme/acme']);
		assert.deepEqual(wrong(command('github.com/hashicorp/scaffolding')), ['placeholder github.com/hashicorp/scaffolding github.com/acme/acme']);
		assert.deepEqual(wrong(command('github.com/acme/packer-plugin-acme')), ['prefix github.com/acme/packer-plugin-acme github.com/acme/acme']);
		assert.deepEqual(wrong(command('github.com/hashicorp/acme')), ['other github.com/hashicorp/acme github.com/acme/acme']);
		assert.deepEqual(wrong(command('github.com/acme/rocket')), ['other github.com/acme/rocket github.com/acme/acme']);
	});

	it('may be other plugins beside it', () => {
		assert.deepEqual(wrong(command('github.com/acme/acme') + command('github.com/hashicorp/docker')), []);
	});

	it('is not judged where it is a variable, or the owner is not known', () => {
		assert.deepEqual(wrong(command('$SOURCE')), []);
		assert.deepEqual(wrong(command('github.com/hashicorp/acme'), 'packer-plugin-acme'), []);
		assert.deepEqual(wrong(command('github.com/organization/name'), 'packer-plugin-acme'), ['placeholder github.com/organization/name']);
	});
});
