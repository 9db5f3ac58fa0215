import type { Fact } from '../core/database';
import { text } from '../core/files';
import { identity } from '../plugin/identity';
import { isScaffolding } from '../plugin/scaffolding';
import { templateLines } from './templateLines';

/**
 * Whether a page is still the template's: each of its lines is a line of the scaffolding's pages, with the plugin's name or the
 * scaffolding's. False in the scaffolding itself.
 */
export const isTemplatePage: Fact<boolean, string> = (read, path) => {
	if (read(isScaffolding)) return false;
	const { name } = read(identity);
	let lines = 0;
	for (const [line] of (read(text, path) ?? '').matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
		if (!isTemplateLine(line, name)) return false;
		lines++;
	}
	return lines >= fewest;
};

/** A page with fewer lines may be one that an author has begun. */
const fewest = 5;

/** Whether a line is one of the scaffolding's pages, with the plugin's name in it or not, as written or as compile-to-webdocs.sh rewrites it. */
export function isTemplateLine(line: string, name: string): boolean {
	const normal = line
		.replace(/^\ufeff/, '')
		.trim()
		.replace(/\s+/g, ' ')
		.toLowerCase()
		.replace(/\/(builder|provisioner|post-processor)s\//g, '/$1/')
		.replaceAll('/datasources/', '/data-source/');
	return known.has(digest(normal)) || (name !== '' && known.has(digest(normal.replaceAll(name.toLowerCase(), 'scaffolding'))));
}

const known: ReadonlySet<string> = new Set(templateLines.split(' '));

/** The FNV-1a hash of a line: the text of the scaffolding is not shipped. */
function digest(line: string): string {
	let hash = 0x811c9dc5;
	for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
}
