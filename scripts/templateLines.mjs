/**
 * Makes server/src/facts/docs/templateLines.ts: digests of the lines of the pages that hashicorp/packer-plugin-scaffolding has had in docs/,
 * by which pages are known that nobody has written. Run it from the repository's root with a clone of the scaffolding:
 *
 *   node scripts/templateLines.mjs ../packer-plugin-scaffolding
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const [clone] = process.argv.slice(2);
if (clone === undefined) throw new Error('usage: node scripts/templateLines.mjs CLONE');
const git = (...args) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' });

// As in server/src/facts/docs/templatePages.ts, which a test compares.
const normal = line =>
	line
		.trim()
		.replace(/\s+/g, ' ')
		.toLowerCase()
		.replace(/\/(builder|provisioner|post-processor)s\//g, '/$1/')
		.replaceAll('/datasources/', '/data-source/');
function digest(text) {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}

const blobs = new Set();
for (const commit of git('log', '--format=%h', '--', 'docs').trim().split('\n'))
	for (const line of git('ls-tree', '-r', commit, 'docs').trim().split('\n').filter(Boolean)) {
		const [, , rest] = line.split(' ');
		const [hash, path] = rest.split('\t');
		if (/\.mdx?$/.test(path)) blobs.add(hash);
	}
const lines = new Set();
for (const blob of blobs) for (const line of git('cat-file', 'blob', blob).split('\n')) if (normal(line) !== '') lines.add(digest(normal(line)));

const all = [...lines].sort();
const rows = [];
for (let i = 0; i < all.length; i += 18) rows.push(all.slice(i, i + 18).join(' '));
writeFileSync(
	'server/src/facts/docs/templateLines.ts',
	`/** Digests of the lines of the pages in the scaffolding's docs/, written by scripts/templateLines.mjs. */\nexport const templateLines =\n${rows.map((row, i) => `\t'${row}${i === rows.length - 1 ? '' : ' '}'`).join(' +\n')};\n`,
);
console.log(`${blobs.size} pages, ${all.length} lines`);
