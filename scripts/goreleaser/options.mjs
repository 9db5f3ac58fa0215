import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * `node scripts/goreleaser/options.mjs`: writes the options that GoReleaser 1 and 2 know, from the structs that they decode a config into, to
 * server/src/facts/release/goreleaser/optionTable.ts. Needs Go and the Go module proxy. `mergedOptions` is what the toolchain tests compare with.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const table = resolve(here, '../../server/src/facts/release/goreleaser/optionTable.ts');

/** The last release of GoReleaser 1, and the newest of GoReleaser 2 that Go can read. */
const one = { module: 'github.com/goreleaser/goreleaser', version: 'v1.26.2' };
const two = { module: 'github.com/goreleaser/goreleaser/v2', version: 'v2.17.0' };
/** What a newer GoReleaser 2, which needs a newer Go, knows besides. */
const newer = { Project: { iru: 'Iru' }, Iru: { '*': 'any' } };

/** The options of one version: by struct, the type of each option. */
function optionsOf({ module, version }) {
	const folder = mkdtempSync(join(tmpdir(), 'goreleaser-options-'));
	const go = (...args) =>
		execFileSync('go', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=mod' }, stdio: ['ignore', 'pipe', 'pipe'] });
	try {
		writeFileSync(join(folder, 'go.mod'), 'module options\n\ngo 1.24\n');
		const { Dir } = JSON.parse(go('mod', 'download', '-json', `${module}@${version}`));
		// Its package alone, without what the whole program needs; what the package needs is of the versions that its own go.mod names.
		copyFileSync(join(Dir, 'go.mod'), join(folder, 'go.mod'));
		copyFileSync(join(Dir, 'go.sum'), join(folder, 'go.sum'));
		chmodSync(join(folder, 'go.mod'), 0o644);
		chmodSync(join(folder, 'go.sum'), 0o644);
		mkdirSync(join(folder, 'only/config'), { recursive: true });
		for (const name of readdirSync(join(Dir, 'pkg/config')))
			if (/\.go$/.test(name) && !/_test\.go$|^load\.go$/.test(name)) copyFileSync(join(Dir, 'pkg/config', name), join(folder, 'only/config', name));
		const program = readFileSync(join(here, 'options.go.txt'), 'utf8').replace('PACKAGE', `${module}/only/config`);
		writeFileSync(join(folder, 'main.go'), program);
		return go('run', '.');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const parsed = text =>
	Object.fromEntries(
		text
			.trim()
			.split('\n')
			.map(line => line.trim().split(' '))
			.map(([name, ...options]) => [name, Object.fromEntries(options.map(option => option.split(/:(.*)/s).slice(0, 2)))]),
	);

/** The options of both versions as one text: a line for each struct; `-` before what only GoReleaser 1 knows, `+` before what only 2 does. */
export function mergedOptions() {
	const [v1, v2] = [parsed(optionsOf(one)), parsed(optionsOf(two))];
	for (const [name, options] of Object.entries(newer)) v2[name] = { ...v2[name], ...options };
	const lines = [...new Set([...Object.keys(v1), ...Object.keys(v2)])].sort().map(name => {
		const [old, now] = [v1[name] ?? {}, v2[name] ?? {}];
		const words = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort().flatMap(option => {
			if (old[option] === now[option]) return [`${option}:${now[option]}`];
			return [...(old[option] ? [`-${option}:${old[option]}`] : []), ...(now[option] ? [`+${option}:${now[option]}`] : [])];
		});
		return [name, ...words].join(' ');
	});
	return lines.join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const source = `/**
 * The options of a GoReleaser config, as GoReleaser ${one.version} and ${two.version} decode it (package config): a line for each struct, and for each option its
 * type. \`-\` stands before what only GoReleaser 1 knows, \`+\` before what only 2 does; \`!\` before a type that decodes itself.
 * Written by scripts/goreleaser/options.mjs.
 */
export const optionTable = \`
${mergedOptions()}
\`;
`;
	writeFileSync(table, source);
}
