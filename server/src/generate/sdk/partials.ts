import type { Segment } from '../webdocs/segments';
import partials from './partials.json';
import { releaseAt } from './table';

interface Table {
	/** The releases the table was created from, oldest first. */
	readonly versions: readonly string[];
	/** Of each partial, from a release on (an index in `versions`), its pieces: `length hash`, or a link as it stands; null if it is gone. */
	readonly partials: Readonly<Record<string, readonly (readonly [from: number, pieces: readonly string[] | null])[]>>;
}

const table = partials as unknown as Table;

/** A partial that packer-sdc embeds, at a version of the SDK; `unknown` where the table cannot tell. Made by scripts/sdkTables.ts. */
export function sdkPartial(version: string, path: string): readonly Segment[] | 'absent' | 'unknown' {
	const at = releaseAt(table.versions, version);
	const history = (Object.hasOwn(table.partials, path) ? table.partials[path] : undefined) ?? [];
	if (history.length === 0) return at === undefined && path.startsWith('packer-plugin-sdk/') ? 'unknown' : 'absent';
	if (at === undefined) return 'unknown';
	const entry = (index: number) => history.findLast(([from]) => from <= index)?.[1] ?? null;
	const pieces = entry(at.before);
	if (pieces !== entry(at.after)) return 'unknown';
	if (pieces === null) return 'absent';
	let from = 0;
	return pieces.map(piece => {
		const [length, sha256] = piece.split(' ') as [string, string];
		const segment = piece.startsWith('(') ? piece : { partial: path, from, length: Number(length), sha256 };
		from += segment === piece ? piece.length : Number(length);
		return segment;
	});
}
