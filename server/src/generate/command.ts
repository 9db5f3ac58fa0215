import type { Read } from '../facts/core/database';
import { expectedText, type Generated, staleness } from './staleness';

/** One file that `generate` writes. */
export interface Write {
	readonly path: string;
	readonly kind: Generated['kind'];
	/** What is there; undefined where the file is new. */
	readonly before: string | undefined;
	readonly text: string;
}

/** A file and a sentence about it. */
export interface Said {
	readonly path: string;
	readonly sentence: string;
}

/** What `generate` would do. */
export interface Generation {
	readonly writes: readonly Write[];
	/** Files that are stale, and whose text is not all at hand. */
	readonly unwritable: readonly Said[];
	/** What could not be worked out: not a sign that anything is stale. */
	readonly unknown: readonly Said[];
	/** What could not be confirmed: it was taken from what was generated before. */
	readonly unconfirmed: readonly Said[];
	/** How many generated files are as they should be. */
	readonly upToDate: number;
}

/** What `generate` writes and `generate --check` lists (then it fails where `writes` or `unwritable` has any), sorted by path: nothing is written here. */
export function generation(read: Read): Generation {
	const { files, unknown, relies } = read(staleness);
	const writes: Write[] = [];
	const unwritable: Said[] = [];
	for (const file of files.filter(({ state, ignored }) => state === 'stale' || (state === 'missing' && !ignored))) {
		const made = expectedText(read, file);
		if ('missing' in made)
			unwritable.push({
				path: file.path,
				sentence: `It is stale, and cannot be written: the text of the SDK's ${made.missing.partial} is not at hand. Run "go mod download" once.`,
			});
		else writes.push({ path: file.path, kind: file.kind, before: file.actual, text: made.text });
	}
	const sentences = unknown.map(({ path, reason, refused }) => ({
		path,
		sentence: refused ? `packer-sdc makes nothing of use of it: ${reason}.` : `Nobody can tell what it should be: ${reason}.`,
	}));
	const unconfirmed = relies.map(of => ({
		path: of.path,
		sentence: `What it says of types of ${of.package} was believed, as their source is not at hand. Run "go mod download" once to have it looked at.`,
	}));
	return {
		writes: byPath(writes),
		unwritable: byPath(unwritable),
		unknown: byPath(sentences),
		unconfirmed: byPath(unconfirmed),
		upToDate: files.filter(({ state }) => state === 'same').length,
	};
}

const byPath = <T extends { readonly path: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
