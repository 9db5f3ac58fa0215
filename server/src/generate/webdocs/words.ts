import type { Fact } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { usedSdk } from '../version';
import { render } from './render';
import { withNewlines } from './segments';
import { webdocsSettings } from './settings';

/** What is known of a page as it is rendered: its text and that of the plugin's partials, without the SDK's; undefined where it cannot be rendered. */
export const renderedText: Fact<string | undefined, string> = (read, path) => {
	const settings = read(webdocsSettings);
	const partials = settings !== undefined && !('reason' in settings) ? settings.partials : 'docs-partials';
	const rendered = render(read, withNewlines(read(text, path) ?? ''), partials, usedSdk(read));
	return 'reason' in rendered ? undefined : rendered.pieces.map(piece => ('text' in piece ? piece.text : '\n')).join('');
};

/** The code in a text: what is between fences, whatever they are in, and indented lines. */
export function codeIn(source: string): string {
	let fence: string | undefined;
	const code: string[] = [];
	for (const line of source.split('\n')) {
		const mark = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})/.exec(line)?.[1];
		if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) fence = fence === undefined ? mark : undefined;
		else if (fence !== undefined || /^(?: {4}|\t)/.test(line)) code.push(line);
	}
	return code.join('\n');
}
