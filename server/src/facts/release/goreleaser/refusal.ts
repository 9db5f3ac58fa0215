import { asScalar, get } from '../../../syntax/yaml/lookup';
import { at, type Place } from '../../../text/place';
import type { Fact } from '../../core/database';
import { root } from '../config';
import { type Mistake, mistakesIn } from './decode';
import { type Run, runs } from './runs';

/**
 * Why a release stops before it starts: GoReleaser does not decode its config (pkg/config/load.go). `version`: the config says it is for the other major
 * version; else there are mistakes in it. `said` is what GoReleaser prints, as far as it is one line.
 */
export interface Refusal {
	readonly run: Run;
	readonly path: string;
	readonly because: 'version' | 'mistakes';
	readonly mistakes: readonly Mistake[];
	readonly said: string;
	/** The `version` of the config, where it has one. */
	readonly version?: Place;
}

/** Why the release of the plugin stops; undefined where GoReleaser decodes the config, or that is not known. */
export const refusal: Fact<Refusal | undefined> = read => {
	const config = read(root);
	if (config === undefined) return undefined;
	const { path, value } = config;
	const scalar = asScalar(get(value, 'version'));
	const number = scalar?.text ?? '0';
	const base = { path, ...(scalar ? { version: at(path, scalar.node) } : {}) };
	// A config of GoReleaser Pro is decoded by another program, or loosely.
	if (get(value, 'pro') !== undefined) return undefined;
	for (const run of read(runs)) {
		if (run.major === 1 && !/^[01]$/.test(number))
			return { ...base, run, because: 'version', mistakes: [], said: `only configurations files on version: 1 are supported, yours is version: ${number}` };
		// What older releases of GoReleaser 1 know is not told by what its last release does.
		if (run.exact !== undefined && run.major === 1 && !/^v?1\.2[5-9]\./.test(run.exact)) continue;
		const mistakes = mistakesIn(value, run.major);
		if (mistakes.length === 0) continue;
		const old = run.major === 2 && number !== '2';
		const said = old ? `only version: 2 configuration files are supported, yours is version: ${number}` : sentence(mistakes[0] as Mistake);
		return { ...base, run, because: 'mistakes', mistakes, said };
	}
	return undefined;
};

/** The YAML library's sentence about a mistake, without its line. */
const sentence = (mistake: Mistake): string =>
	mistake.kind === 'unknown'
		? `field ${mistake.option} not found in type config.${mistake.struct}`
		: `cannot unmarshal !!${mistake.found} into ${goType(mistake.wanted, mistake.option)}`;

/** A type of an option as Go prints it. */
export function goType(type: string, option: string): string {
	if (type.startsWith('[]')) return `[]${goType(type.slice(2), option)}`;
	if (type.startsWith('{}')) return `map[string]${goType(type.slice(2), option)}`;
	if (type === 'number') return numbers[option] ?? 'int';
	if (type === 'duration') return 'time.Duration';
	if (type === 'any') return 'interface {}';
	return /^!?[A-Z]/.test(type) ? `config.${type.replace('!', '')}` : type;
}

const numbers: Readonly<Record<string, string>> = { attempts: 'uint', mode: 'fs.FileMode', umask: 'fs.FileMode' };
