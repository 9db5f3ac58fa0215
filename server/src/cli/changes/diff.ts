import { createColors } from 'picocolors';

export { unified } from '../../generate/unified';

/** A unified diff with removed lines in red and added lines in green, if colors are on. */
export function colored(diff: string, colors: boolean): string {
	const paint = createColors(colors);
	return diff.replace(/^(?:(\+)|(-)|@@).*$/gm, (line, added, removed) => (added ? paint.green(line) : removed ? paint.red(line) : paint.cyan(line)));
}
