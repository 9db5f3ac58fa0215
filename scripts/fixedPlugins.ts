/**
 * Changes copies of real plugins as their authors might, makes the safe fixes, and builds them: a fix never breaks a plugin that compiled. Then it runs the
 * real `go generate`, which should change no hcl2spec file that was fixed.
 *
 *   node esbuild.mjs
 *   npx esbuild scripts/fixedPlugins.ts --bundle --platform=node --format=esm --packages=external --outfile=out/fixedPlugins.mjs
 *   node out/fixedPlugins.mjs SCRATCH PLUGIN… [--only "MUTATION,…"] [--generate]
 *
 * Each PLUGIN is a git work tree; SCRATCH is a folder for the copies.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { mutations } from '../test/toolchain/mutations';
import { generate, packerSdc } from '../test/toolchain/sdc';

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const generates = args.includes('--generate');
const [scratch = '', ...plugins] = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--only');
const cli = resolve(process.env.CLI ?? 'dist/cli.cjs');
const counts = new Map<string, number>();

const run = (cwd: string, program: string, ...words: string[]) => {
	const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
	return { status, text: `${stdout}${stderr}` };
};

interface Built {
	readonly compiles: boolean;
	/** What go vet complains of, without numbers of lines, which edits move. */
	readonly problems: readonly string[];
}

function build(root: string): Built {
	const { status, text } = run(root, 'go', 'build', './...');
	const vet = run(root, 'go', 'vet', './...').text;
	const lines = `${status === 0 ? '' : text}\n${vet}`.split('\n').filter(line => /\.go:\d+/.test(line) || /^go: /.test(line));
	return {
		compiles: status === 0,
		problems: [
			...new Set(
				lines.map(line =>
					line
						.trim()
						.replace(/^(?:vet: )?/, '')
						.replace(/:\d+(?::\d+)?/g, ''),
				),
			),
		].sort(),
	};
}

for (const plugin of plugins) {
	const root = join(scratch, basename(plugin));
	if (!existsSync(root)) {
		mkdirSync(scratch, { recursive: true });
		run('.', 'git', 'clone', '-q', '--shared', plugin, root);
		run(root, 'git', 'remote', 'set-url', 'origin', run(plugin, 'git', 'remote', 'get-url', 'origin').text.trim());
	}
	const reset = () => {
		run(root, 'git', 'reset', '-q', '--hard', 'HEAD');
		run(root, 'git', 'clean', '-qfd');
	};
	reset();
	const baseline = build(root);
	if (!baseline.compiles) {
		console.log(`${basename(plugin)}: does not build as it is: ${baseline.problems.slice(0, 2).join('; ').slice(0, 200)}`);
		continue;
	}
	for (const [name, mutate] of Object.entries(mutations)) {
		if (only !== undefined && !only.split(',').includes(name)) continue;
		reset();
		if (!mutate(root)) continue;
		run(root, 'git', 'add', '-A');
		const before = name === 'nothing' ? baseline : build(root);
		const fixed = run(root, 'node', cli, 'fix', '.');
		const changed = run(root, 'git', 'diff', '--name-only')
			.text.split('\n')
			.filter(path => path !== '');
		const untracked = run(root, 'git', 'ls-files', '-o', '--exclude-standard')
			.text.split('\n')
			.filter(path => path !== '');
		const all = [...changed, ...untracked];
		const after = all.some(path => /\.go$|go\.(?:mod|sum)$/.test(path)) ? build(root) : before;
		const news = after.problems.filter(line => !before.problems.includes(line));
		const verdict = verdictOf(before, after, news);
		counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
		let drift = '';
		if (generates && after.compiles)
			drift = regenerated(
				root,
				all.filter(path => path.endsWith('.hcl2spec.go')),
			);
		console.log(`${basename(plugin)} | ${name} | ${verdict} | ${all.filter(path => path.endsWith('.go')).join(' ') || '–'}${drift}`);
		for (const line of verdict === 'compiles' || verdict === 'repaired' ? [] : (news.length > 0 ? news : after.problems).slice(0, 4))
			console.log(`      ${line.slice(0, 200)}`);
		if (fixed.status !== null && fixed.status > 2) console.log(`      fix ended with ${fixed.status}: ${fixed.text.slice(-200)}`);
	}
	reset();
}
console.log(Object.fromEntries(counts));

/** Which of the files that fixes wrote the real packer-sdc writes otherwise, and whether what it leaves compiles. */
function regenerated(root: string, paths: readonly string[]): string {
	const version = /packer-plugin-sdk (v\S+)/.exec(readFileSync(join(root, 'go.mod'), 'utf8'))?.[1] ?? '';
	const sdc = packerSdc(version);
	if ('reason' in sdc) return ` | ${sdc.reason}`;
	const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
	const before = new Map(paths.map(path => [path, read(path)]));
	generate(root, sdc);
	const others = [...before].filter(([path, text]) => read(path) !== text).map(([path]) => path);
	return ` | go generate ${others.length > 0 ? `CHANGES ${others.join(' ')}` : 'agrees'}${run(root, 'go', 'build', './...').status === 0 ? '' : ', AND IT DOES NOT COMPILE THEN'}`;
}

function verdictOf(before: Built, after: Built, news: readonly string[]): string {
	if (before.compiles && !after.compiles) return 'BROKEN';
	if (before.compiles) return news.length > 0 ? 'WORSE' : 'compiles';
	return after.compiles ? 'repaired' : 'still broken';
}
