import { workflows } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { packageClause } from '../go/packages';
import { modulePath } from '../plugin/module';
import { pluginVersion } from '../plugin/version';
import type { Build } from './builds';
import { effectOf, type LinkerFlag, linkerFlags } from './linker';

/** Which part of the version a linker flag is meant to set. */
export type Stamp = 'version' | 'prerelease';

/** A linker flag that is meant to set the version and does nothing. */
export interface LostFlag extends LinkerFlag {
	readonly stamp: Stamp;
}

/** The linker flags that are meant to set the plugin's version and do nothing, where no other flag of the build does it. */
export const lostFlags: Fact<readonly LostFlag[]> = read => {
	const stamps = read(linkerFlags).flatMap(flag => {
		const stamp = stampOf(flag);
		return stamp === undefined ? [] : [{ ...flag, stamp }];
	});
	const works = ({ effect }: LinkerFlag) => effect === 'set' || effect === 'unknown';
	const source = read(pluginVersion);
	// Nothing is lost where the flag would empty what is empty.
	const idle = ({ stamp, value }: LostFlag) => stamp === 'prerelease' && value === '' && source !== undefined && !source.prerelease?.value;
	return stamps.filter(
		flag => !works(flag) && !idle(flag) && !stamps.some(other => other.build.id === flag.build.id && other.stamp === flag.stamp && works(other)),
	);
};

function stampOf({ target, value }: LinkerFlag): Stamp | undefined {
	const name = target.slice(target.lastIndexOf('.') + 1);
	if (/pre|suffix/i.test(name)) return 'prerelease';
	if (/meta/i.test(name)) return undefined;
	return /version/i.test(name) || /\.(?:Version|RawVersion|Tag)\b/.test(value) ? 'version' : undefined;
}

/** The version that a release reports where its linker flags do nothing; undefined where that is one Packer may take. */
export const unstamped: Fact<string | undefined> = read => {
	const found = read(pluginVersion);
	const [version, prerelease] = [found?.version?.value, found?.prerelease?.value];
	const file = found?.version?.place.path;
	// Some cut a release by editing the source, and tag that.
	const edited = file !== undefined && read(workflows).some(({ jobs }) => jobs.some(({ steps }) => steps.some(step => step.run?.text.includes(file))));
	if (edited || version === undefined) return undefined;
	if (prerelease) return `${version || '0.0.0'}-${prerelease}`;
	return version === '' || version === '0.0.0' ? '0.0.0' : undefined;
};

/** What `-X` has to name, as a config writes it, to set a part of the version; undefined where no variable that it can set holds it. */
export const rightTarget = (read: Read, { main }: Build, stamp: Stamp): string | undefined => linkedTarget(read, main, stamp);

/** The same, by what is built: a directory or a Go file. */
export function linkedTarget(read: Read, main: string, stamp: Stamp): string | undefined {
	const said = read(pluginVersion)?.[stamp];
	if (said?.variable === undefined) return undefined;
	const dir = dirname(said.place.path);
	const isMain = read(packageClause, said.place.path) === 'main';
	const [own, below] = ['{{ .ModulePath }}', dir === '' ? '' : `/${dir}`];
	const target = (module: string) => `${isMain ? 'main' : module + below}.${said.variable}`;
	return effectOf(read, main, target(read(modulePath) ?? '')) === 'set' ? target(own) : undefined;
}
