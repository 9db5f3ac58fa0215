import type { Fact } from '../core/database';
import { text } from '../core/files';

/** One `packer-readiness:ignore <rule> -- <reason>` in a comment. */
export interface Suppression {
	readonly rule: string;
	/** Why; undefined if the author gave none; then nothing is suppressed. */
	readonly reason?: string;
	/** The lines it is about, from 0: its own, and the next one without such a comment, so that comments can be stacked. */
	readonly lines: readonly number[];
	/** The offset of the rule's id, or of where it would stand. */
	readonly ruleStart: number;
	/** The offsets of the marker. */
	readonly start: number;
	readonly end: number;
}

const marker = 'packer-readiness:ignore';
const words = String.raw`(packer-readiness:ignore\b[ \t]*([\w/-]*)(?:[ \t]+--(?!>)[ \t]*(.*?))?)[ \t]*`;

/** How a comment with a marker ends a line, by the language: Go and go.mod; Markdown and MDX; YAML, Makefiles, shell and the rest. HCL has both of the first and the last. */
const slashes = String.raw`(?:\/\/.*?${words}|\/\*.*?${words}(?:\*\/)?)`;
const markup = String.raw`(?:<!--.*?${words}-->|\{\/\*.*?${words}\*\/\})`;
const hash = `#.*?${words}`;
const plain = new RegExp(`${hash}\\r?$`);
const markdown = /\.(?:mdx?|markdown)$/;
const styles: ReadonlyArray<readonly [path: RegExp, line: RegExp]> = [
	[/\.(?:go|mod)$/, new RegExp(`${slashes}\\r?$`)],
	[markdown, new RegExp(`${markup}\\r?$`)],
	[/\.hcl$/, new RegExp(`(?:${hash}|${slashes})\\r?$`)],
	[/./, plain],
];

/** The suppressions that stand in a file, in order. */
export const suppressions: Fact<readonly Suppression[], string> = (read, path) => {
	const source = read(text, path);
	if (!source?.includes(marker)) return [];
	const style = styles.find(([matches]) => matches.test(path))?.[1] as RegExp;
	const lines = source.split('\n');
	const inFrontMatter = markdown.test(path) ? frontMatterLines(lines) : 0;
	const found = lines.map((line, number) => (number < inFrontMatter ? plain : style).exec(line));
	const next = nextLines(lines, found);
	let offset = 0;
	return lines.flatMap((line, number) => {
		const start = offset;
		offset += line.length + 1;
		const [whole, rule, reason] = (found[number] ?? []).slice(1).filter(part => part !== undefined);
		if (whole === undefined || rule === undefined) return [];
		const at = start + line.indexOf(whole);
		return [
			{
				rule,
				...(reason ? { reason } : {}),
				lines: [number, next[number] as number],
				ruleStart: at + whole.indexOf(rule, marker.length),
				start: at,
				end: at + whole.length,
			},
		];
	});
};

/** The suppressions of a file by the lines that they are about. */
export const suppressionsByLine: Fact<Readonly<Record<number, readonly Suppression[]>>, string> = (read, path) => {
	const all: Record<number, Suppression[]> = {};
	for (const one of read(suppressions, path))
		for (const line of one.lines) {
			const there = all[line];
			if (there === undefined) all[line] = [one];
			else there.push(one);
		}
	return all;
};

/** For each line, the first one below it that is more than a comment with a marker. */
function nextLines(lines: readonly string[], found: ReadonlyArray<RegExpExecArray | null>): number[] {
	const next: number[] = [];
	for (let at = lines.length - 1; at >= 0; at--) {
		const below = found[at + 1];
		const stacked = below && lines[at + 1]?.slice(0, below.index).trim() === '';
		next[at] = stacked ? (next[at + 1] as number) : at + 1;
	}
	return next;
}

/** How many lines the YAML at the head of a page takes, in which comments are YAML's. */
const frontMatterLines = (lines: readonly string[]) =>
	/^---\s*$/.test(lines[0] ?? '') ? lines.findIndex((line, number) => number > 0 && /^---\s*$/.test(line)) : 0;
