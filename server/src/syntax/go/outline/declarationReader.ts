import type { OutlineDraft } from './draft';
import { Broken } from './lexer';
import type { Scanner } from './scanner';

/** What reads one kind of declaration: its place in the file, and the file as far as it was read. */
export abstract class DeclarationReader {
	protected readonly scanner: Scanner;
	protected readonly draft: OutlineDraft;

	constructor(scanner: Scanner, draft: OutlineDraft) {
		this.scanner = scanner;
		this.draft = draft;
	}

	/** Reads a declaration from its keyword on. */
	abstract read(): void;

	/** Goes on to one of these tokens, a `;` or the end of the file; what stands in brackets is skipped as a whole. */
	protected skipTo(stop: string): void {
		const { scanner } = this;
		while (scanner.token !== ';' && scanner.token !== '' && scanner.token !== stop) {
			const opens = scanner.is('struct') || scanner.is('interface');
			this.#step();
			if (opens && scanner.token === '{') scanner.skip();
		}
	}

	#step(): void {
		const { token } = this.scanner;
		if ('([{'.includes(token)) this.scanner.skip();
		else if (')]}'.includes(token)) throw new Broken();
		else this.scanner.next();
	}
}
