import type { Fact } from './database';
import { text } from './files';

/** One `packer-readiness:ignore <rule> -- <reason>` in a comment. */
export interface Suppression {
	readonly rule: string;
	/** Why; undefined where the author gave none, and then nothing is suppressed. */
	readonly reason?: string;
	/** The line it stands on, from 0: it is about findings that start on this line or the next. */
	readonly line: number;
	/** The offsets of the marker. */
	readonly start: number;
	readonly end: number;
}

const marker = 'packer-readiness:ignore';
/** How comments begin in the languages of a plugin: Go and go.mod, HCL, YAML, Makefile, shell; Markdown and MDX. */
const line = /(?:\/\/|#|\/\*|<!--|\{\/\*)[^\n]*?(packer-readiness:ignore\b[ \t]*([\w/-]*)(?:[ \t]+--[ \t]*([^\n]*?))?)[ \t]*(?:\*\/\}?|-->)?[ \t]*\r?$/;

/** The suppressions that stand in a file, in order. */
export const suppressions: Fact<readonly Suppression[], string> = (read, path) => {
	const source = read(text, path);
	if (!source?.includes(marker)) return [];
	let offset = 0;
	return source.split('\n').flatMap((content, number) => {
		const start = offset;
		offset += content.length + 1;
		const [, whole, rule, reason] = line.exec(content) ?? [];
		if (whole === undefined || rule === undefined) return [];
		const at = start + content.indexOf(whole);
		return [{ rule, ...(reason ? { reason } : {}), line: number, start: at, end: at + whole.length }];
	});
};
