import type { Paint } from '../formats/pretty/paint';

export { unified } from '../../generate/unified';

/** A unified diff for a terminal: what goes in red, what comes in green. */
export const coloured = (diff: string, paint: Paint): string =>
	diff.replace(/^(?:(\+)|(-)|@@).*$/gm, (line, added, removed) => (added ? paint.green(line) : removed ? paint.red(line) : paint.cyan(line)));
