import { DeclarationDraft, type OutlineDraft } from './draft';
import { Broken } from './lexer';
import type { Scanner } from './scanner';
import { identifier, readWritten } from './types';

/** Reads declarations of variables and constants up to their values, and goes behind those. */
export class ValueReader {
	readonly #scanner: Scanner;
	readonly #draft: OutlineDraft;

	constructor(scanner: Scanner, draft: OutlineDraft) {
		this.#scanner = scanner;
		this.#draft = draft;
	}

	/** From the keyword `var` or `const` on. */
	read(): void {
		const scanner = this.#scanner;
		const kind = scanner.value as 'var' | 'const';
		const { comments } = scanner;
		if (scanner.group(() => this.#value(kind, comments)) === 0) this.#draft.emptyGroup = true;
	}

	#value(kind: 'var' | 'const', above: readonly string[]): void {
		const scanner = this.#scanner;
		const { start, comments } = scanner;
		const own = new DeclarationDraft(start);
		own.add(start, start);
		const names: string[] = [];
		for (;;) {
			own.add(scanner.start, scanner.end);
			names.push(identifier(scanner));
			if (scanner.token !== ',') break;
			scanner.next();
		}
		const type = this.#atEnd || scanner.token === '=' ? undefined : readWritten(scanner).type;
		while (!this.#atEnd) this.#step();
		own.set(0 as never, start, scanner.behind);
		const decl = this.#draft.key(names[0] as string);
		this.#draft.place(decl, own.close(kind, scanner.behind));
		const directives = directivesOf(comments.length > 0 ? comments : above);
		this.#draft.values.push({ decl, kind, names, ...(type === undefined ? {} : { type }), directives });
	}

	#step(): void {
		const { token } = this.#scanner;
		if ('([{'.includes(token)) this.#scanner.skip();
		else if (')]}'.includes(token)) throw new Broken();
		else this.#scanner.next();
	}

	get #atEnd(): boolean {
		const { token } = this.#scanner;
		return token === ';' || token === '' || token === ')';
	}
}

/** The directives behind which only `//` comments follow. */
function directivesOf(comments: readonly string[]): string[] {
	const block = comments.findLastIndex(comment => comment.startsWith('/*'));
	return comments.slice(block + 1).filter(comment => /^\/\/go:[a-z]/.test(comment));
}
