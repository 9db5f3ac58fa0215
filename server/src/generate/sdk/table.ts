import types from './types.json';

/** What one exported type of the SDK is: a struct's fields as `[name, type, tag]` (`''` names an embedded one), or the type it is defined as. */
export type SdkType = { readonly fields: readonly (readonly [name: string, type: string, tag: string])[] } | { readonly type: string };

interface Table {
	/** The releases the table was created from, oldest first. */
	readonly versions: readonly string[];
	/** The names of packages that are not the last element of their folder. */
	readonly packages: Readonly<Record<string, string>>;
	/** Of each type (`folder.Name`) what it is from a release on (an index in `versions`), or null if that release has it no longer. */
	readonly types: Readonly<Record<string, readonly (readonly [from: number, type: SdkType | null])[]>>;
}

const table = types as unknown as Table;

/** A type of the SDK at a version; `unknown` where the table cannot tell for that version. Made by scripts/sdkTables.ts from the SDK's releases. */
export function sdkType(version: string, folder: string, name: string): { readonly type: SdkType; readonly package: string } | 'absent' | 'unknown' {
	const at = releaseAt(table.versions, version);
	const history = table.types[`${folder}.${name}`] ?? [];
	if (at === undefined) return 'unknown';
	const entry = (index: number) => history.findLast(([from]) => from <= index);
	const found = entry(at.before);
	if (found !== entry(at.after)) return 'unknown';
	return found?.[1] ? { type: found[1], package: table.packages[folder] ?? (folder.split('/').at(-1) as string) } : 'absent';
}

/**
 * Where a version lies among releases: the same index twice for a release, its neighbors for a version between two (a pseudo-version);
 * undefined for one older than all, or newer than the newest.
 */
export function releaseAt(releases: readonly string[], version: string): { readonly before: number; readonly after: number } | undefined {
	const exact = releases.indexOf(version);
	if (exact !== -1) return { before: exact, after: exact };
	const after = releases.findIndex(release => compareVersions(release, version) > 0);
	return after <= 0 ? undefined : { before: after - 1, after };
}

/** Compares two versions as Go does (semantic versioning, `v` in front); a prerelease comes before its release. */
export function compareVersions(a: string, b: string): number {
	const [x, y] = [parts(a), parts(b)];
	for (let i = 0; i < 3; i++) if (x.numbers[i] !== y.numbers[i]) return (x.numbers[i] ?? 0) - (y.numbers[i] ?? 0);
	if (x.pre === y.pre) return 0;
	if (x.pre === '' || y.pre === '') return x.pre === '' ? 1 : -1;
	return x.pre < y.pre ? -1 : 1;
}

function parts(version: string) {
	const [core, ...pre] = version.replace(/^v|\+.*$/g, '').split('-') as [string, ...string[]];
	return { numbers: core.split('.').map(Number), pre: pre.join('-') };
}
