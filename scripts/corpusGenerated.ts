/**
 * Counts, over real plugins, how often our generators make what is committed; and, where a second folder has the same plugins with
 * `go generate`, renderdocs and compile-to-webdocs.sh run over them (every file older than 2002 was not written by them), what the real ones make.
 *
 *   npx esbuild scripts/corpusGenerated.ts --bundle --platform=node --format=esm --packages=external --outfile=out/corpusGenerated.mjs
 *   node out/corpusGenerated.mjs FOLDER-OF-PLUGINS [FOLDER-OF-REGENERATED-PLUGINS]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sdkPartialText } from '../server/src/facts/core/otherModules';
import { expectedText, type Generated, staleness, wanted } from '../server/src/generate/staleness';
import { pluginIn } from '../test/generate/plugin';

const [corpus = '', regenerated] = process.argv.slice(2);
const counts: Record<string, Record<string, number>> = {};
const modules = execFileSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' }).trim();

for (const owner of readdirSync(corpus)) {
	for (const name of statSync(join(corpus, owner)).isDirectory() ? readdirSync(join(corpus, owner)) : []) await look(owner, name);
}
console.log(counts);

async function look(owner: string, name: string): Promise<void> {
	const db = await pluginIn(join(corpus, owner, name));
	for (const { input, key, paths } of db.get(wanted)) {
		const path = paths.map(p => join(modules, p)).find(existsSync);
		if (input === 'sdkPartialText' && path !== undefined) db.set(sdkPartialText, readFileSync(path, 'utf8'), key);
	}
	const { files, unknown } = db.get(staleness);
	for (const { kind, path, reason } of unknown) count(kind, 'unknown to us', `${owner}/${name} ${path}: ${reason}`);
	for (const file of files) {
		const made = expectedText(db.get, file);
		const ours = 'text' in made ? made.text : undefined;
		const where = `${owner}/${name} ${file.path}`;
		if (regenerated === undefined)
			count(file.kind, `committed is ${file.state}${file.ignored ? ' and git-ignored' : ''}`, file.state === 'same' ? undefined : where);
		else against(file, ours, join(regenerated, owner, name, file.path), where);
	}
}

function against(file: Generated, ours: string | undefined, path: string, where: string): void {
	if (!existsSync(path) || statSync(path).mtime.getFullYear() < 2002) {
		count(file.kind, 'not regenerated', where);
		return;
	}
	const real = readFileSync(path, 'utf8');
	const same = (file.state === 'same' ? file.actual : ours) === real;
	count(file.kind, `real ${real === file.actual ? '=' : '≠'} committed, ours ${same ? '=' : '≠'} real`, same && real === file.actual ? undefined : where);
}

function count(kind: string, what: string, where: string | undefined): void {
	const of = counts[kind] ?? {};
	counts[kind] = of;
	of[what] = (of[what] ?? 0) + 1;
	if (where !== undefined) console.log(`${what}: ${where}`);
}
