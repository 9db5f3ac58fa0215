import type { Place } from '../../../text/place';
import type { Read } from '../../core/database';
import { linesOf } from '../../core/lines';
import { locate } from '../../places/locate';
import { identity } from '../../plugin/identity';
import type { Preview, Remark } from './model';
import type { Publisher } from './publishers';

/** Where something stands, counting from 1. */
export interface ReportedPlace {
	readonly path: string;
	readonly line: number;
	readonly column: number;
}

/** A sentence about a release, and where it is about; nulls where it is about the tag. */
export interface ReportedRemark {
	readonly message: string;
	readonly path: string | null;
	readonly line: number | null;
	readonly column: number | null;
}

/** What `release --format json` prints of a plugin, and an editor shows. */
export interface ReleaseReport {
	readonly root: string;
	readonly name: string;
	readonly tag: string;
	readonly version: string;
	readonly config: string | null;
	/** The major version of GoReleaser that was evaluated, and whether the workflow is known to install it. */
	readonly goreleaser: { readonly major: 1 | 2; readonly known: boolean };
	readonly stops: readonly ReportedRemark[];
	readonly unknown: readonly ReportedRemark[];
	readonly assets: readonly (ReportedPlace & {
		readonly name: string;
		readonly kind: string;
		readonly platform: string | null;
		readonly entry: string | null;
		readonly installs: boolean | null;
		readonly why: string | null;
	})[];
	readonly platforms: readonly { readonly platform: string; readonly common: boolean; readonly installs: boolean | null; readonly why: string | null }[];
	readonly reports: { readonly version: string; readonly matches: boolean } | null;
	readonly publishers: readonly (ReportedPlace & {
		readonly name: string;
		/** What it runs for: the tag, a release that somebody publishes on GitHub, something else, or not known. */
		readonly runs: Publisher['runs'];
		readonly actions: readonly string[];
		readonly secrets: readonly string[];
		readonly missing: readonly ReportedRemark[];
	})[];
	/** Whether something that could not be looked into may publish it as well. */
	readonly mayPublish: boolean;
	/** Whether a workflow tells the integrations portal. */
	readonly portal: boolean;
	/** Why no file is installed, where it is the same for all. */
	readonly because: string | null;
	/** Whether `packer init` installs the release on some platform; null where that is not known. */
	readonly installable: boolean | null;
}

const nowhere = { path: null, line: null, column: null };

/** The report of a release. */
export function reportOf(root: string, read: Read, preview: Preview): ReleaseReport {
	const { tag, version, config, goreleaser, stops, unknown, assets, platforms, reports, publishers, mayPublish, portal } = preview;
	const where = (place: Place): ReportedPlace => {
		const { line, column } = read(linesOf, place.path).positionAt(locate(read, place).start);
		return { path: place.path, line: line + 1, column: column + 1 };
	};
	const remark = ({ text, place }: Remark): ReportedRemark => ({ message: text, ...(place === undefined ? nowhere : where(place)) });
	return {
		...{ root, name: read(identity).name, tag, version, config: config ?? null, goreleaser },
		stops: stops.map(remark),
		unknown: unknown.map(remark),
		assets: assets.map(({ name, kind, platform, entry, installs, why, place }) => ({
			...{ name, kind, platform: platform ?? null, entry: entry ?? null, installs: installs ?? null, why: why ?? null },
			...where(place),
		})),
		platforms: platforms.map(({ platform, common, installs, why }) => ({ platform, common, installs: installs ?? null, why: why ?? null })),
		reports: reports ?? null,
		publishers: publishers.map(({ name, place, runs, actions, secrets, missing }) => ({
			...{ name, ...where(place), runs, actions, secrets },
			missing: missing.map(remark),
		})),
		mayPublish,
		portal,
		because: shared(assets),
		installable: installable(preview),
	};
}

/** Why no file is installed, where it is the same for all of several. */
function shared(assets: Preview['assets']): string | null {
	const all = assets.filter(({ installs }) => installs !== undefined);
	const [first] = all;
	return all.length > 1 && first?.why !== undefined && all.every(({ why }) => why === first.why) ? first.why : null;
}

/** Whether `packer init` installs a release on some platform; null where that is not known. */
export function installable({ stops, unknown, assumed, platforms, reports }: Preview): boolean | null {
	if (stops.length > 0 || reports?.matches === false) return false;
	if (platforms.some(({ installs }) => installs)) return assumed || reports === undefined ? null : true;
	return unknown.length > 0 ? null : false;
}
