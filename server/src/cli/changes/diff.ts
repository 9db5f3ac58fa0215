import { createColors } from 'picocolors';

export { unified } from '../../generate/unified';

/** A unified diff as it is shown: with colours, what goes in red and what comes in green. */
export function coloured(diff: string, colours: boolean): string {
	const paint = createColors(colours);
	return diff.replace(/^(?:(\+)|(-)|@@).*$/gm, (line, added, removed) => (added ? paint.green(line) : removed ? paint.red(line) : paint.cyan(line)));
}
