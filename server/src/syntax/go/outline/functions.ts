import type { GoFunction } from '../file';
import { fold } from '../fold';
import { DeclarationReader } from './declarationReader';
import { DeclarationDraft } from './draft';
import { Broken } from './lexer';
import { identifier } from './types';

/** Reads declarations of functions and methods up to their bodies, and goes behind those. */
export class FunctionReader extends DeclarationReader {
	/** Receiver, name and signature, then the body, where it has one. */
	read(): void {
		const { scanner } = this;
		const { start } = scanner;
		scanner.next();
		const receiver = scanner.token === '(' ? this.#receiver() : undefined;
		const at = { start: scanner.start, end: scanner.end };
		const name = identifier(scanner);
		if ((scanner.token as string) === '[') scanner.skip();
		if ((scanner.token as string) !== '(') throw new Broken();
		const from = scanner.start;
		scanner.skip();
		this.skipTo('{');
		const signature = fold(scanner.text.slice(from, scanner.behind));
		const hasBody = scanner.token === '{';
		const body = scanner.start;
		if (hasBody) scanner.skipBody();
		const end = scanner.behind;
		const decl = this.draft.key(receiver === undefined ? name : `${receiver.type}.${name}`);
		const own = new DeclarationDraft(start);
		own.add(start, end);
		own.add(at.start, at.end);
		if (hasBody) own.add(body, end);
		this.draft.place(decl, own.close('func', end));
		this.draft.functions.push({ decl, name, ...(receiver === undefined ? {} : { receiver }), signature, hasBody });
	}

	/** `(b *Builder)`, `(Builder)`, `(s *Set[T])`. */
	#receiver(): NonNullable<GoFunction['receiver']> {
		const { scanner } = this;
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
}
