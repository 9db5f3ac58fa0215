// Figures from within one process: what a keystroke costs, and how cost grows. Prints JSON.
import { Engine } from '../../server/src/engine/check';
import { Database } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { grammars as grammarsInput } from '../../server/src/facts/core/inputs';
import { goSources } from '../../server/src/facts/go/sources';
import { isPlugin } from '../../server/src/facts/plugin/plugin';
import { settings } from '../../server/src/facts/readiness/settings';
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
	const result = what === 'cost' ? await cost(loaded) : await keystroke(loaded, typing[what as keyof typeof typing]);
	process.stdout.write(JSON.stringify(result));
}

void main();
