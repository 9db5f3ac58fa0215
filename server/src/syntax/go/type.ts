/**
 * A Go type as written (Go specification, "Types"). A qualifier is the package's name in its file, or its whole import path where the text
 * is from the SDK's table. Of function, struct, interface and channel types only the kind is data; `text` is what is written.
 */
export type TypeExpression =
	| NameType
	| { readonly kind: 'pointer'; readonly element: TypeExpression }
	/** `variadic` for the last parameter of a function, `...T`. */
	| { readonly kind: 'slice'; readonly element: TypeExpression; readonly variadic?: true }
	| { readonly kind: 'array'; readonly length: string; readonly element: TypeExpression }
	| { readonly kind: 'map'; readonly key: TypeExpression; readonly element: TypeExpression }
	| { readonly kind: 'function' | 'struct' | 'interface' | 'channel' | 'other'; readonly text: string };

/** A type named in a type expression. */
export interface NameType {
	readonly kind: 'name';
	readonly qualifier?: string;
	readonly name: string;
	/** Type arguments, `Set[int]`. */
	readonly arguments?: readonly TypeExpression[];
	/** The index in the body's `locals` where the name is declared in the function itself. */
	readonly local?: number;
}

/** Reads the text of a type. What it cannot read is `other`; it never throws. */
export function readType(source: string): TypeExpression {
	const text = source.trim();
	if (text.startsWith('*')) return { kind: 'pointer', element: readType(text.slice(1)) };
	if (text.startsWith('(') && text.endsWith(')')) return readType(text.slice(1, -1));
	if (/^func\b/.test(text)) return { kind: 'function', text };
	if (/^struct\b/.test(text)) return { kind: 'struct', text };
	if (/^interface\b/.test(text)) return { kind: 'interface', text };
	if (/^(?:chan\b|<-\s*chan\b)/.test(text)) return { kind: 'channel', text };
	if (text.startsWith('[')) return bracketed(text);
	const map = /^map\s*(?=\[)/.exec(text)?.[0];
	if (map !== undefined) return mapped(text, map.length);
	const [, qualifier, name] = /^(?:([\w./~-]+)\s*\.\s*)?([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)$/.exec(text) ?? [];
	return name === undefined ? { kind: 'other', text } : { kind: 'name', name, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** The type that pointers lead to, however many. */
export function pointedTo(type: TypeExpression): TypeExpression {
	return type.kind === 'pointer' ? pointedTo(type.element) : type;
}

function bracketed(text: string): TypeExpression {
	const close = closing(text, 0);
	if (close === -1 || close === text.length - 1) return { kind: 'other', text };
	const length = text.slice(1, close).trim();
	const element = readType(text.slice(close + 1));
	return length === '' ? { kind: 'slice', element } : { kind: 'array', length, element };
}

function mapped(text: string, open: number): TypeExpression {
	const close = closing(text, open);
	if (close === -1 || close === text.length - 1) return { kind: 'other', text };
	return { kind: 'map', key: readType(text.slice(open + 1, close)), element: readType(text.slice(close + 1)) };
}

function closing(text: string, open: number): number {
	let depth = 0;
	for (let i = open; i < text.length; i++) {
		if (text[i] === '[') depth++;
		else if (text[i] === ']' && --depth === 0) return i;
	}
	return -1;
}
