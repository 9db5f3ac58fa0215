import type { TypeExpression } from '../type';

/** An expression: its index in `Body.exprs`, which is also its node in the declaration's body. */
export type X = number;
/** A block: its index in `Body.blocks`. */
export type B = number;
/** A local name: its index in `Body.locals`. */
export type L = number;

/** How control leaves a block at its end: it goes on behind it, returns, never comes back (panic, os.Exit, log.Fatal, an endless loop), or jumps (break, continue, goto). */
export type Ending = 'falls' | 'returns' | 'exits' | 'jumps';

/** A stretch of statements with a scope of its own (Go specification, "Blocks"). Block 0 is the function's, with its parameters. */
export interface Block {
	/** -1 for the outermost. */
	readonly parent: B;
	/** What it belongs to; `header` is the implicit block around an `if`, `for`, `switch` or `select`, `defer` and `go` a closure that is called so. */
	by: 'function' | 'header' | 'if' | 'else' | 'case' | 'loop' | 'closure' | 'defer' | 'go' | 'block';
	ends: Ending;
	/** Of `if` and `loop` what is asked, of `case` what is compared. */
	readonly conditions?: readonly X[];
	/** The index of the first statement in it, and that of the first behind it. */
	readonly from: number;
	to: number;
}

/** A name that is declared within a function. */
export interface Local {
	readonly name: string;
	readonly kind: 'receiver' | 'parameter' | 'result' | 'variable' | 'constant' | 'type';
	/** The block in which it is visible from its declaration on. */
	readonly block: B;
	/** Its declaration, an expression with op `ref`. */
	readonly at: X;
	readonly type?: TypeExpression;
	/** The value that it is declared with. */
	readonly init?: X;
	/** Which of the values of `init` it is, where that is one call for several names; of a range the key (0) or the value (1). */
	readonly nth?: number;
	/** Whether `init` is what a loop runs over. */
	readonly ranges?: true;
	/** The values that are assigned to it later. */
	readonly writes: readonly X[];
	/** Whether its address is taken, so that others may write it. */
	addressed: boolean;
}

/** What an expression is made of; parentheses are left out. */
export type Expr =
	/** A name: `to` where it is declared in this function; else it is one of the package, of an import, or predeclared. */
	| { readonly op: 'ref'; readonly name: string; readonly to?: L }
	| { readonly op: 'select'; readonly of: X; readonly name: string }
	| { readonly op: 'call'; readonly fn: X; readonly args: readonly X[]; readonly spread: boolean; readonly block: B }
	/** A string has its value; numbers and runes are as written. */
	| { readonly op: 'literal'; readonly kind: 'string' | 'number' | 'rune'; readonly value: string }
	/** `type` is undefined where the element type is implied. Each entry is its key, if it has one, and its value. */
	| { readonly op: 'composite'; readonly type?: TypeExpression; readonly entries: ReadonlyArray<readonly [X | undefined, X]>; readonly block: B }
	| { readonly op: 'unary'; readonly operator: string; readonly of: X }
	| { readonly op: 'binary'; readonly operator: string; readonly of: readonly [X, X] }
	| { readonly op: 'index'; readonly of: X; readonly at: readonly X[] }
	| { readonly op: 'slice'; readonly of: X; readonly at: readonly X[] }
	/** `type` is undefined in the head of a type switch. `block` is where it stands. */
	| { readonly op: 'assert'; readonly of: X; readonly type?: TypeExpression; readonly block: B }
	| { readonly op: 'func'; readonly block: B }
	/** A type where a value can stand, `[]byte` in a conversion or `make`. */
	| { readonly op: 'type'; readonly type: TypeExpression };

/** A statement, in the order in which they end. Its node is `statementNode` of its index. */
export type Statement = { readonly block: B } & (
	| { readonly kind: 'return'; readonly values: readonly X[] }
	/** `operator` as written; `var` and `const` for declarations. */
	| {
			readonly kind: 'assign';
			readonly operator: string;
			readonly targets: readonly X[];
			readonly values: readonly X[];
			readonly type?: TypeExpression;
	  }
	| { readonly kind: 'range'; readonly targets: readonly X[]; readonly over: X }
	| { readonly kind: 'expression' | 'go' | 'defer' | 'step'; readonly of: X }
	| { readonly kind: 'send'; readonly to: X; readonly value: X }
	| { readonly kind: 'branch'; readonly word: string; readonly label?: string }
	/** The head of a switch, where it has a value to compare. */
	| { readonly kind: 'switch'; readonly of: X }
	/** What could not be read. */
	| { readonly kind: 'bad' }
);

/** A function's body, or the values of a package-level variable or constant, as plain data: equal after an edit to a comment. */
export interface Body {
	readonly blocks: readonly Block[];
	/** Receiver, parameters and results first. */
	readonly locals: readonly Local[];
	readonly exprs: readonly Expr[];
	readonly statements: readonly Statement[];
	/** The expressions that are calls or conversions, inner ones first. */
	readonly calls: readonly X[];
	/** Where the syntax is broken: nodes. What is above and below could still be read. */
	readonly problems: readonly number[];
}

/** The node of a statement by its index: below zero, as expressions have the others. */
export const statementNode = (index: number): number => -1 - index;

/** Where the nodes of a body stand: start and end of each expression, and of each statement, from the start of the text that was read. */
export interface BodySpans {
	readonly exprs: readonly number[];
	readonly statements: readonly number[];
}
