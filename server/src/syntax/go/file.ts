import type { Node } from '../../text/nodes';

/** The key of what a file says outside its declarations: package clause, imports, directives. */
export const fileLevel = '';

/** One import: its path without quotes, and the name it is given in this file, if any (`.` and `_` included). Nodes are the file's. */
export interface GoImport {
	readonly path: string;
	readonly name?: string;
	readonly node: Node;
	readonly pathNode: Node;
}

/** A field declaration of a struct; `names` is empty for an embedded field. Its parts have the nodes that `nameNode`, `typeNode` and `tagNode` give. */
export interface GoField {
	readonly names: readonly string[];
	/** The type, comments gone and white space folded; of a struct or an interface with something in it only that word. */
	readonly type: string;
	/** The type to the byte. */
	readonly written: string;
	/** The tag, unquoted. */
	readonly tag?: string;
	/** What stands between the quotes of a tag in double quotes. */
	readonly quotedTag?: string;
	/** The whole declaration. */
	readonly node: Node;
}

/** One type declared at package level. `fields` only for a struct. */
export interface GoType {
	/** The key of the declaration in its file. */
	readonly decl: string;
	readonly name: string;
	readonly alias: boolean;
	/** As the type of a field. */
	readonly type: string;
	/** Whether it has type parameters. */
	readonly generic: boolean;
	readonly fields?: readonly GoField[];
	/** Its place in its declaration: `type ( A …; B … )` has two. */
	readonly index: number;
}

/** A function or method declared at package level; what it does is in its body. */
export interface GoFunction {
	/** The key of the declaration in its file: `name` or `Receiver.name`; of a second one of that name with `#2` behind it. */
	readonly decl: string;
	readonly name: string;
	/** The receiver's type without `*` and type arguments. */
	readonly receiver?: { readonly name?: string; readonly type: string; readonly pointer: boolean };
	/** Parameters and results as written, comments gone and white space folded. `signatureOf` reads them. */
	readonly signature: string;
	readonly hasBody: boolean;
}

/** One specification of variables or constants at package level, `a, b T = x, y`; its values are in its body. */
export interface GoValue {
	/** The key of the declaration in its file: the first name; of a second one of that name with `#2` behind it. */
	readonly decl: string;
	readonly kind: 'var' | 'const';
	readonly names: readonly string[];
	readonly type?: string;
	/** The `//go:` directives above it, with nothing but blank lines and comments between (`//go:embed`). */
	readonly directives: readonly string[];
}

/** What one Go file declares: equal after an edit to a comment or to a body. All lists in the order of the file. */
export interface GoFile {
	/** The name in its package clause, empty where it has none. */
	readonly package: string;
	readonly imports: readonly GoImport[];
	readonly types: readonly GoType[];
	readonly functions: readonly GoFunction[];
	readonly values: readonly GoValue[];
	/**
	 * Lines that are instructions to a tool, such as `//go:generate …`, in whatever they stand, as the go command reads them; those that are comments
	 * outside bodies have a node of the file.
	 */
	readonly directives: ReadonlyArray<{ readonly text: string; readonly node?: Node }>;
	/** Whether it carries Go's mark of generated code (https://go.dev/s/generatedcode). */
	readonly generated: boolean;
	/** Whether it is built on some conditions only (`//go:build`). */
	readonly constrained: boolean;
	/** Whether a declaration of nothing stands in it, such as `import ()`. */
	readonly emptyGroup: boolean;
	/** Where its syntax is broken outside bodies, with nodes of the file: what is there is not known, what is above and below could be read. */
	readonly problems: readonly Node[];
}

/** The comments of a type, as written and with their markers: that of its declaration, those above its fields in their order, and those behind some on their lines. */
export interface GoDocs {
	readonly declaration?: readonly string[];
	readonly fields: readonly (readonly string[] | undefined)[];
	readonly trailing: Readonly<Record<number, readonly string[]>>;
}

/** The nodes of declarations, by what they are of: numbered from 0 within each declaration. */
export const nodes = {
	/** The package's name in its clause, a node of the file. */
	package: 0 as Node,
	/** Of a function: the whole, its name, and its body in braces. */
	function: { whole: 0 as Node, name: 1 as Node, body: 2 as Node },
	/** Of a type: the whole specification, its name, what it is defined as, and the declaration that it stands in. */
	type: { whole: 0 as Node, name: 1 as Node, type: 2 as Node, declaration: 3 as Node },
	/** Of variables and constants: the whole specification, and the first name. */
	value: { whole: 0 as Node, name: 1 as Node },
} as const;

/** The node of the n-th name of a field. */
export const nameNode = ({ node }: Pick<GoField, 'node'>, n = 0): Node => (node + 1 + n) as Node;
/** The node of a field's type. */
export const typeNode = ({ node, names }: Pick<GoField, 'node' | 'names'>): Node => (node + 1 + names.length) as Node;
/** The node of a field's tag, where it has one. */
export const tagNode = ({ node, names }: Pick<GoField, 'node' | 'names'>): Node => (node + 2 + names.length) as Node;
