import { coerce, intersects, satisfies, valid, validRange } from 'semver';

/** A version of GoReleaser as a workflow asks for it: its major version; `exact` where it names one. */
export interface Asked {
	readonly major: 1 | 2;
	readonly exact?: string;
}

/**
 * The GoReleaser that `goreleaser/goreleaser-action@<ref>` installs with an input `version` (src/github.ts of its tags): `latest` is the newest release up to
 * v5.0, `~> v1` in v5.1, and `~> v2` from v6 on. `ref` may be a commit whose tag a comment names. Undefined where that is unknown.
 */
export function askedFor(ref: string, tag: string | undefined, version: string | undefined): Asked | undefined {
	if (version !== undefined && /\$\{\{/.test(version)) return undefined;
	const said = version?.trim();
	if (said !== undefined && said !== '' && said !== 'latest') return ofVersion(said);
	// Without an input, v5.1 and later have a range for their default that means the same as their `latest`.
	const action = actionVersion(ref) ?? (tag === undefined ? undefined : actionVersion(tag));
	if (action === undefined) return undefined;
	return satisfies(action, '>=5.1.0 <6') ? { major: 1 } : { major: 2 };
}

/** The version of the action that a ref stands for: `v5` follows the last release of its major version. */
function actionVersion(ref: string): string | undefined {
	if (/^(?:master|main)$/.test(ref)) return '7.0.0';
	const [, major, minor] = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.\d{1,4})?$/.exec(ref) ?? [];
	if (major === undefined) return undefined;
	return minor === undefined ? `${major}.99.0` : (coerce(ref)?.version ?? undefined);
}

function ofVersion(said: string): Asked | undefined {
	if (said === 'nightly') return { major: 2 };
	const exact = valid(said);
	if (exact !== null) return exact.startsWith('1.') || exact.startsWith('0.') ? { major: 1, exact } : exact.startsWith('2.') ? { major: 2, exact } : undefined;
	const range = validRange(said);
	if (range === null) return undefined;
	return intersects(range, '>=2.0.0 <3.0.0') ? { major: 2 } : intersects(range, '<2.0.0') ? { major: 1 } : undefined;
}
