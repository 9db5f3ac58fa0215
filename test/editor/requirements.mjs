// SPDX-License-Identifier: MPL-2.0
import { existsSync } from 'node:fs';
import { execute, progress, Unavailable, which } from './shell.mjs';

/**
 * A program these tests need from the machine, and the Debian packages that bring it.
 * @typedef {{ what: string, find: () => string | undefined, packages: string[] }} Requirement
 */

/** Chromium, or any browser of its family that CHROMIUM names. */
export const chromium = {
	what: 'Chromium (or set CHROMIUM to the path of Chromium or Chrome)',
	packages: ['chromium', 'fonts-dejavu-core'],
	find: () => process.env.CHROMIUM || which('chromium') || which('chromium-browser') || which('google-chrome-stable') || which('google-chrome'),
};

/** ripgrep, which finds files for the editor. */
export const ripgrep = { what: 'ripgrep', packages: ['ripgrep'], find: () => which('rg') };

/** What compiles the editor's native modules. */
export const compiler = {
	what: 'a C++ compiler, make and Python 3',
	packages: ['g++', 'make', 'python3'],
	find: () => (which('g++') && which('make') && which('python3')) || undefined,
};

/**
 * Makes sure that the machine has all of these, installing Debian's packages where that is allowed.
 * @param {Requirement[]} requirements
 */
export async function ensure(requirements) {
	const missing = requirements.filter(requirement => !requirement.find());
	if (missing.length === 0) return;
	const packages = missing.flatMap(requirement => requirement.packages);
	const wanted = `${missing.map(requirement => requirement.what).join('; ')} (Debian: apt-get install ${packages.join(' ')})`;
	if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !which('apt-get')) {
		throw new Unavailable(`please install ${wanted}`);
	}
	progress(`installing ${packages.join(', ')} from Debian's packages`);
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await execute('apt-get', ['update', '-qq'], { env });
		await execute('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
	} catch (error) {
		throw new Unavailable(`could not install ${wanted}: ${/** @type {Error} */ (error).message}`);
	}
}
