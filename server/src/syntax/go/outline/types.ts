import { brief } from '../brief';
import { Broken } from './lexer';
import type { Scanner } from './scanner';

/** A type as it stands in a file, and what it is. */
export interface Written {
	readonly type: string;
	readonly written: string;
}

const keywords = new Set(
	'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'.split(
		' ',
	),
);

/** The name that the scanner is at; goes to the token behind it. */
export function identifier(scanner: Scanner): string {
	const name = scanner.value;
	if (scanner.token !== 'name' || keywords.has(name)) throw new Broken();
	scanner.next();
	return name;
}

/** Goes on from a token that must be here. */
export function expect(scanner: Scanner, token: string): void {
	if (scanner.token !== token) throw new Broken();
	scanner.next();
}

/** The type that starts at a token, up to which everything from `from` on belongs to it; goes to the token behind it. */
export function readWritten(scanner: Scanner, from = scanner.start): Written {
	const end = skipType(scanner);
	const written = scanner.text.slice(from, end);
	return { type: brief(written), written };
}

/** Goes to the token behind a type (Go specification, "Types"); gives the offset where the type ends. */
function skipType(scanner: Scanner): number {
	for (;;) {
		const { token, end } = scanner;
		const word = token === 'name' ? scanner.value : '';
		if (token === '*') scanner.next();
		else if (token === '[') scanner.skip();
		else if (token === '(') return closed(scanner);
		else if (token === '<') {
			scanner.next();
			expect(scanner, '-');
		} else if (token !== 'name') throw new Broken();
		else if (word === 'map') {
			scanner.next();
			if ((scanner.token as string) !== '[') throw new Broken();
			scanner.skip();
		} else if (word === 'chan') {
			scanner.next();
			if ((scanner.token as string) === '<') {
				scanner.next();
				expect(scanner, '-');
			}
		} else if (word === 'struct' || word === 'interface') {
			scanner.next();
			if ((scanner.token as string) !== '{') throw new Broken();
			return closed(scanner);
		} else if (word === 'func') {
			scanner.next();
			return skipSignature(scanner);
		} else return skipNamed(scanner, end);
	}
}

/** Goes behind the bracket that closes the one here; gives the offset behind it. */
export function closed(scanner: Scanner): number {
	scanner.close();
	const { end } = scanner;
	scanner.next();
	return end;
}

/** From the parameters of a function on. */
function skipSignature(scanner: Scanner): number {
	if (scanner.token !== '(') throw new Broken();
	const end = closed(scanner);
	if ((scanner.token as string) === '(') return closed(scanner);
	return scanner.token === 'name' || '*[<'.includes(scanner.token || ' ') ? skipType(scanner) : end;
}

function skipNamed(scanner: Scanner, end: number): number {
	identifier(scanner);
	let last = end;
	if (scanner.token === '.') {
		scanner.next();
		last = scanner.end;
		identifier(scanner);
	}
	return scanner.token === '[' ? closed(scanner) : last;
}
