import { fold } from '../parameters';
import { unquote } from '../unquote';
import { readFields } from './fields';
import { Broken } from './lexer';
import type { GoOutline, OutlineDocs, OutlineType } from './outline';
import { Scanner } from './scanner';
import { expect, identifier, readWritten } from './types';

/** A file's outline, and the doc comments of its types in their order: apart, as an edit to a comment leaves the outline as it was. */
export interface OutlineParse {
	readonly outline: GoOutline;
	readonly docs: readonly OutlineDocs[];
}

/**
 * Reads what a Go file declares, and nothing of its functions: several times faster than the grammar, which has to be loaded first and reads all.
 * Never throws: of a broken file there is what stands before the place where it is broken.
 */
export function readOutline(text: string): OutlineParse {
	const reader = new Reader(text);
	try {
		reader.file();
		return reader.parse(false);
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		return reader.parse(true);
	}
}

/** What stands in the brackets behind a type's name is its parameters, and not the length of an array: a name, and something other than an operator. */
const parameters = /^\[ *[\p{L}_][\p{L}\p{N}_]*(?: *,| +[\p{L}_~*[(<])/u;

class Reader {
	readonly #scanner: Scanner;
	readonly #imports: { readonly path: string; readonly name?: string }[] = [];
	readonly #types: OutlineType[] = [];
	readonly #docs: OutlineDocs[] = [];
	#package = '';
	#constrained = false;
	#emptyGroup = false;

	constructor(text: string) {
		this.#scanner = new Scanner(text);
	}

	parse(broken: boolean): OutlineParse {
		return {
			outline: { package: this.#package, imports: this.#imports, types: this.#types, constrained: this.#constrained, emptyGroup: this.#emptyGroup, broken },
			docs: this.#docs,
		};
	}

	/** SourceFile (Go specification, "Source file organization"). */
	file(): void {
		const scanner = this.#scanner;
		scanner.next();
		if (!scanner.is('package')) throw new Broken();
		this.#constrained = /^[ \t]*\/\/go:build[ \t]/m.test(scanner.text.slice(0, scanner.start));
		scanner.next();
		this.#package = identifier(scanner);
		this.#end();
		while (scanner.token !== '') this.#declaration();
	}

	#end(): void {
		if (this.#scanner.token !== '') expect(this.#scanner, ';');
	}

	#declaration(): void {
		const scanner = this.#scanner;
		const { lead } = scanner;
		if (scanner.is('import')) this.#each(() => this.#import());
		else if (scanner.is('type')) this.#each(index => this.#type(index, lead));
		else if (scanner.is('func')) this.#function();
		else if (scanner.is('var') || scanner.is('const')) this.#value();
		else throw new Broken();
		this.#end();
	}

	/** A declaration of one thing, or of several in parentheses. */
	#each(one: (index: number) => void): void {
		const scanner = this.#scanner;
		scanner.next();
		if (scanner.token !== '(') {
			one(0);
			return;
		}
		scanner.next();
		if ((scanner.token as string) === ')') this.#emptyGroup = true;
		for (let index = 0; (scanner.token as string) !== ')'; index++) {
			one(index);
			if ((scanner.token as string) !== ')') expect(scanner, ';');
		}
		scanner.next();
	}

	#import(): void {
		const scanner = this.#scanner;
		const name = scanner.token === '.' || scanner.token === 'name' ? scanner.value : undefined;
		if (name !== undefined) scanner.next();
		if (scanner.token !== 'string') throw new Broken();
		this.#imports.push({ path: unquote(scanner.value), ...(name === undefined ? {} : { name }) });
		scanner.next();
	}

	#type(index: number, declaration: readonly string[] | undefined): void {
		const scanner = this.#scanner;
		const name = identifier(scanner);
		const generic = scanner.token === '[' && parameters.test(fold(scanner.text.slice(scanner.start, scanner.start + 4096)));
		if (generic) scanner.skip();
		const alias = scanner.token === '=';
		if (alias) scanner.next();
		const docs: (readonly string[] | undefined)[] = [];
		const fields = scanner.is('struct') ? this.#struct(docs) : undefined;
		const { type } = fields ? { type: 'struct' } : readWritten(scanner);
		this.#types.push({ name, alias, generic, type, index, ...(fields ? { fields } : {}) });
		this.#docs.push({ fields: docs, ...(declaration ? { declaration } : {}) });
	}

	#struct(docs: (readonly string[] | undefined)[]) {
		this.#scanner.next();
		return readFields(this.#scanner, docs);
	}

	/** A function or method: its receiver, name and signature, then its body, where it has one. */
	#function(): void {
		const scanner = this.#scanner;
		scanner.next();
		if (scanner.token === '(') scanner.skip();
		identifier(scanner);
		if ((scanner.token as string) === '[') scanner.skip();
		if ((scanner.token as string) !== '(') throw new Broken();
		scanner.skip();
		while (!this.#atEnd('{')) {
			const opens = scanner.is('struct') || scanner.is('interface');
			this.#step();
			if (opens && scanner.token === '{') scanner.skip();
		}
		if (scanner.token === '{') scanner.skipBody();
	}

	/** Constants or variables, whatever they are set to. */
	#value(): void {
		const scanner = this.#scanner;
		scanner.next();
		if (scanner.token === '(' && /^\(\s*\)/.test(fold(scanner.text.slice(scanner.start, scanner.start + 4096)))) this.#emptyGroup = true;
		while (!this.#atEnd()) this.#step();
	}

	/** Goes on by one token, or by all that stands in brackets. */
	#step(): void {
		const { token } = this.#scanner;
		if ('([{'.includes(token)) this.#scanner.skip();
		else if (')]}'.includes(token)) throw new Broken();
		else this.#scanner.next();
	}

	#atEnd(or?: string): boolean {
		const { token } = this.#scanner;
		return token === ';' || token === '' || token === or;
	}
}
