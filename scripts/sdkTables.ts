/**
 * Makes server/src/generate/sdk/{types,partials}.json from the SDK's releases: of each type what it is, and of each partial that
 * packer-sdc embeds how long it is and its SHA-256, in parts where a link in it may be rewritten. Run it from the repository's root when the SDK has a new release, its version added below:
 *
 *   npx esbuild scripts/sdkTables.ts --bundle --platform=node --format=esm --packages=external --outfile=out/sdkTables.mjs
 *   node out/sdkTables.mjs && npx biome format --write server/src/generate/sdk
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { SdkType } from '../server/src/generate/sdk/table';
import type { GoFile, GoType } from '../server/src/syntax/go/file';
import { readOutline } from '../server/src/syntax/go/outline/read';

const sdk = 'github.com/hashicorp/packer-plugin-sdk';
const minors: Record<string, number> = { '0.0': 14, '0.1': 4, '0.2': 13, '0.3': 4, '0.4': 0, '0.5': 4, '0.6': 10 };
const candidates = Object.entries(minors).flatMap(([minor, last]) =>
	Array.from({ length: last + 1 }, (_, patch) => `v${minor}.${patch}`).filter(v => v !== 'v0.0.0'),
);
const predeclared = /^(?:bool|string|error|any|byte|rune|map|interface|u?int(?:8|16|32|64|ptr)?|float(?:32|64)|complex(?:64|128))$/;
/** The links that the scaffolding's compile-to-webdocs.sh rewrites: they are kept as they are, since a page may have them rewritten. */
const rewritten =
	/(\(\/(?=packer\/plugins\/|[^)\s]*\/(?:datasources|builders|post-processors|provisioners)\/|(?:datasources|builders|post-processors|provisioners)\/)[^)\s]*\))/;
const partialsFolder = 'cmd/packer-sdc/internal/renderdocs/docs-partials';

const workspace = mkdtempSync(join(tmpdir(), 'sdk-tables-'));
writeFileSync(join(workspace, 'go.mod'), 'module tables\n\ngo 1.21\n');
const go = (...args: string[]) => execFileSync('go', args, { cwd: workspace, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const packages: Record<string, string> = {};
const types: Record<string, [number, SdkType | null][]> = {};
const partials: Record<string, [number, string[] | null][]> = {};

const versions: string[] = [];
for (const version of candidates) {
	const folder = download(version);
	if (folder === undefined) continue;
	const index = versions.push(version) - 1;
	record(types, index, typesOf(folder), null);
	record(partials, index, partialsOf(folder), null);
}
console.error(`${versions.length} releases, ${versions[0]} to ${versions.at(-1)}`);
const write = (name: string, value: object) =>
	writeFileSync(
		`server/src/generate/sdk/${name}.json`,
		`${JSON.stringify(value).replaceAll(/(?<=[[\]}]),(?="[\w./-]+":)|(?<=^\{"\w+":\[[^\]]*\]),/gm, ',\n')}\n`,
	);
write('types', { versions, packages: sorted(packages), types: sorted(types) });
write('partials', { versions, partials: sorted(partials) });

/** The folder of a release in the module cache, or out of the clone that SDK_REPOSITORY names; undefined, and a word about it, where neither has it. */
function download(version: string): string | undefined {
	try {
		return (JSON.parse(go('mod', 'download', '-json', `${sdk}@${version}`)) as { Dir: string }).Dir;
	} catch {
		return checkout(version);
	}
}

function checkout(version: string): string | undefined {
	const folder = join(workspace, version);
	try {
		mkdirSync(folder);
		const archive = execFileSync('git', ['-C', process.env.SDK_REPOSITORY ?? '', 'archive', version], {
			maxBuffer: 1 << 28,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		execFileSync('tar', ['-x', '-C', folder], { input: archive });
		return folder;
	} catch {
		console.error(`${version}: not available`);
		return undefined;
	}
}

function record(histories: Record<string, [number, unknown][]>, index: number, now: Map<string, unknown>, gone: null) {
	for (const name of new Set([...Object.keys(histories), ...now.keys()])) {
		const history = histories[name] ?? [];
		histories[name] = history;
		const value = now.get(name) ?? gone;
		const last = history.at(-1);
		if (JSON.stringify(last?.[1] ?? null) !== JSON.stringify(value)) history.push([index, value]);
		if (history.length === 0) delete histories[name];
	}
}

function typesOf(root: string): Map<string, SdkType> {
	const found = new Map<string, SdkType>();
	for (const path of walk(root)) {
		const folder = relative(root, join(path, '..'));
		if (!path.endsWith('.go') || /_test\.go$|\.hcl2spec\.go$/.test(path) || /(?:^|\/)(?:internal|testdata|test-fixtures|cmd)(?:\/|$)/.test(folder)) continue;
		const { file } = readOutline(readFileSync(path, 'utf8'));
		const name = file.package || 'main';
		if (name === 'main') continue;
		if (name !== folder.split('/').at(-1)) packages[folder] = name;
		for (const type of file.types) {
			if (!type.generic) found.set(`${folder}.${type.name}`, typeOf(file, type, folder));
		}
	}
	return reachable(found);
}

function typeOf(file: GoFile, type: GoType, folder: string): SdkType {
	const text = (source: string) => qualified(file, source, folder);
	if (type.alias) return { type: `= ${text(type.type)}` };
	if (!type.fields) return { type: text(type.type) };
	const fields = type.fields.flatMap(field => (field.names.length === 0 ? [''] : field.names).map(name => [name, text(field.type), field.tag ?? ''] as const));
	return { fields: fields.filter(([name]) => name === '' || /^\p{Lu}/u.test(name)) };
}

/** A type with each name qualified by its import path, the SDK's written as `~`; predeclared names stay. */
function qualified(file: GoFile, source: string, folder: string): string {
	if (/^interface\s*\{\s*\}$/.test(source)) return 'interface{}';
	if (/^(?:func|struct|interface|chan)\b/.test(source)) return /^\w+/.exec(source)?.[0] as string;
	return source.replace(/(?:\b(\w+)\.)?\b([A-Za-z_]\w*)\b/g, (whole, qualifier: string | undefined, name: string) => {
		if (qualifier === undefined) return /^\p{Lu}/u.test(name) ? `~/${folder}.${name}` : predeclared.test(name) ? name : `~/${folder}.${name}`;
		const path = file.imports.find(i => (i.name ?? i.path.split('/').at(-1)?.replace(/^go-/, '')) === qualifier)?.path;
		return path === undefined ? whole : `${path.replace(sdk, '~')}.${name}`;
	});
}

/** The exported types, and those that their fields use. */
function reachable(all: Map<string, SdkType>): Map<string, SdkType> {
	const kept = new Map<string, SdkType>();
	const keep = (name: string) => {
		const type = all.get(name);
		if (type === undefined || kept.has(name)) return;
		kept.set(name, type);
		const texts = 'fields' in type ? type.fields.map(([, text]) => text) : [type.type];
		for (const text of texts) for (const [, path] of text.matchAll(/~\/([\w./-]+\.\w+)/g)) keep(path as string);
	};
	for (const name of all.keys()) if (/\.\p{Lu}\w*$/u.test(name)) keep(name);
	return kept;
}

function partialsOf(root: string): Map<string, unknown> {
	const folder = join(root, partialsFolder);
	const found = new Map<string, unknown>();
	for (const path of existsSync(folder) ? walk(folder) : []) {
		const text = readFileSync(path, 'utf8');
		found.set(
			relative(folder, path),
			text.split(rewritten).map(chunk => (chunk.startsWith('(/') ? chunk : `${chunk.length} ${createHash('sha256').update(chunk).digest('hex')}`)),
		);
	}
	return found;
}

function* walk(folder: string): Generator<string> {
	for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
		if (entry.isDirectory()) yield* walk(join(folder, entry.name));
		else yield join(folder, entry.name);
	}
}

function sorted<T>(object: Record<string, T>): Record<string, T> {
	return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
