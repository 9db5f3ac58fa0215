import { type Body, type BodySpans, statementNode, type X } from '../../syntax/go/body/body';
import { type BodyParse, readBody } from '../../syntax/go/body/read';
import type { Node } from '../../text/nodes';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { declarationText, goFile } from './file';
import { bodyKey, symbol } from './symbols';

const parsed: Fact<BodyParse | undefined, string> = (read, key) => {
	const { kind, text } = read(declarationText, key) ?? { kind: 'file', text: '' };
	return kind === 'func' || kind === 'var' || kind === 'const' ? readBody(text, kind) : undefined;
};

/** The body of a function, or the values of a variable or constant (`symbol(path, decl)`): equal after an edit to a comment in it, or to anything outside. */
export const goBody: Fact<Body | undefined, string> = (read, key) => read(parsed, key)?.body;

/** Where the nodes of a body stand, from the start of its declaration. */
export const bodySpans: Fact<BodySpans | undefined, string> = (read, key) => read(parsed, key)?.spans;

/** Where an expression stands: its file, the declaration there, and the declaration's body. */
export interface Scope {
	readonly path: string;
	readonly decl: string;
	readonly body: Body;
}

/** The scope of a declaration; undefined if there is no such declaration, or it has nothing to run. */
export function scopeOf(read: Read, path: string, decl: string): Scope | undefined {
	const body = read(goBody, symbol(path, decl));
	return body && { path, decl, body };
}

/** The declarations of a file that have a body or values, in the order functions, variables and constants. */
export const bodiesIn: Fact<readonly string[], string> = (read, path) => {
	const file = read(goFile, path);
	return file === undefined ? [] : [...file.functions.filter(f => f.hasBody).map(f => f.decl), ...file.values.map(v => v.decl)];
};

/** The scopes of a file. */
export const scopesIn = (read: Read, path: string): readonly Scope[] => read(bodiesIn, path).flatMap(decl => scopeOf(read, path, decl) ?? []);

/** The place of an expression. */
export const placeOf = ({ path, decl }: Pick<Scope, 'path' | 'decl'>, x: X): Place => at(path, x as Node, bodyKey(decl));

/** The place of a statement by its index. */
export const statementPlace = ({ path, decl }: Pick<Scope, 'path' | 'decl'>, index: number): Place => at(path, statementNode(index) as Node, bodyKey(decl));
