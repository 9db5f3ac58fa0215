import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The figures of some measurements: what is in the middle, the borders, and how far apart they are. */
export function figures(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = part => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
	const [median, min, max] = [at(0.5), sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
	return { median, min, max, p95: at(0.95), noise: (max - min) / median, runs: sorted.length };
}

// Node reads the certificates that this names whenever it starts, which takes tens of milliseconds for a whole bundle: a cost of one network, not of a program.
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

/** Runs a whole process; returns how long it took in milliseconds. Throws if its status is not expected. */
export function timed(args, expected = [0]) {
	const started = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
	const took = performance.now() - started;
	if (!expected.includes(status)) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
	return took;
}

/** Runs a whole process; how long its main thread ran in milliseconds, which is nearly the same on a machine that does other things too. Linux only. */
export function busy(args, expected = [0]) {
	const thread = fileURLToPath(new URL('thread.cjs', import.meta.url));
	const { status, stderr } = spawnSync(process.execPath, ['-r', thread, ...args], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
	const [, milliseconds] = /^main thread: (\S+) ms$/m.exec(stderr) ?? [];
	if (!expected.includes(status) || milliseconds === undefined) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
	return Number(milliseconds);
}

/** Runs a script that prints JSON. */
export function printed(args) {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
	if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
	return JSON.parse(stdout);
}

/** Runs some things by turns, so that a machine that slows down slows them all down; first each once, uncounted. */
export function byTurns(runs, things) {
	const times = Object.fromEntries(Object.keys(things).map(name => [name, []]));
	for (let i = -1; i < runs; i++)
		for (const [name, thing] of Object.entries(things)) {
			const took = thing();
			if (i >= 0) times[name].push(took);
		}
	return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, figures(values)]));
}
