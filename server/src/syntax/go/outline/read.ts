import { nodes } from '../file';
import { unquote } from '../unquote';
import { OutlineDraft, type OutlineParse } from './draft';
import { FunctionReader } from './functions';
import { Broken } from './lexer';
import { Scanner } from './scanner';
import { TypeDeclarationReader } from './typeDeclarations';
import { identifier } from './types';
import { ValueReader } from './values';

/**
 * Reads what a Go file declares, and nothing of its functions. Never throws: a declaration that is broken is skipped, to the next line that
 * starts one as gofmt writes it, and `file.problems` says where.
 */
export function readOutline(text: string): OutlineParse {
	const reader = new Reader(text);
	reader.file();
	return reader.finish();
}

/** How many broken declarations are skipped before the rest is left: looking for the end of each may take reading the whole file. */
const patience = 16;

const declares = /^(?:func|type|var|const|import)\b/gm;
const directive = /^\/\/(?:[a-z0-9]+:[a-z0-9]|line |extern |export )[^\n]*/gm;

class Reader {
	readonly #scanner: Scanner;
	readonly #draft = new OutlineDraft();
	readonly #types: TypeDeclarationReader;
	readonly #functions: FunctionReader;
	readonly #values: ValueReader;

	constructor(text: string) {
		this.#scanner = new Scanner(text);
		this.#types = new TypeDeclarationReader(this.#scanner, this.#draft);
		this.#functions = new FunctionReader(this.#scanner, this.#draft);
		this.#values = new ValueReader(this.#scanner, this.#draft);
	}

	finish(): OutlineParse {
		const { text } = this.#scanner;
		for (const { 0: found, index } of text.matchAll(directive)) {
			const line = found.replace(/\r$/, '');
			const isComment = this.#scanner.starts.has(index);
			this.#draft.directives.push({ text: line, ...(isComment ? { node: this.#draft.own.add(index, index + line.length) } : {}) });
		}
		return this.#draft.finish(text.length);
	}

	/** SourceFile (Go specification, "Source file organization"). */
	file(): void {
		const scanner = this.#scanner;
		this.#recovering(() => {
			scanner.next();
			if (!scanner.is('package')) throw new Broken();
			const before = scanner.text.slice(0, scanner.start);
			this.#draft.constrained = /^[ \t]*\/\/go:build[ \t]/m.test(before);
			this.#draft.generated = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m.test(before);
			scanner.next();
			this.#draft.own.set(nodes.package, scanner.start, scanner.end);
			this.#draft.package = identifier(scanner);
			this.#end();
		});
		while (scanner.token !== '' && this.#draft.problems.length < patience) this.#recovering(() => this.#declaration());
	}

	/** Reads; where that fails, goes to the next line that starts a declaration. */
	#recovering(read: () => void): void {
		const scanner = this.#scanner;
		const { start } = scanner;
		try {
			read();
		} catch (error) {
			if (!(error instanceof Broken)) throw error;
			this.#draft.problems.push(this.#draft.own.add(...this.#problem(start)));
			declares.lastIndex = start + 1;
			const next = this.#draft.problems.length < patience ? declares.exec(scanner.text) : null;
			scanner.restart(next?.index ?? scanner.text.length);
		}
	}

	/** Where a declaration is broken: at the token that was reached, or in its first line where it has no end. */
	#problem(start: number): [start: number, end: number] {
		const { text, start: reached, end } = this.#scanner;
		const lineEnd = /\r?\n|$/.exec(text.slice(start, start + 1000))?.index ?? 0;
		const unclosed = '([{'.includes(text[reached] ?? ' ') || end >= text.length;
		return reached > start && end > reached && !unclosed ? [reached, end] : [start, Math.max(start, start + lineEnd)];
	}

	#end(): void {
		const scanner = this.#scanner;
		if (scanner.token === '') return;
		if (scanner.token !== ';') throw new Broken();
		scanner.next();
	}

	#declaration(): void {
		const scanner = this.#scanner;
		if (scanner.is('import')) this.#imports();
		else if (scanner.is('type')) this.#types.read();
		else if (scanner.is('func')) this.#functions.read();
		else if (scanner.is('var') || scanner.is('const')) this.#values.read();
		else throw new Broken();
		this.#end();
	}

	#imports(): void {
		if (this.#scanner.group(() => this.#import()) === 0) this.#draft.emptyGroup = true;
	}

	#import(): void {
		const scanner = this.#scanner;
		const { start } = scanner;
		const name = scanner.token === '.' || scanner.token === 'name' ? scanner.value : undefined;
		if (name !== undefined) scanner.next();
		if (scanner.token !== 'string') throw new Broken();
		const node = this.#draft.own.add(start, scanner.end);
		const pathNode = this.#draft.own.add(scanner.start, scanner.end);
		this.#draft.imports.push({ path: unquote(scanner.value), ...(name === undefined ? {} : { name }), node, pathNode });
		scanner.next();
	}
}
