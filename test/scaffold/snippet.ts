import { readFileSync } from 'node:fs';

/** A snippet as VS Code reads it. */
export interface Snippet {
	readonly prefix: string;
	readonly description: string;
	readonly body: readonly string[];
}

/** The snippets for a language, by their titles. */
export const snippets = (language: 'go' | 'hcl'): Readonly<Record<string, Snippet>> =>
	JSON.parse(readFileSync(`snippets/${language}.json`, 'utf8')) as Record<string, Snippet>;

/** The snippet of a prefix, as it is when the tab stops were filled in: with these answers, or with what is proposed; in a file of this folder. */
export function expanded(language: 'go' | 'hcl', prefix: string, answers: Readonly<Record<number, string>> = {}, folder = '/plugin/builder/acme'): string {
	const snippet = Object.values(snippets(language)).find(s => s.prefix === prefix);
	if (snippet === undefined) throw new Error(`there is no snippet ${prefix}`);
	const values = new Map<string, string>(Object.entries(answers));
	const body = snippet.body.join('\n');
	for (const { stop, proposal } of stops(body)) if (!values.has(stop)) values.set(stop, filled(proposal, values, folder));
	return filled(body, values, folder);
}

/** The tab stops that propose something, in their order. */
export function stops(body: string): Array<{ readonly stop: string; readonly proposal: string }> {
	return [...body.matchAll(/(?<!\\)\$\{(\d+)(?::|\|)/g)].map(m => {
		const end = closing(body, m.index + 2);
		const inner = body.slice(m.index + m[0].length, end);
		return { stop: m[1] as string, proposal: m[0].endsWith('|') ? (inner.split(',')[0] as string) : inner };
	});
}

function filled(text: string, values: ReadonlyMap<string, string>, folder: string): string {
	let out = '';
	for (let i = 0; i < text.length; ) {
		const rest = text.slice(i);
		const plain = /^\$(\d+)/.exec(rest);
		if (/^\\[$}\\]/.test(rest)) {
			out += rest[1];
			i += 2;
		} else if (plain) {
			out += values.get(plain[1] as string) ?? '';
			i += plain[0].length;
		} else if (rest.startsWith('${')) {
			const end = closing(text, i + 2);
			const inner = text.slice(i + 2, end);
			const stop = /^\d+/.exec(inner)?.[0];
			out += stop === undefined ? ofVariable(inner, folder) : (values.get(stop) ?? '');
			i = end + 1;
		} else {
			out += rest[0];
			i++;
		}
	}
	return out;
}

/** `TM_DIRECTORY/pattern/replacement/`: a slash in the pattern has a backslash before it. */
function ofVariable(inner: string, folder: string): string {
	const [, pattern = '', replacement = ''] = /^TM_DIRECTORY\/((?:\\.|[^/\\])*)\/([^/]*)\/$/.exec(inner) ?? [];
	if (pattern === '') throw new Error(`the variable ${inner} is not known`);
	return folder.replace(new RegExp(pattern.replaceAll('\\/', '/')), replacement);
}

/** The brace that closes the one before an offset. */
function closing(text: string, from: number): number {
	let depth = 1;
	for (let i = from; i < text.length; i++) {
		if (text[i] === '\\') i++;
		else if (text.startsWith('${', i)) depth++;
		else if (text[i] === '}' && --depth === 0) return i;
	}
	throw new Error('a brace is not closed');
}
