import type { Asset } from '../plan/asset';
import type { Sums } from '../plan/sums';
import { entryName, type NameParts, type Platform, partsOf, type Rejection, rejection, sumsName } from './getter';

/** A release as `packer init` finds it: the plugin's name, the version, what is uploaded, and the checksum files. */
export interface Published {
	/** `acme` of `packer-plugin-acme`. */
	readonly name: string;
	readonly version: string;
	readonly assets: readonly Asset[];
	readonly sums: readonly Sums[];
}

/** Whether `packer init` installs on a platform: the archive that it takes, or why not. */
export type Verdict =
	| { readonly installs: true; readonly asset: Asset }
	/** Nothing is known to be built for the platform. */
	| { readonly installs: false; readonly why: 'not-built' }
	/** The checksum file is missing, or called something else. */
	| { readonly installs: false; readonly why: 'no-sums'; readonly expected: string; readonly found: readonly string[] }
	| { readonly installs: false; readonly why: 'algorithm'; readonly found: string }
	/** Nothing of a name that Packer takes: what was built for the platform, and why Packer skips it. */
	| { readonly installs: false; readonly why: 'name'; readonly asset: Asset; readonly rejection: Rejection | 'skipped' | 'not-summed' }
	| { readonly installs: false; readonly why: 'format' | 'not-uploaded'; readonly asset: Asset }
	| { readonly installs: false; readonly why: 'entry'; readonly asset: Asset; readonly expected: string };

/** What `packer init` does with a release on a platform (Requirement.InstallLatest). */
export function verdictOn(release: Published, platform: Platform): Verdict {
	const { name, version, assets, sums } = release;
	const built = assets.filter(({ os, arch }) => os === platform.os && arch === platform.arch);
	const [first] = built;
	const expected = sumsName(name, version);
	const file = sums.find(one => one.name === expected);
	if (file === undefined && first === undefined) return { installs: false, why: 'not-built' };
	if (file === undefined) return { installs: false, why: 'no-sums', expected, found: sums.flatMap(one => one.name ?? []) };
	const taken = file.names.find(asset => rejection(name, version, asset, platform) === undefined);
	if (taken === undefined) {
		if (first === undefined) return { installs: false, why: 'not-built' };
		const why = file.names.includes(first.name) ? (rejection(name, version, first.name, platform) as Rejection | 'skipped') : 'not-summed';
		return { installs: false, why: 'name', asset: first, rejection: why };
	}
	const asset = assets.find(one => one.name === taken);
	if (asset === undefined)
		return { installs: false, why: 'not-uploaded', asset: first ?? { name: taken, kind: 'extra', place: file.place, binaries: [], files: [] } };
	if (file.algorithm !== 'sha256') return { installs: false, why: 'algorithm', found: file.algorithm };
	if (asset.kind !== 'archive' || asset.format !== 'zip') return { installs: false, why: 'format', asset };
	const entry = entryName(name, partsOf(name, taken) as NameParts);
	const entries = [...asset.binaries.map(binary => binary.entry), ...(asset.files ?? [])];
	return entries.includes(entry) ? { installs: true, asset } : { installs: false, why: 'entry', asset, expected: entry };
}

/** The name that the archive for a platform must have. */
export const archiveName = (name: string, version: string, { os, arch }: Platform): string => `packer-plugin-${name}_v${version}_x5.0_${os}_${arch}.zip`;

/** The platforms that most of Packer's users have. */
export const commonPlatforms: readonly Platform[] = [
	{ os: 'linux', arch: 'amd64' },
	{ os: 'linux', arch: 'arm64' },
	{ os: 'darwin', arch: 'amd64' },
	{ os: 'darwin', arch: 'arm64' },
	{ os: 'windows', arch: 'amd64' },
];
