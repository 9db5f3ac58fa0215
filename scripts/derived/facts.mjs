import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

const folders = ['server/src/facts', 'server/src/generate'];
const fact = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export const (\w+): Fact<[^=]*(?:=>[^=]*)*? =\s*\(?(?:read|_read)?(?:, (\w+))?/g;

/** The list of all facts that others may read, by folder: what a rule can ask for. */
export const factsPage = root => ({ path: 'docs/facts.md', text: page(factsIn(root)) });

function factsIn(root) {
	const files = folders.flatMap(folder =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.map(path => join(folder, path.replaceAll('\\', '/')))
			.filter(path => path.endsWith('.ts'))
			.sort(),
	);
	return files.flatMap(path => {
		const source = readFileSync(join(root, path), 'utf8');
		const found = [...source.matchAll(fact)].map(([, comment, name, key]) => ({ path, name, key, sentence: sentenceOf(comment) }));
		const all = source.match(/^export const \w+: Fact</gm)?.length ?? 0;
		if (found.length !== all) throw new Error(`${path}: ${all} facts are exported, and ${found.length} of them can be read for docs/facts.md`);
		const silent = found.find(({ sentence }) => sentence === '');
		if (silent) throw new Error(`${path}: the fact ${silent.name} has no sentence in a comment above it, which docs/facts.md is to show`);
		return found;
	});
}

/** The first sentence of a comment. */
const sentenceOf = (comment = '') =>
	/^[\s\S]*?(?:(?<!\be\.g|\bi\.e|\betc)\.(?=\s)|$)/.exec(
		comment
			.replace(/^[ \t]*\* ?/gm, '')
			.replace(/\s+/g, ' ')
			.trim(),
	)?.[0] ?? '';

function page(facts) {
	const folders = [...new Set(facts.map(({ path }) => dirname(path)))];
	const sections = folders.map(folder => [
		`## ${folder.replace(/^server\/src\//, '')}`,
		'',
		'| fact | key | |',
		'| --- | --- | --- |',
		...facts
			.filter(({ path }) => dirname(path) === folder)
			.map(({ path, name, key = '', sentence }) => `| [\`${name}\`](../${path}) | ${key} | ${sentence.replaceAll('|', '\\|')} |`),
		'',
	]);
	return [
		'<!-- Written by scripts/derived.mjs from the comments in server/src/facts and server/src/generate. -->',
		'# Facts',
		'',
		'What a rule can ask for: `read(components)`, or with a key `read(goFile, path)`. A new one goes into the folder of its subject.',
		'',
		...sections.flat(),
	].join('\n');
}
