// `generate --check` beside the plugin's own `go generate ./...`, where there is Go: measured by turns, in one run.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../scripts/setup.mjs';
import { figures, timed } from './measure.mjs';

const out = join(root, 'out/bench/generators');

/** The figures of both in milliseconds; or the reason why there are none. The plugin is copied, and its modules are downloaded where they are not there. */
export async function generators(plugin, cli, runs) {
	const sdc = join(out, 'sdc.mjs');
	await build({ entryPoints: [join(root, 'test/toolchain/sdc.ts')], outfile: sdc, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
	const { packerSdc } = await import(pathToFileURL(sdc).href);
	const version = /github\.com\/hashicorp\/packer-plugin-sdk (v\S+)/.exec(readFileSync(join(plugin, 'go.mod'), 'utf8'))?.[1];
	if (version === undefined) return { reason: 'go.mod does not require the SDK' };
	const made = packerSdc(version);
	if ('reason' in made) return made;
	const folder = join(out, basename(plugin)); // struct-markdown goes by the name of the folder
	rmSync(folder, { recursive: true, force: true });
	cpSync(plugin, folder, { recursive: true, filter: path => basename(path) !== '.git' });
	const env = { ...process.env, PATH: `${made.folder}${delimiter}${process.env.PATH}` };
	const run = (...args) => {
		const started = performance.now();
		const { status, stderr } = spawnSync('go', args, { cwd: folder, env, encoding: 'utf8' });
		return status === 0 ? performance.now() - started : { reason: `go ${args.join(' ')} failed: ${stderr.trim().split('\n').at(-1)}` };
	};
	if (!existsSync(join(folder, 'go.sum'))) {
		const tidied = run('mod', 'tidy'); // a plugin that was made for the benchmark
		if (typeof tidied !== 'number') return tidied;
	}
	const go = () => run('generate', './...');
	const first = go(); // fills the build cache
	if (typeof first !== 'number') return first;
	const times = { go: [], ours: [] };
	for (let i = 0; i < 3; i++) {
		times.go.push(go());
		for (let j = 0; j < Math.max(3, Math.floor(runs / 3)); j++) times.ours.push(timed([cli, 'generate', '--check', folder]));
	}
	return { go: figures(times.go), ours: figures(times.ours) };
}
