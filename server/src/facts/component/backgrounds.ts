import type { B, Block, Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import { functionOf } from '../go/blocks';
import type { Scope } from '../go/body';
import { partsIn } from '../go/parts';
import { denoted, exprAt } from '../go/resolve';
import { isPredeclared } from '../go/typeOf';
import { calledName } from './calledName';
import { type Cancelable, callsInCancelable } from './canceling';
import { isHidden } from './haltCause';

/** The calls of one function that is given a context and uses another one, which is never canceled. */
export interface Uncanceled {
	readonly path: string;
	readonly decl: string;
	/** The contexts, `context.TODO()`, and to which call each is given. */
	readonly contexts: ReadonlyArray<{ readonly x: X; readonly call: X }>;
	readonly function: Cancelable;
	/** Whether the context that it is given has a name and can be seen at all of them. */
	readonly atHand: boolean;
}

/** The functions of components that are given a context, and give what they call one that is never canceled. */
export const uncanceledCalls: Fact<readonly Uncanceled[]> = read => {
	return callsInCancelable(read, ['context.Background', 'context.TODO']).flatMap(({ scope, calls, cancelable }) => {
		const { path, decl } = scope;
		const contexts = calls.flatMap(x => {
			const call = givenTo(read, scope, x);
			return call === undefined ? [] : [{ x, call }];
		});
		const { ctx } = cancelable;
		const atHand = ctx !== undefined && contexts.every(({ x }) => !isHidden(scope.body, ctx, (exprAt(scope, x) as Call).block, x));
		return contexts.length === 0 ? [] : [{ path, decl, contexts: contexts.sort((a, b) => a.x - b.x), function: cancelable, atHand }];
	});
};

type Call = Expr & { readonly op: 'call' };

/** The call that is given a context, if it is one that waits for somebody and should end when the build is canceled. */
function givenTo(read: Read, scope: Scope, x: X): X | undefined {
	const { body } = scope;
	const call = body.calls.find(call => (exprAt(scope, call) as Call).args[0] === x);
	if (call === undefined) return undefined;
	const expr = exprAt(scope, call) as Call;
	const fn = denoted(read, scope, expr.fn);
	const name = calledName(body, expr);
	if (functionOf(body, expr.block) !== 0 || name === undefined || [kept, undoing, making].some(names => names.test(name))) return undefined;
	if (fn?.kind === 'package' && (fn.path === 'context' || fn.path?.startsWith('golang.org/x/oauth2'))) return undefined;
	const isDeferred = body.statements.some(statement => (statement.kind === 'defer' || statement.kind === 'go') && partsIn(body, statement.of).has(call));
	return isDeferred || isAfterFailure(read, scope, expr.block) ? undefined : call;
}

/** Functions that make something which outlives the call, as clients do, or only look up how to. */
const kept = /^(?:new|with|build|make|init|dial|open|connect|login|start)|client|service|session|credential|config|token|logger/i;
/** Functions that undo something: they must not stop because the build is canceled. */
const undoing =
	/delete|terminate|destroy|remove|clean|purge|unlink|detach|unmount|logout|close|stop|shut|cancel|release|revoke|unregister|deregister|abort|rollback|kill|power|flush/i;

/** Functions that make or change something: where the answer is lost because the build is canceled, nobody knows of it. */
const making = /create|launch|run|start|register|import|export|clone|copy|mark|put|post|upload|snapshot$|add|attach|set|update|tag|invoke|exec|send|write/i;

/** Whether a block runs because something has failed, or was canceled. */
function isAfterFailure(read: Read, scope: Scope, block: B): boolean {
	for (let at = block; at > 0; at = (scope.body.blocks[at] as Block).parent) {
		const { by, conditions = [], from } = scope.body.blocks[at] as Block;
		const first = scope.body.statements[from];
		const received = by === 'case' && first?.kind === 'expression' && first.block === at ? [first.of] : [];
		if ([...conditions, ...received].some(x => isFailure(read, scope, x))) return true;
	}
	return false;
}

const isFailure = (read: Read, scope: Scope, x: X): boolean =>
	[...partsIn(scope.body, x)].some(part => {
		const expr = exprAt(scope, part);
		if (expr.op === 'binary') return expr.operator === '!=' && isPredeclared(read, scope, expr.of[1], 'nil');
		return expr.op === 'select' && /^(?:Done|Err|StateCancelled|StateHalted)$/.test(expr.name);
	});
