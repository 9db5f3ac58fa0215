import type { Fact } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { usedSdk } from '../version';
import { partialText, type Rendered, render } from './render';
import { withNewlines } from './segments';
import { webdocsSettings } from './settings';

/** A page of the documentation as packer-sdc renders it. */
const renderedPage: Fact<Rendered, string> = (read, path) => {
	const settings = read(webdocsSettings);
	const partials = settings !== undefined && !('reason' in settings) ? settings.partials : 'docs-partials';
	return render(read, withNewlines(read(text, path) ?? ''), partials, usedSdk(read));
};

/** What is known of a page as it is rendered: its text and that of the plugin's partials, without the SDK's; undefined where it cannot be rendered. */
export const renderedText: Fact<string | undefined, string> = (read, path) => {
	const rendered = read(renderedPage, path);
	return 'reason' in rendered ? undefined : rendered.pieces.map(piece => ('text' in piece ? piece.text : '\n')).join('');
};

/** The partials of the plugin that are on a page when it is rendered; undefined where it cannot be rendered. */
export const partialsOf: Fact<readonly string[] | undefined, string> = (read, path) => {
	const rendered = read(renderedPage, path);
	return 'reason' in rendered ? undefined : rendered.partials;
};

/** The words of a file as it is written: what it includes is apart, so that an edit that changes a partial changes the words of that alone. */
export const wordsOf: Fact<ReadonlySet<string>, string> = (read, path) => wordsIn((read(text, path) ?? '').replace(/@include '[^'\n]{0,1000}'/g, ''));

/** The words of a partial of the plugin, as struct-markdown makes it, or as it is written. */
export const partialWords: Fact<ReadonlySet<string>, string> = (read, path) => wordsIn(read(partialText, path) ?? '');

const wordsIn = (source: string): ReadonlySet<string> => new Set(source.match(/[\w-]{1,200}/g));

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
