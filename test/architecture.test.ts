import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** What each folder may import besides itself. Anything not named is refused: `vscode`, `node:*` and libraries too. */
const may: Readonly<Record<string, readonly string[]>> = {
	'server/src/text': [],
	'server/src/syntax/go': ['server/src/text', 'web-tree-sitter'],
	'server/src/syntax/hcl': ['server/src/text', 'web-tree-sitter'],
	'server/src/syntax/gomod': ['server/src/text'],
	'server/src/syntax/makefile': ['server/src/text'],
	'server/src/syntax/yaml': ['server/src/text', 'yaml'],
	'server/src/syntax/markdown': [
		'server/src/text',
		'mdast',
		'mdast-util-from-markdown',
		'mdast-util-gfm',
		'mdast-util-frontmatter',
		'micromark-extension-gfm',
		'micromark-extension-frontmatter',
	],
	'server/src/facts': ['server/src/text', 'server/src/syntax', 'semver', 'ignore'],
	'server/src/rules/*/*': ['server/src/text', 'server/src/facts', 'server/src/generate', 'server/src/syntax', 'server/src/engine/rule', 'semver'],
	'server/src/generate': ['server/src/text', 'server/src/facts', 'server/src/syntax', 'semver', 'diff', '@noble/hashes'],
	'server/src/engine': ['server/src/text', 'server/src/facts', 'server/src/syntax', 'server/src/rules/index'],
	'server/src/checklist': ['server/src/text', 'server/src/facts', 'server/src/engine', 'server/src/generate'],
	'server/src/drafts': ['server/src/text', 'server/src/facts', 'server/src/engine', 'server/src/generate', 'server/src/checklist', 'mimetext', 'diff'],
	'server/src/scaffold': ['server/src/text', 'server/src/facts', 'server/src/engine', 'server/src/generate', 'server/src/syntax'],
	'server/src/workspace': ['server/src/text', 'server/src/facts/core/database', 'server/src/facts/core/inputs', 'server/src/facts/generated/inputs'],
	'server/src/lsp': ['server/src', 'vscode-languageserver', 'vscode-languageserver-textdocument'],
	'server/src/cli': ['server/src', 'commander', 'picocolors', 'diff', 'sarif'],
	'client/src/node': ['client/src', 'node:'],
	'client/src': ['server/src/protocol', 'vscode', 'vscode-languageclient'],
};

/** What each folder must not import although the table above would let it. */
const never: Readonly<Record<string, readonly string[]>> = {
	'server/src/lsp': ['server/src/cli'],
	'server/src/cli': ['server/src/lsp'],
};

const folders = Object.keys(may).sort((a, b) => b.length - a.length);
const layerOf = (file: string) => folders.find(dir => new RegExp(`^${dir.replaceAll('*', '[^/]+')}/`).test(file));
const within = (target: string, dir: string) => target === dir || target.startsWith(dir.endsWith(':') ? dir : `${dir}/`);

const sources = ['server/src', 'client/src'].flatMap(root =>
	readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map(path => join(root, path.replaceAll('\\', '/')))
		.filter(path => path.endsWith('.ts')),
);

describe('architecture', () => {
	it('every import goes the way ARCHITECTURE.md says', () => {
		const bad: string[] = [];
		for (const file of sources) {
			const layer = layerOf(file);
			if (layer === undefined || /\/main\.\w+\.ts$/.test(file)) continue; // the composition roots, and protocol.ts
			for (const [, from, dynamic] of readFileSync(file, 'utf8').matchAll(/(?:^import|\bfrom) '([^'\n]+)';$|\bimport\('([^'\n]+)'\)/gm)) {
				const name = (from ?? dynamic) as string;
				const target = name.startsWith('.') ? join(dirname(file), name) : name;
				const own = layer.includes('*') ? dirname(file) : layer;
				const allowed = within(target, own) || (may[layer] as readonly string[]).some(dir => within(target, dir));
				if (!allowed || never[layer]?.some(dir => within(target, dir))) bad.push(`${file} imports ${target}`);
			}
		}
		assert.deepEqual(bad, []);
	});

	it('facts, rules and generators never wait', () => {
		const waiting = sources.filter(
			file =>
				/server\/src\/(?:facts|rules|generate|engine)\//.test(file) &&
				/\b(?:async|await|Promise|setTimeout|Date\.now|new Date|process\.)/.test(
					readFileSync(file, 'utf8')
						.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
						.replace(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g, "''"),
				),
		);
		assert.deepEqual(waiting, []);
	});
});
