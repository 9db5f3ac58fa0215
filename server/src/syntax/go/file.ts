import type { Node } from '../../text/nodes';

/** A name or an expression as written, white space folded; of a function literal, a struct or an interface only that word, and of very long ones what comes before the first brace. */
export interface GoText {
	readonly text: string;
	readonly node: Node;
}

/** One import: its path without quotes, and the name it is given in this file, if any (`.` and `_` included). */
export interface GoImport {
	readonly path: string;
	readonly name?: string;
	readonly node: Node;
	readonly pathNode: Node;
}

/** One field declaration of a struct; `names` is empty for an embedded field. `tag` is unquoted. */
export interface GoField {
	readonly names: readonly GoText[];
	readonly type: GoText;
	readonly tag?: { readonly value: string; readonly node: Node };
	readonly node: Node;
}

/** One type declared at package level. `fields` only for a struct. */
export interface GoType {
	readonly name: string;
	readonly node: Node;
	readonly alias: boolean;
	readonly type: GoText;
	readonly typeParameters?: string;
	readonly fields?: readonly GoField[];
	/** The whole specification, `Name struct { … }`. */
	readonly spec: Node;
	/** The `type` declaration it stands in, and its place there: `type ( A …; B … )` has two. */
	readonly declaration: Node;
	readonly index: number;
	readonly grouped: boolean;
}

/** A parameter or result: its type as written, `...T` for a variadic one, and its name where it has one. */
export interface GoParameter {
	readonly name?: string;
	readonly type: string;
}

/** A function or method declared at package level. */
export interface GoFunction {
	readonly name: string;
	readonly node: Node;
	/** The receiver's type without `*` and type parameters. */
	readonly receiver?: { readonly name?: string; readonly type: string; readonly pointer: boolean };
	readonly parameters: readonly GoParameter[];
	readonly results: readonly GoParameter[];
	/** The whole declaration, and its body in braces, where it has one. */
	readonly declaration: Node;
	readonly body?: Node;
}

/** One call or conversion. `within` is the index in `functions` of the declaration it stands in, -1 at package level. */
export interface GoCall {
	/** What is called, as written: `plugin.NewSet`, `new`, `b.config.Prepare`. */
	readonly callee: GoText;
	readonly arguments: readonly GoText[];
	readonly within: number;
	readonly node: Node;
}

/** One `T{…}`. `type` is empty where the element type is implied. */
export interface GoLiteral {
	readonly type: GoText;
	readonly entries: readonly { readonly key: GoText; readonly value: GoText }[];
	readonly elements: readonly GoText[];
	readonly within: number;
	readonly node: Node;
	/** The braces and what is in them. */
	readonly body: Node;
}

/** A constant, variable or assignment: `left = right`, as many on each side as written; for `range` what a loop runs over. */
export interface GoBinding {
	readonly kind: 'const' | 'var' | 'define' | 'assign' | 'range';
	readonly names: readonly GoText[];
	readonly type?: string;
	readonly values: readonly GoText[];
	readonly within: number;
	readonly node: Node;
}

/** One return statement. */
export interface GoReturn {
	readonly values: readonly GoText[];
	readonly within: number;
	readonly node: Node;
}

/** What one Go file says, comments left out; all lists in the order of the file. */
export interface GoFile {
	readonly package?: GoText;
	readonly imports: readonly GoImport[];
	readonly types: readonly GoType[];
	readonly functions: readonly GoFunction[];
	readonly calls: readonly GoCall[];
	readonly literals: readonly GoLiteral[];
	readonly bindings: readonly GoBinding[];
	readonly returns: readonly GoReturn[];
	/** Comments that are instructions to a tool, such as `//go:generate …` and `//go:embed …`. */
	readonly directives: readonly GoText[];
	/** Whether it carries Go's mark of generated code (https://go.dev/s/generatedcode). */
	readonly generated: boolean;
	/** Where the syntax is broken; whatever is above and below could still be read. */
	readonly problems: readonly { readonly node: Node }[];
}
