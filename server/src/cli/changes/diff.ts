import { createColors } from 'picocolors';

export { unified } from '../../generate/unified';

/** A unified diff as it is shown: with colors, what goes in red and what comes in green. */
export function colored(diff: string, colors: boolean): string {
	const paint = createColors(colors);
	return diff.replace(/^(?:(\+)|(-)|@@).*$/gm, (line, added, removed) => (added ? paint.green(line) : removed ? paint.red(line) : paint.cyan(line)));
}
