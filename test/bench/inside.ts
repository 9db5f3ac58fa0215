// Figures from within one process: what a keystroke costs, and how cost grows. Prints JSON.
import { Engine } from '../../server/src/engine/check';
import { Database } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { grammars as grammarsInput } from '../../server/src/facts/core/inputs';
import { goSources } from '../../server/src/facts/go/sources';
import { isPlugin } from '../../server/src/facts/plugin/plugin';
import { settings } from '../../server/src/facts/readiness/settings';
import { configPath } from '../../server/src/facts/release/config';
import { nextTag } from '../../server/src/facts/release/preview/nextTag';
import { preview as releasePreview } from '../../server/src/facts/release/preview/preview';
import { reportOf } from '../../server/src/facts/release/preview/report';
import { disk } from '../../server/src/node/fileSystem';
import { loadGrammarsBeside } from '../../server/src/node/grammars';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import type { PluginFolder } from '../../server/src/workspace/folder';
import { openPlugins } from '../../server/src/workspace/plugins';
import { Keystrokes } from './keystrokes';

const [what, folder, grammarsFolder] = process.argv.slice(2) as [string, string, string];
const computed = { facts: 0 };
const engine = new Engine(rules);

async function open(loaded: Grammars): Promise<PluginFolder[]> {
	const database = () => {
		const made = new Database(() => {
			computed.facts++;
		});
		made.set(grammarsInput, loaded);
		return made;
	};
	return openPlugins({ fs: disk, database, isPlugin }, folder);
}

const check = ({ db }: PluginFolder) => engine.check(db.get, db.get(settings)).findings.length;

/** Where a letter is typed, and taken back: in the largest Go file, and in the one with the most configuration, whose structs others squash. */
const typing = {
	keystroke: {
		weight: (source: string) => source.length,
		kinds: { comment: /\/\/ \w/g, string: /"\w+/g, code: /\b(?:err|name|ctx|config|state)\b/g },
	},
	configuration: {
		weight: (source: string) => source.split('mapstructure:"').length,
		kinds: { attribute: /mapstructure:"\w+/g, type: /^\t\w+ +(?:\*|\[\])?\w+/gm, comment: /^\t\/\/ \w/gm },
	},
} as const;

/** How long a plugin's diagnostics take after each letter, in milliseconds, and how many facts at most by where it stands. */
async function keystroke(loaded: Grammars, { weight, kinds }: (typeof typing)[keyof typeof typing]) {
	const [plugin] = await open(loaded);
	if (plugin === undefined) throw new Error(`${folder} is not a plugin`);
	const keystrokes = new Keystrokes(plugin, engine, loaded);
	const sizes = plugin.db.get(goSources).map(path => ({ path, source: plugin.db.get(text, path) ?? '' }));
	const { path, source } = sizes.reduce((a, b) => (weight(b.source) > weight(a.source) ? b : a));
	await keystrokes.type(path, source);
	const times: number[] = [];
	const facts: Record<string, number> = {};
	for (const [kind, pattern] of Object.entries(kinds)) {
		const places = [...source.matchAll(pattern)].map(m => m.index + m[0].length);
		for (let i = 0; i < 60 && places.length > 0; i++) {
			const at = places[(i * 7919) % places.length] as number;
			for (const now of [`${source.slice(0, at)}x${source.slice(at)}`, source]) {
				computed.facts = 0;
				times.push(await keystrokes.type(path, now));
				facts[kind] = Math.max(facts[kind] ?? 0, computed.facts);
			}
		}
	}
	return { file: { path, bytes: source.length }, times, facts };
}

/** The config for a plugin that has none: the platforms of HashiCorp's scaffolding. */
const config = `version: 2
builds:
  - env: [CGO_ENABLED=0]
    goos: [netbsd, solaris, openbsd, freebsd, windows, linux, darwin]
    goarch: [amd64, '386', arm, arm64]
    ignore:
      - { goos: solaris, goarch: arm64 }
    binary: '{{ .ProjectName }}_v{{ .Version }}_{{ .Env.API_VERSION }}_{{ .Os }}_{{ .Arch }}'
archives:
  - formats: [zip]
    name_template: '{{ .ProjectName }}_v{{ .Version }}_{{ .Env.API_VERSION }}_{{ .Os }}_{{ .Arch }}'
checksum:
  name_template: '{{ .ProjectName }}_v{{ .Version }}_SHA256SUMS'
`;

/** How long the preview of the next release takes after a letter is typed into a name of the GoReleaser config, in milliseconds. */
async function preview(loaded: Grammars) {
	const [plugin] = await open(loaded);
	if (plugin === undefined) throw new Error(`${folder} is not a plugin`);
	const { db } = plugin;
	if (db.get(configPath) === undefined) db.setFile('.goreleaser.yml', { text: config });
	const path = db.get(configPath) ?? '';
	const source = db.get(text, path) ?? '';
	const at = source.search(/_?SHA256SUMS/);
	const report = () => reportOf('.', db.get, db.get(releasePreview, db.get(nextTag))).assets.length;
	check(plugin);
	report();
	const times: number[] = [];
	for (let i = 0; i < 100; i++) {
		db.setFile(path, { text: i % 2 === 0 ? `${source.slice(0, at)}x${source.slice(at)}` : source });
		const started = performance.now();
		if (report() === 0) throw new Error('the preview shows no file');
		times.push(performance.now() - started);
	}
	return { file: { path, bytes: source.length }, times };
}

/** Opens and checks all that is in the folder; the processor's time, and how many facts it took. */
async function cost(loaded: Grammars) {
	const started = process.cpuUsage();
	const plugins = await open(loaded);
	const findings = plugins.reduce((sum, plugin) => sum + check(plugin), 0);
	const { user, system } = process.cpuUsage(started);
	return { plugins: plugins.length, findings, facts: computed.facts, milliseconds: (user + system) / 1000 };
}

async function main(): Promise<void> {
	const loaded = await loadGrammarsBeside(grammarsFolder);
	const result =
		what === 'cost' ? await cost(loaded) : what === 'preview' ? await preview(loaded) : await keystroke(loaded, typing[what as keyof typeof typing]);
	process.stdout.write(JSON.stringify(result));
}

void main();
