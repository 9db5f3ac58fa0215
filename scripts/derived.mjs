import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { factsPage } from './derived/facts.mjs';
import { descriptions, lists } from './derived/rules.mjs';

/**
 * The files that follow from others: the lists of rules, their table, the schema of the settings, the page of facts.
 * Those that are out of date are written, or with `check` only named, each with what it lacks or should not have.
 * Gives a sentence for each, and what the sources export where they can be built.
 */
export async function derive(root, { check }) {
	const stale = [];
	const keep = files => stale.push(...files.flatMap(file => kept(root, file, check)));
	keep([...lists(root), factsPage(root)]);
	if (check && stale.length > 0) return { stale }; // the rules may not even build
	const exported = await load(root);
	keep(descriptions(root, exported));
	return { stale, exported };
}

function kept(root, { path, text }, check) {
	const had = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
	if (had === text) return [];
	if (!check) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	const said = [...only(text, had).map(line => `+ ${line}`), ...only(had, text).map(line => `- ${line}`)].slice(0, 6);
	return [
		`${path} ${check ? 'is out of date: run `npm test` and commit it' : 'was out of date, and has been written'}${said.map(line => `\n    ${line}`).join('')}`,
	];
}

/** The lines that are in the first text and not in the second. */
const only = (first, second) => {
	const others = new Set(second.split('\n'));
	return first.split('\n').filter(line => !others.has(line));
};

/** What the rules say of themselves, and what belongs to it, from the sources as they are now. */
async function load(root) {
	const outfile = join(root, 'out/derived', `${process.pid}-${Date.now()}.mjs`);
	await build({
		stdin: {
			contents: `
				export { rules } from './server/src/rules/index';
				export { severities, targets } from './server/src/facts/readiness/settings';
				export { nearest } from './server/src/facts/readiness/nearest';`,
			resolveDir: root,
			loader: 'ts',
		},
		absWorkingDir: root,
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'warning',
		outfile,
	});
	try {
		return await import(pathToFileURL(outfile).href);
	} finally {
		rmSync(outfile);
	}
}
