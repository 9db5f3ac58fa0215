import { type Atom, any, matches, once } from '../core/wildcards';
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
		} else if (part === '**') atoms.push(any(() => true));
		else if (part === '*') atoms.push(any(character => character !== '/'));
		else if (part === '[') return undefined;
		else if (part.startsWith('[')) {
			const takes = classOf(part);
			if (takes === undefined) return undefined;
			atoms.push(once(takes));
		} else {
			const literal = part.startsWith('\\') ? part.slice(1) : part;
			atoms.push(once(character => character === literal));
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
