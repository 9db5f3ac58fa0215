import type { Database } from '../../server/src/facts/core/database';
import type { Grammars } from '../../server/src/syntax/grammars';
import { plugin } from './plugin';
import { txtar } from './txtar';
import { type RelatedWant, readRelated, readWant, readWants, unmark, type Want } from './want';

/** One example of a rule's page. */
export interface Example {
	readonly files: ReadonlyMap<string, string>;
	/** What the fixes leave, where the page says so; see `afterOf`. */
	readonly after?: ReadonlyMap<string, string>;
}

/** The examples under one heading of a rule's page, in fences of three backticks or, around files that have such fences themselves, more; a block after a line that ends "leaves:" is what the fixes of the one before leave. */
export function examples(page: string, heading: string): Example[] {
	const found: Example[] = [];
	let under = '';
	for (const [, title, leaves, , fence] of page.matchAll(/^## (.+)$|^(.*leaves:\n\n)?(`{3,})txtar\n([\s\S]*?)^\3$/gm)) {
		if (title !== undefined) under = title;
		else if (under !== heading) continue;
		else if (leaves === undefined) found.push({ files: txtar(fence as string) });
		else found.push({ ...(found.pop() as Example), after: txtar(fence as string) });
	}
	return found;
}

/** The level-two headings of a page, in order; without those in its examples. */
export const headings = (page: string): string[] => [...page.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '').matchAll(/^## (.+)$/gm)].map(m => m[1] as string);

/** An example as a plugin: its files without their marks, and what the marks say. */
export interface Opened {
	readonly db: Database;
	readonly texts: ReadonlyMap<string, string>;
	readonly wants: readonly Want[];
	/** What its `-- related --` section says of the related places of all findings. */
	readonly related: readonly RelatedWant[];
}

/** Opens the files of an example, or those that its fixes leave. */
export function open(files: ReadonlyMap<string, string>, grammars: Grammars): Opened {
	const texts = new Map<string, string>();
	const wants: Want[] = [];
	for (const [path, marked] of files) {
		if (path === 'want' || path === 'related') continue;
		const { text, marks } = unmark(marked);
		texts.set(path, text);
		wants.push(...marks.map(({ line, mark }) => readWant(path, text, line, mark)));
	}
	wants.push(...readWants(files.get('want') ?? '', texts));
	return { db: plugin(texts, grammars), texts, wants, related: readRelated(files.get('related') ?? '', texts) };
}

/** What the fixes of an example leave, as its page says. */
export interface After {
	/** The files that the fixes change, make or delete. */
	readonly texts: ReadonlyMap<string, string>;
	/** The comments that go, each with its file. */
	readonly gone: readonly string[];
	/** What rules report then and did not before; of all files as they are then. */
	wants(texts: ReadonlyMap<string, string>): Want[];
}

/** Reads what a page says that fixes leave. Its `-- gone --` section lists comments as `path: comment`, with `\n` for line ends; its wants name their rules. */
export function afterOf(files: ReadonlyMap<string, string>): After {
	const shown = [...files].filter(([path]) => path !== 'want' && path !== 'gone').map(([path, marked]) => ({ path, ...unmark(marked) }));
	return {
		texts: new Map(shown.map(({ path, text }) => [path, text])),
		gone: (files.get('gone') ?? '')
			.split('\n')
			.filter(line => line !== '')
			.map(line => line.replaceAll('\\n', '\n')),
		wants: texts => [
			...shown.flatMap(({ path, text, marks }) => marks.map(({ line, mark }) => readWant(path, text, line, mark))),
			...readWants(files.get('want') ?? '', texts),
		],
	};
}
