/** A field declaration of a struct; `names` is empty for an embedded field. */
export interface OutlineField {
	readonly names: readonly string[];
	/** The type, comments gone and white space folded; of a struct or an interface with something in it only that word. */
	readonly type: string;
	/** The type to the byte. */
	readonly written: string;
	/** The tag, unquoted. */
	readonly tag?: string;
	/** What stands between the quotes of a tag in double quotes. */
	readonly quotedTag?: string;
}

/** One type declared at package level. `fields` only for a struct. */
export interface OutlineType {
	readonly name: string;
	readonly alias: boolean;
	/** As the type of a field. */
	readonly type: string;
	/** Whether it has type parameters. */
	readonly generic: boolean;
	readonly fields?: readonly OutlineField[];
	/** Its place in its declaration: `type ( A …; B … )` has two. */
	readonly index: number;
}

/** What a Go file declares, as far as generators ask: equal after an edit to the body of a function. */
export interface GoOutline {
	/** The name of its package, empty where it says none. */
	readonly package: string;
	readonly imports: readonly { readonly path: string; readonly name?: string }[];
	readonly types: readonly OutlineType[];
	/** Whether it is built on some conditions only (`//go:build`). */
	readonly constrained: boolean;
	/** Whether a declaration of nothing stands in it, such as `import ()`. */
	readonly emptyGroup: boolean;
	/** Whether its syntax is broken elsewhere than in the body of a function, where it says nothing of types; then the rest is what stands before. */
	readonly broken: boolean;
}

/** The doc comments of a type, as written and with their markers: that of its declaration, and those of its fields in their order. */
export interface OutlineDocs {
	readonly declaration?: readonly string[];
	readonly fields: readonly (readonly string[] | undefined)[];
}
