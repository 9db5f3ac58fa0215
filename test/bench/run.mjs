/*
 * `npm run bench [-- DIR]`: the figures that the project promises. DIR (or BENCH_PLUGIN) is a large plugin, such as a checkout of
 * hashicorp/packer-plugin-amazon, and BENCH_SMALL a small one, such as hashicorp/packer-plugin-scaffolding; plugins of their size are made where none is named.
 * Prints what it measures and writes it to bench.json. The exit status is 1 where a figure is missed and BENCH_STRICT is set.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildPrograms } from '../../scripts/bundles.mjs';
import { root } from '../../scripts/setup.mjs';
import { generatePlugin } from './generate.mjs';
import { generators } from './generators.mjs';
import { busy, byTurns, figures, printed, timed } from './measure.mjs';
import { serverMemory } from './memory.mjs';

const out = join(root, 'out/bench');
const runs = Number(process.env.BENCH_RUNS ?? 11);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// Bundled as for production, beside dist/ and not in it, which may be in use.
process.chdir(root);
const dist = join(out, 'dist');
const inside = join(dist, 'inside.cjs');
const bundle = await buildPrograms(dist, { sourcemap: false });
await build({ ...bundle, entryPoints: [join(root, 'test/bench/inside.ts')], outfile: inside });
/** The same programs with two hundred more rules about bodies (manyRules.ts). */
const withMany = {
	name: 'many rules',
	setup(building) {
		building.onResolve({ filter: /\/rules\/index$/ }, ({ importer }) =>
			importer.endsWith('manyRules.ts') ? undefined : { path: join(root, 'test/bench/manyRules.ts') },
		);
	},
};
const distMany = join(out, 'dist-many');
const insideMany = join(distMany, 'inside.cjs');
const bundleMany = await buildPrograms(distMany, { sourcemap: false, plugins: [withMany] });
await build({ ...bundleMany, entryPoints: [join(root, 'test/bench/inside.ts')], outfile: insideMany });
const cliMany = join(distMany, 'cli.cjs');
const cli = join(dist, 'cli.cjs');
const bare = join(root, 'test/bench/bare.mjs');
const made = (name, options) => {
	const { folder } = generatePlugin(join(out, `plugins/packer-plugin-${name}`), { name, ...options });
	timed([cli, 'fix', folder], [0]); // generates what packer-sdc would
	return folder;
};
const named = process.argv[2] ?? process.env.BENCH_PLUGIN;
const large = resolve(named ?? made('large', { components: 9, files: 205, bytes: 1_457_496 }));
const small = resolve(process.env.BENCH_SMALL ?? made('small', { components: 4, files: 16, bytes: 50_000 }));
const statuses = [0, 1, 2];
const results = [];

/** Prints a figure, and whether it is what was promised: at most the target, or at least it. */
function tell(name, value, unit, target, { atLeast = false, ...details } = {}) {
	const met = target === undefined || (atLeast ? value >= target : value <= target);
	results.push({ name, value, unit, ...(target === undefined ? {} : { target, met }), ...details });
	const rounded = Math.round(value * 100) / 100;
	process.stdout.write(
		`${met ? ' ' : '!'} ${name}: ${rounded} ${unit}${target === undefined ? '' : ` (at ${atLeast ? 'least' : 'most'} ${target})`}${details.spread ? `, ${spread(details.spread)}` : ''}\n`,
	);
}
const spread = ({ median, min, max, noise, runs }) =>
	`median ${median.toFixed(0)}, min ${min.toFixed(0)}, max ${max.toFixed(0)}, noise ${(noise * 100).toFixed(0)} % of ${runs} runs`;

const { files, bytes } = printed([bare, large]);
process.stdout.write(
	`${large}: ${files} Go files, ${(bytes / 1e6).toFixed(2)} MB; ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, Node ${process.version}\n\n`,
);

const cold = byTurns(runs, {
	check: () => timed([cli, 'check', large, '--format', 'json'], statuses),
	many: () => timed([cliMany, 'check', large, '--format', 'json'], statuses),
	bare: () => timed([bare, large]),
	small: () => timed([cli, 'check', small, '--format', 'json'], statuses),
});
tell('check of the large plugin, whole process', cold.check.median, 'ms', undefined, { spread: cold.check });
tell('a bare process that reads and parses the same Go files', cold.bare.median, 'ms', undefined, { spread: cold.bare });
tell('the one in proportion to the other, by medians', cold.check.median / cold.bare.median, 'times', 1.6);
tell('the one in proportion to the other, by the fastest runs', cold.check.min / cold.bare.min, 'times', 1.6);
tell('check with 200 more rules about bodies, whole process', cold.many.median, 'ms', undefined, { spread: cold.many });
tell('that in proportion to the bare process, by medians', cold.many.median / cold.bare.median, 'times', 2);
tell('that in proportion to the bare process, by the fastest runs', cold.many.min / cold.bare.min, 'times', 2);
tell('check of the small plugin, whole process', cold.small.median, 'ms', 400, { spread: cold.small });

if (process.platform === 'linux') {
	const thread = byTurns(Math.max(5, Math.floor(runs / 2)), {
		check: () => busy([cli, 'check', large, '--format', 'json'], statuses),
		bare: () => busy([bare, large]),
		small: () => busy([cli, 'check', small, '--format', 'json'], statuses),
	});
	tell('main thread of the check of the large plugin', thread.check.median, 'ms', undefined, { spread: thread.check });
	tell('main thread of the bare process', thread.bare.median, 'ms', undefined, { spread: thread.bare });
	tell('the one in proportion to the other, by what the main threads ran', thread.check.min / thread.bare.min, 'times', 1.6);
	tell('main thread of the check of the small plugin', thread.small.median, 'ms', 400, { spread: thread.small });
}

for (const [program, what, where, target] of [
	[inside, 'keystroke', 'anywhere', 15],
	[inside, 'configuration', 'in configuration structs', 15],
	[insideMany, 'keystroke', 'anywhere, with 200 more rules about bodies', 30],
	[insideMany, 'configuration', 'in configuration structs, with 200 more rules about bodies', 30],
]) {
	const typed = printed([program, what, large, dist]);
	const keystroke = figures(typed.times);
	tell(`a keystroke ${where}, ${typed.file.path} (${Math.round(typed.file.bytes / 1000)} KB), 95 of 100`, keystroke.p95, 'ms', target, {
		spread: keystroke,
		file: typed.file,
	});
	for (const [kind, facts] of Object.entries(typed.facts)) tell(`facts worked out again after one in ${kind}`, facts, 'facts');
}

const previewed = figures(printed([inside, 'preview', large, dist]).times);
tell('the preview of a release after an edit of its config, 95 of 100', previewed.p95, 'ms', 50, { spread: previewed });

const toolchain = await generators(large, cli, runs);
if ('reason' in toolchain) process.stdout.write(`  generate --check beside go generate was not measured: ${toolchain.reason}\n`);
else {
	const { go, ours } = toolchain;
	tell('go generate ./... of the large plugin, its build cache warm', go.median, 'ms', undefined, { spread: go });
	tell('generate --check of the large plugin, whole process', ours.median, 'ms', undefined, { spread: ours });
	// What is promised, is of packer-plugin-amazon: a plugin that was made has no dependencies that go generate would have to read.
	tell('the one in proportion to the other, by medians', go.median / ours.median, 'times', named === undefined ? undefined : 50, { atLeast: true });
}

const memory = await serverMemory(join(distMany, 'server.cjs'), large).catch(
	error => void process.stderr.write(`The server could not be measured: ${error.message}\n`),
);
if (memory) {
	tell('memory of the server with the large plugin open and 200 more rules, resident', memory.megabytes, 'MB', 200);
	tell('from the start of the server to the last diagnostics', memory.openedMs, 'ms');
}

const copies = join(out, 'copies');
for (let i = 0; i < 4; i++)
	cpSync(large, join(copies, `packer-plugin-copy${i}`), { recursive: true, filter: path => !/[\\/](?:\.git|node_modules|vendor)(?:[\\/]|$)/.test(path) });
const costs = { one: [], four: [] };
for (let i = 0; i < Math.max(3, Math.floor(runs / 3)); i++) {
	costs.one.push(printed([inside, 'cost', join(copies, 'packer-plugin-copy0'), dist]));
	costs.four.push(printed([inside, 'cost', copies, dist]));
}
const [one, four] = [costs.one, costs.four].map(all => figures(all.map(c => c.milliseconds)));
tell('processor time for four copies, in proportion to one', four.min / one.min, 'times', 4.4, { one, four });
tell('facts for four copies, in proportion to one', costs.four[0].facts / costs.one[0].facts, 'times', 4.4);

const missed = results.filter(result => result.met === false);
writeFileSync(
	join(root, 'bench.json'),
	`${JSON.stringify({ node: process.version, cores: availableParallelism(), load: loadavg()[0], plugin: { files, bytes }, results }, null, '\t')}\n`,
);
process.stdout.write(`\nWritten to bench.json. ${missed.length === 0 ? 'Every figure is met.' : `Missed: ${missed.map(result => result.name).join('; ')}.`}\n`);
if (missed.length > 0 && process.env.BENCH_STRICT) process.exitCode = 1;
