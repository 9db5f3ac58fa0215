import type { Text, Workflow } from './workflow';

/** Whether a workflow runs when a tag is pushed; undefined where that is not known. */
export function runsOnTag({ triggers, broken }: Workflow, tag: string): boolean | undefined {
	if (broken) return undefined;
	const pushes = triggers.filter(({ event }) => event === 'push');
	const all = pushes.map(({ tags, tagsIgnore, branches }) => {
		if (tags !== undefined) return matchesTag(tags, tag);
		if (tagsIgnore === undefined) return branches === undefined;
		const ignored = matchesTag(tagsIgnore, tag);
		return ignored === undefined ? undefined : !ignored;
	});
	if (all.includes(true)) return true;
	if (all.includes(undefined) || triggers.some(({ event }) => /^(?:create|workflow_run|workflow_call)$/.test(event))) return undefined;
	return false;
}

/** Whether the last of some patterns that says something of a tag takes it (docs.github.com, "Filter pattern cheat sheet"); undefined where one cannot be read. */
export function matchesTag(patterns: readonly Pick<Text, 'text'>[], tag: string): boolean | undefined {
	let matched = false;
	for (const { text } of patterns) {
		const negated = text.startsWith('!');
		const atoms = atomsOf(negated ? text.slice(1) : text);
		if (atoms === undefined) return undefined;
		if (matches(atoms, tag)) matched = !negated;
	}
	return matched;
}

/** One character of a pattern, and how often it may stand there. */
interface Atom {
	readonly takes: (character: string) => boolean;
	/** Whether it may be missing, and whether it may be repeated. */
	optional: boolean;
	repeated: boolean;
}

/** The characters of a pattern; undefined where it cannot be read. */
function atomsOf(pattern: string): readonly Atom[] | undefined {
	if (pattern.includes('${{')) return undefined;
	const atoms: Atom[] = [];
	for (const [part] of pattern.matchAll(/\\.|\[[^\]]*\]|\*\*|[\s\S]/g)) {
		const last = atoms.at(-1);
		if (part === '?' || part === '+') {
			if (last === undefined || (part === '+' && last.repeated)) return undefined;
			if (part === '?') last.optional ||= !last.repeated;
			else last.repeated = true;
		} else if (part === '**') atoms.push({ takes: () => true, optional: true, repeated: true });
		else if (part === '*') atoms.push({ takes: character => character !== '/', optional: true, repeated: true });
		else if (part === '[') return undefined;
		else if (part.startsWith('[')) {
			const takes = classOf(part);
			if (takes === undefined) return undefined;
			atoms.push({ takes, optional: false, repeated: false });
		} else {
			const literal = part.startsWith('\\') ? part.slice(1) : part;
			atoms.push({ takes: character => character === literal, optional: false, repeated: false });
		}
	}
	return atoms;
}

function classOf(source: string): Atom['takes'] | undefined {
	try {
		const expression = new RegExp(`^${source}$`, 'u');
		return character => expression.test(character);
	} catch {
		return undefined;
	}
}

/** Whether a pattern takes a whole text. Takes time in proportion to both: all ways to match are followed at once. */
function matches(atoms: readonly Atom[], text: string): boolean {
	let at = skipping(atoms, new Set([0]));
	for (const character of text) {
		const next = new Set<number>();
		for (const i of at) {
			const atom = atoms[i];
			if (!atom?.takes(character)) continue;
			next.add(i + 1);
			if (atom.repeated) next.add(i);
		}
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
