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
		const expression = expressionOf(negated ? text.slice(1) : text);
		if (expression === undefined) return undefined;
		if (expression.test(tag)) matched = !negated;
	}
	return matched;
}

function expressionOf(pattern: string): RegExp | undefined {
	if (pattern.includes('${{')) return undefined;
	const source = pattern.replace(/\\.|\[[^\]]*\]|\*\*|[*?+]|[.^$()|{}/\]]/g, part => {
		if (part.startsWith('[')) return part;
		if (part === '**') return '.*';
		if (part === '*') return '[^/]*';
		if (part === '?' || part === '+') return part;
		return part.startsWith('\\') ? part : `\\${part}`;
	});
	try {
		return new RegExp(`^${source}$`);
	} catch {
		return undefined;
	}
}
