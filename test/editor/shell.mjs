// SPDX-License-Identifier: MPL-2.0
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Said where something that is not ours to give (an editor, a browser, a network) cannot be had; a run counts it as skipped. */
export class Unavailable extends Error {}

/** Tells a person what is going on, on standard error. */
export function progress(/** @type {string} */ line) {
	process.stderr.write(`${line}\n`);
}

/** The full path of a program on PATH, or undefined. */
export function which(/** @type {string} */ program) {
	for (const folder of (process.env.PATH ?? '').split(delimiter)) {
		const path = join(folder, program);
		try {
			accessSync(path, constants.X_OK);
			return path;
		} catch {
			// not in this folder
		}
	}
	return undefined;
}

/**
 * Runs a program to its end and resolves to what it printed; rejects with its last lines where it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>}
 */
export function execute(program, args, options = {}) {
	return new Promise((resolve, reject) => {
		const env = { ...process.env, ...options.env };
		const child = spawn(program, args, { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let printed = '';
		child.stdout.on('data', chunk => (printed += chunk));
		child.stderr.on('data', chunk => (printed += chunk));
		child.on('error', reject);
		child.on('close', code => {
			if (code === 0) return resolve(printed);
			const tail = printed.trim().split('\n').slice(-15).join('\n');
			reject(new Error(`${program} ${args.join(' ')} ended with status ${code}:\n${tail}`));
		});
	});
}

/**
 * Asks again and again until the answer is truthy, and rejects with `what` when the time is over.
 * @template T
 * @param {string} what
 * @param {number} milliseconds
 * @param {() => T | Promise<T>} ask
 * @returns {Promise<NonNullable<Awaited<T>>>}
 */
export async function until(what, milliseconds, ask) {
	const deadline = Date.now() + milliseconds;
	for (;;) {
		const answer = await ask();
		if (answer) return /** @type {NonNullable<Awaited<T>>} */ (answer);
		if (Date.now() > deadline) throw new Error(`${what}: not within ${Math.round(milliseconds / 1000)} s`);
		await new Promise(resolve => setTimeout(resolve, 50));
	}
}

/**
 * Rejects with `what` when a promise takes longer than it may.
 * @template T
 * @param {string} what
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export function beforeTimeout(what, milliseconds, promise) {
	/** @type {NodeJS.Timeout} */
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(`${what}: not within ${Math.round(milliseconds / 1000)} s`)), milliseconds);
	});
	return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}
