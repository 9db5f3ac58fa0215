import { createTwoFilesPatch } from 'diff';
import type { Read } from '../facts/database';
import { type Generated, expectedText, staleness } from './staleness';

/** One file that `generate` writes, and a unified diff from what is there to what it writes. */
export interface Write {
	readonly path: string;
	readonly kind: Generated['kind'];
	/** Whether the file is new. */
	readonly isNew: boolean;
	readonly text: string;
	readonly diff: string;
}

/** What `generate` would do. */
export interface Generation {
	readonly writes: readonly Write[];
	/** What could not be worked out, a sentence each, with the file it is about. */
	readonly unknown: readonly { readonly path: string; readonly sentence: string }[];
	/** How many generated files are as they should be. */
	readonly upToDate: number;
}

/** What `generate` writes and `generate --check` lists, sorted by path: nothing is written here. */
export function generation(read: Read): Generation {
	const { files, unknown } = read(staleness);
	const writes: Write[] = [];
	const sentences = unknown.map(({ path, reason, refused }) => ({ path, sentence: refused ? `packer-sdc would refuse: ${reason}.` : `It could not be told what it should be: ${reason}.` }));
	for (const file of files.filter(({ state }) => state !== 'same')) {
		const made = expectedText(read, file);
		if ('missing' in made) sentences.push({ path: file.path, sentence: `It cannot be written: the text of the SDK's partial ${made.missing.partial} is not at hand (run "go mod download github.com/hashicorp/packer-plugin-sdk" once).` });
		else writes.push({ path: file.path, kind: file.kind, isNew: file.actual === undefined, text: made.text, diff: diffOf(file, made.text) });
	}
	const byPath = <T extends { readonly path: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
	return { writes: byPath(writes), unknown: byPath(sentences), upToDate: files.filter(({ state }) => state === 'same').length };
}

/** The change in the form of `diff -u`, as `git apply` takes it. */
function diffOf({ path, actual }: Generated, text: string): string {
	const patch = createTwoFilesPatch(actual === undefined ? '/dev/null' : `a/${path}`, `b/${path}`, actual ?? '', text, undefined, undefined, { context: 3 });
	return patch.replace(/^=+\n/, '');
}
