import type { Read } from '../facts/core/database';
import { type Obstacle, obstaclesTo } from './hcl2spec/obstacles';
import { expectedText, type Generated, staleness } from './staleness';

/** One file that `generate` writes. */
export interface Write {
	readonly path: string;
	readonly kind: Generated['kind'];
	/** What is there; undefined if the file is new. */
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
	/** Files that are out of date and cannot be written, and why. */
	readonly unwritable: readonly Said[];
	/** What could not be determined: not a sign that anything is out of date. */
	readonly unknown: readonly Said[];
	/** What could not be confirmed, as it was taken from generated files. */
	readonly unconfirmed: readonly Said[];
	/** How many generated files are up to date. */
	readonly upToDate: number;
}

/** What `generate` writes and `generate --check` lists (then it fails if `writes` or `unwritable` has any), sorted by path: nothing is written here. */
export function generation(read: Read): Generation {
	const { files, unknown, relies } = read(staleness);
	const writes: Write[] = [];
	const unwritable: Said[] = [];
	for (const file of files.filter(({ state, ignored }) => state === 'stale' || (state === 'missing' && !ignored))) {
		const made = expectedText(read, file);
		const [obstacle] = file.kind === 'hcl2spec' ? read(obstaclesTo, file.source) : [];
		if (obstacle) unwritable.push({ path: file.path, sentence: sentenceOf(obstacle) });
		else if ('missing' in made)
			unwritable.push({
				path: file.path,
				sentence: `Out of date, and not written: it includes ${made.missing.partial} of the SDK, which is not in the module cache. Run "go mod download" once.`,
			});
		else writes.push({ path: file.path, kind: file.kind, before: file.actual, text: made.text });
	}
	const sentences = unknown.map(({ path, reason, refused }) => ({
		path,
		sentence: refused ? `Cannot be generated: ${reason}.` : `Cannot be checked: ${reason}.`,
	}));
	const unconfirmed = relies.map(of => ({
		path: of.path,
		sentence: `Types of ${of.package} are taken from this file, as their source is not in the module cache. Run "go mod download" once to check them.`,
	}));
	return {
		writes: byPath(writes),
		unwritable: byPath(unwritable),
		unknown: byPath(sentences),
		unconfirmed: byPath(unconfirmed),
		upToDate: files.filter(({ state }) => state === 'same').length,
	};
}

/** Why a hcl2spec file is not written, and what to do. */
function sentenceOf({ kind, names, path }: Obstacle): string {
	const flats = names.map(name => `Flat${name}`).join(', ');
	if (kind === 'lacking') return `Not written, as the package would not compile without ${flats}. Add ${names.join(', ')} to -type in ${path}.`;
	if (kind === 'dropped')
		return `Not written, as that would delete ${flats}, which may be in use. Add ${names.join(', ')} to -type in ${path}, or delete them.`;
	if (kind === 'twice') return `Not written, as ${path} declares ${flats} too. Remove one of the two.`;
	return `Not written, as that would delete ${names.join(', ')}. Move what is not generated to another file.`;
}

const byPath = <T extends { readonly path: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
