import type { Body, Expr } from '../../syntax/go/body/body';

/** The last name of what a call calls, `Decode` of `config.Decode`: what costs nothing to ask, before asking what it denotes. */
export function calledName({ exprs }: Pick<Body, 'exprs'>, { fn }: Expr & { readonly op: 'call' }): string | undefined {
	const callee = exprs[fn];
	return callee?.op === 'select' || callee?.op === 'ref' ? callee.name : undefined;
}
