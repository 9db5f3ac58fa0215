import type { Node as Syntax } from 'web-tree-sitter';
import type { HclEntry, HclValue } from './file';
import type { Source } from './source';
import { heredocOf, stringOf } from './string';

/** The maximum nesting of blocks, lists and objects. */
export const deepest = 100;

/** The value of an `expression`, or of the single node under one. */
export function readValue(source: Source, expression: Syntax, depth: number): HclValue {
	const syntax = meaningOf(expression);
	const node = source.nodeOf(syntax);
	switch (syntax.type) {
		case 'string_lit':
		case 'quoted_template':
			return stringOf(source, syntax);
		case 'heredoc_template':
			return heredocOf(source, syntax);
		case 'numeric_lit':
			return { kind: 'number', value: Number(source.slice(syntax)), node };
		case 'bool_lit':
			return { kind: 'bool', value: source.slice(syntax) === 'true', node };
		case 'null_lit':
			return { kind: 'null', node };
		case 'unary_operation': {
			const digits = syntax.namedChildren[0] && meaningOf(syntax.namedChildren[0]);
			if (digits?.type === 'numeric_lit' && source.text[syntax.startIndex] === '-') return { kind: 'number', value: -Number(source.slice(digits)), node };
			break;
		}
		case 'tuple':
			if (depth >= deepest) break;
			return { kind: 'list', items: childrenOf(syntax, 'expression').map(item => readValue(source, item, depth + 1)), node };
		case 'object':
			if (depth >= deepest) break;
			return { kind: 'object', entries: entriesOf(source, syntax, depth + 1), node };
	}
	if (depth >= deepest && (syntax.type === 'tuple' || syntax.type === 'object')) {
		source.wrong('Nested too deeply: this value is not read.', syntax.startIndex, syntax.startIndex + 1);
	}
	return { kind: 'other', text: source.uncommented(syntax.startIndex, syntax.endIndex), node };
}

const wrappers = new Set(['expression', 'literal_value', 'template_expr', 'collection_value', 'operation']);

/** The node that a chain of nodes with one child each stands for. */
function meaningOf(syntax: Syntax): Syntax {
	let at = syntax;
	while (wrappers.has(at.type)) {
		const inner = at.namedChildren.filter(child => child.type !== 'comment');
		if (inner.length !== 1 || !inner[0] || at.childCount !== at.namedChildCount) break;
		at = inner[0];
	}
	return at;
}

const childrenOf = (syntax: Syntax, type: string): Syntax[] => syntax.namedChildren.filter(child => child.type === type);

function entriesOf(source: Source, object: Syntax, depth: number): HclEntry[] {
	const entries: HclEntry[] = [];
	let end: number | undefined;
	for (const elem of childrenOf(object, 'object_elem')) {
		const [key, value] = [elem.childForFieldName('key'), elem.childForFieldName('val')];
		if (!key || !value) continue;
		if (end !== undefined && !/[\n,]/.test(source.text.slice(end, elem.startIndex))) {
			const message = 'Missing attribute separator: Expected a newline or comma to mark the beginning of the next attribute.';
			source.wrong(message, elem.startIndex, elem.startIndex + 1);
		}
		end = elem.endIndex;
		const name = keyOf(source, meaningOf(key));
		entries.push({ ...(name !== undefined && { key: name }), keyNode: source.nodeOf(key), value: readValue(source, value, depth), node: source.nodeOf(elem) });
	}
	return entries;
}

function keyOf(source: Source, key: Syntax): string | undefined {
	if (key.type === 'string_lit') return stringOf(source, key).value;
	if (['variable_expr', 'numeric_lit', 'bool_lit', 'null_lit'].includes(key.type)) return source.slice(key);
	return undefined;
}
