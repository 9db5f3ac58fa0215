import type { L, X } from '../../syntax/go/body/body';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { functionOf, returnsOf } from '../go/blocks';
import { placeOf, type Scope } from '../go/body';
import { exprAt } from '../go/resolve';
import { isPredeclared, scopeOfFunction } from '../go/typeOf';
import { methodNamed } from '../go/types';
import { components } from '../plugin/components';

/** A `return` of `PostProcess` that reports success. */
export interface PostProcessed {
	/** The artifact: `nil`, the one that the post-processor was given, or another. */
	readonly artifact: 'nil' | 'input' | 'other';
	/** Whether it keeps its input, and whether users cannot change that; undefined where that is not written there. */
	readonly keep?: boolean;
	readonly force?: boolean;
	/** The name of the input; undefined where it has none. */
	readonly input?: string;
	readonly places: { readonly artifact: Place; readonly keep: Place; readonly force: Place };
}

/** The returns without an error of the post-processors' methods `PostProcess`, each once. */
export const postProcessed: Fact<readonly PostProcessed[]> = read => {
	const scopes = new Map<string, Scope>();
	for (const { kind, implementation } of read(components)) {
		const method = kind === 'post-processor' && implementation ? methodNamed(read, implementation, 'PostProcess').method : undefined;
		const scope = method && scopeOfFunction(read, method);
		if (scope !== undefined) scopes.set(`${scope.path}\0${scope.decl}`, scope);
	}
	return [...scopes.values()].flatMap(scope => inMethod(read, scope));
};

function inMethod(read: Read, scope: Scope): PostProcessed[] {
	const { locals, statements, exprs, blocks } = scope.body;
	// A deferred function may still change named results.
	const changed = statements.some(
		statement =>
			statement.kind === 'assign' &&
			functionOf({ blocks }, statement.block) !== 0 &&
			statement.targets.some(target => {
				const to = exprs[target];
				return to?.op === 'ref' && to.to !== undefined && locals[to.to]?.kind === 'result';
			}),
	);
	if (changed) return [];
	const parameters = locals.flatMap(({ kind, block }, index) => (kind === 'parameter' && block === 0 ? [index] : []));
	const input = parameters.length === 3 ? (parameters[2] as L) : undefined;
	const name = input === undefined ? undefined : locals[input]?.name;
	const isInput = (x: X) => {
		const expr = exprAt(scope, x);
		return expr.op === 'ref' && expr.to !== undefined && expr.to === input && locals[input]?.writes.length === 0 && !locals[input].addressed;
	};
	return returnsOf(scope.body).flatMap(({ values }) => {
		const [artifact, keep, force, error] = values;
		if (artifact === undefined || keep === undefined || force === undefined || error === undefined || !isPredeclared(read, scope, error, 'nil')) return [];
		const said = (x: X) => (isPredeclared(read, scope, x, 'true') ? true : isPredeclared(read, scope, x, 'false') ? false : undefined);
		const [keeps, forces] = [said(keep), said(force)];
		return [
			{
				artifact: isPredeclared(read, scope, artifact, 'nil') ? ('nil' as const) : isInput(artifact) ? ('input' as const) : ('other' as const),
				...(keeps === undefined ? {} : { keep: keeps }),
				...(forces === undefined ? {} : { force: forces }),
				...(name === undefined || name === '_' ? {} : { input: name }),
				places: { artifact: placeOf(scope, artifact), keep: placeOf(scope, keep), force: placeOf(scope, force) },
			},
		];
	});
}
