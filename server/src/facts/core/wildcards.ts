/** One character of a pattern, and how often it may stand there. */
export interface Atom {
	readonly takes: (character: string) => boolean;
	/** Whether it may be missing, and whether it may be repeated. */
	optional: boolean;
	repeated: boolean;
}

/** A character that stands there once. */
export const once = (takes: Atom['takes']): Atom => ({ takes, optional: false, repeated: false });

/** Any number of characters. */
export const any = (takes: Atom['takes']): Atom => ({ takes, optional: true, repeated: true });

/** Whether a pattern takes a whole text. Takes time in proportion to both: all ways to match are followed at once. */
export function matches(atoms: readonly Atom[], text: string): boolean {
	let at = skipping(atoms, new Set([0]));
	for (const character of text) {
		const next = new Set<number>();
		for (const i of at) {
			const atom = atoms[i];
			if (!atom?.takes(character)) continue;
			next.add(i + 1);
			if (atom.repeated) next.add(i);
		}
		if (next.size === 0) return false;
		at = skipping(atoms, next);
	}
	return at.has(atoms.length);
}

/** Some places in a pattern, and those behind what may be missing there. */
function skipping(atoms: readonly Atom[], at: ReadonlySet<number>): Set<number> {
	const all = new Set(at);
	for (const i of all) if (atoms[i]?.optional) all.add(i + 1);
	return all;
}
