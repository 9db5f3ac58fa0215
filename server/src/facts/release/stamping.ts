import type { Fact, Read } from '../core/database';
import { modulePath } from '../plugin/module';
import { pluginVersion } from '../plugin/version';
import { builds } from './builds';
import { effectOf, type LinkerFlag, linkerFlags } from './linker';
import { type Reported, reportedBy, targetOf } from './reported';

/** Which part of the version a linker flag is meant to set. */
export type Stamp = 'version' | 'prerelease';

/** A linker flag that is meant to set the version and does nothing. */
export interface LostFlag extends LinkerFlag {
	readonly stamp: Stamp;
}

/** The linker flags that are meant to set the version and do nothing, of all builds, and what releases report; undefined where none are missed. */
export const lostFlags: Fact<{ readonly flags: readonly LostFlag[]; readonly reported?: Reported } | undefined> = read => {
	const stamps = read(linkerFlags).flatMap(flag => {
		const stamp = stampOf(flag);
		return stamp === undefined || flag.build.overridden ? [] : [{ ...flag, stamp }];
	});
	const works = ({ effect }: LinkerFlag) => effect === 'set' || effect === 'unknown';
	const source = read(pluginVersion);
	// Nothing is lost where the flag would empty what is empty.
	const idle = ({ stamp, value }: LostFlag) => stamp === 'prerelease' && value === '' && source !== undefined && !source.prerelease?.value;
	const found = (read(builds) ?? []).flatMap(build => {
		const own = stamps.filter(flag => flag.build.index === build.index);
		const lost = own.filter(flag => !works(flag) && !idle(flag) && !own.some(other => other.stamp === flag.stamp && works(other)));
		const reported = lost.length === 0 ? undefined : reportedBy(read, build);
		return lost.length === 0 || reported?.kind === 'right' ? [] : [{ lost, reported }];
	});
	if (found.length === 0) return undefined;
	const [worst] = found.flatMap(({ reported }) => reported ?? []).sort((a, b) => rank.indexOf(a.kind) - rank.indexOf(b.kind));
	return { flags: found.flatMap(({ lost }) => lost), ...(worst ? { reported: worst } : {}) };
};

const rank = ['prerelease', 'stuck', 'source', 'right'];

function stampOf({ target, value }: LinkerFlag): Stamp | undefined {
	const name = target.slice(target.lastIndexOf('.') + 1);
	if (/pre|suffix/i.test(name)) return 'prerelease';
	if (/meta/i.test(name)) return undefined;
	return /version/i.test(name) || /\.(?:Version|RawVersion|Tag)\b/.test(value) ? 'version' : undefined;
}

/** What `-X` has to name, as a config writes it, to set a part of the version where a directory or Go file is built; undefined if no variable that it can set holds it. */
export function linkedTarget(read: Read, main: string, stamp: Stamp): string | undefined {
	const said = read(pluginVersion)?.[stamp];
	if (said?.variable === undefined) return undefined;
	return effectOf(read, main, targetOf(read, said)) === 'set' ? targetOf(read, said, '{{ .ModulePath }}') : undefined;
}

/** A package or variable without the path of this module: `version.Version`. */
export const shortTarget = (read: Read, target: string): string => {
	const module = read(modulePath) ?? '';
	return target.startsWith(`${module}/`) ? target.slice(module.length + 1) : target.slice(target.lastIndexOf('/') + 1);
};
