import type { Node } from '../../text/nodes';

/** A syntax error in make's own words, and where. */
export interface MakeProblem {
	readonly message: string;
	readonly node: Node;
}

/** A comment with its `#`, outside recipes. Comments have offsets and no node, because they do not change what the file means. */
export interface MakeComment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** A word of a line: a target, a prerequisite, a path. */
export interface MakeWord {
	readonly text: string;
	readonly node: Node;
}

/** How a variable is set; `define` with its own operator counts as that one. */
export type MakeOperator = '=' | ':=' | '::=' | ':::=' | '?=' | '+=' | '!=';

/**
 * One setting of a variable: `value` is the source after the operator, with continued lines joined by a space and without spaces at its end;
 * `valueNode` is where that stands. `target` where it holds for one target only, `conditional` within `ifeq` and its kind.
 */
export interface MakeVariable {
	readonly name: string;
	readonly operator: MakeOperator;
	readonly value: string;
	readonly target?: string;
	readonly define: boolean;
	readonly conditional: boolean;
	readonly node: Node;
	readonly nameNode: Node;
	readonly valueNode: Node;
}

/** One line of a recipe, without its tab; lines that end with a backslash are joined as the shell joins them. */
export interface MakeRecipeLine {
	readonly text: string;
	readonly node: Node;
}

/** One rule: `targets: prerequisites | orderOnly`, and its recipe. `headerNode` is its first line, `node` reaches to the end of the recipe. */
export interface MakeRule {
	readonly targets: readonly MakeWord[];
	readonly prerequisites: readonly MakeWord[];
	readonly orderOnly: readonly MakeWord[];
	readonly recipe: readonly MakeRecipeLine[];
	readonly doubleColon: boolean;
	/** Whether a target has `%` in it, or the rule is a static pattern rule. */
	readonly pattern: boolean;
	readonly conditional: boolean;
	readonly node: Node;
	readonly headerNode: Node;
}

/** One path of an `include`; `optional` for `-include` and `sinclude`. Where there is one, targets may be elsewhere. */
export interface MakeInclude {
	readonly path: string;
	readonly optional: boolean;
	readonly node: Node;
}

/** `ifeq`, `ifneq`, `ifdef`, `ifndef`, `else` or `endif`, and what stands after it. What lies between is read as if all of it held. */
export interface MakeConditional {
	readonly directive: string;
	readonly text: string;
	readonly node: Node;
}

/** What a Makefile says, each list in the order of the file. `.PHONY` is among the rules, and its names in `phony`. */
export interface MakeFile {
	readonly variables: readonly MakeVariable[];
	readonly rules: readonly MakeRule[];
	readonly phony: readonly MakeWord[];
	readonly includes: readonly MakeInclude[];
	readonly conditionals: readonly MakeConditional[];
	readonly problems: readonly MakeProblem[];
}
