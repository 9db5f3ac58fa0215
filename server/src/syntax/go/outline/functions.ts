import type { GoFunction } from '../file';
import { fold } from '../fold';
import { DeclarationDraft, type OutlineDraft } from './draft';
import { Broken } from './lexer';
import type { Scanner } from './scanner';
import { identifier } from './types';

/** Reads declarations of functions and methods up to their bodies, and goes behind those. */
export class FunctionReader {
	readonly #scanner: Scanner;
	readonly #draft: OutlineDraft;

	constructor(scanner: Scanner, draft: OutlineDraft) {
		this.#scanner = scanner;
		this.#draft = draft;
	}

	/** From the keyword `func` on: receiver, name and signature, then the body, where it has one. */
	read(): void {
		const scanner = this.#scanner;
		const { start } = scanner;
		scanner.next();
		const receiver = scanner.token === '(' ? this.#receiver() : undefined;
		const at = { start: scanner.start, end: scanner.end };
		const name = identifier(scanner);
		if ((scanner.token as string) === '[') scanner.skip();
		if ((scanner.token as string) !== '(') throw new Broken();
		const from = scanner.start;
		scanner.skip();
		while (!this.#atEnd) {
			const opens = scanner.is('struct') || scanner.is('interface');
			this.#step();
			if (opens && scanner.token === '{') scanner.skip();
		}
		const signature = fold(scanner.text.slice(from, scanner.behind));
		const hasBody = scanner.token === '{';
		const body = scanner.start;
		if (hasBody) scanner.skipBody();
		const end = scanner.behind;
		const decl = this.#draft.key(receiver === undefined ? name : `${receiver.type}.${name}`);
		const own = new DeclarationDraft(start);
		own.add(start, end);
		own.add(at.start, at.end);
		if (hasBody) own.add(body, end);
		this.#draft.place(decl, own.close('func', end));
		this.#draft.functions.push({ decl, name, ...(receiver === undefined ? {} : { receiver }), signature, hasBody });
	}

	/** `(b *Builder)`, `(Builder)`, `(s *Set[T])`. */
	#receiver(): NonNullable<GoFunction['receiver']> {
		const scanner = this.#scanner;
		const words: string[] = [];
		let pointer = false;
		scanner.next();
		while ((scanner.token as string) !== ')') {
			if (scanner.token === '[') {
				scanner.skip();
				continue;
			}
			if (scanner.token === 'name') words.push(scanner.value);
			else if (scanner.token === '*') pointer = true;
			else if (!'(,;'.includes(scanner.token) || scanner.token === '') throw new Broken();
			scanner.next();
		}
		scanner.next();
		const type = words.at(-1);
		if (type === undefined || words.length > 2) throw new Broken();
		return { ...(words.length === 2 ? { name: words[0] as string } : {}), type, pointer };
	}

	/** Goes on by one token, or by all that stands in brackets. */
	#step(): void {
		const { token } = this.#scanner;
		if ('([{'.includes(token)) this.#scanner.skip();
		else if (')]}'.includes(token)) throw new Broken();
		else this.#scanner.next();
	}

	get #atEnd(): boolean {
		const { token } = this.#scanner;
		return token === ';' || token === '' || token === '{';
	}
}
