import type { Expr, X } from '../../syntax/go/body/body';
import type { Fact, Read } from '../core/database';
import type { Scope } from '../go/body';
import { callsTo, scopeAt } from '../go/calls';
import { dotted } from '../go/print';
import { denotedType, exprAt, selected } from '../go/resolve';
import { typeExpressionOf } from '../go/typeOf';
import { sdkModule } from '../plugin/module';

/** A call of `Message` of the SDK's `Ui`. */
export interface MessageCall {
	readonly path: string;
	readonly decl: string;
	/** `ui.Message`. */
	readonly fn: X;
	/** `ui`, as written. */
	readonly ui: string;
}

/** The calls of `Message` of the SDK's `Ui` in the sources of the module. */
export const deprecatedMessages: Fact<readonly MessageCall[]> = read =>
	read(callsTo, selected('Message')).flatMap((call): MessageCall[] => {
		const scope = scopeAt(read, call);
		const { fn } = exprAt(scope, call.x) as Expr & { readonly op: 'call' };
		const { of } = exprAt(scope, fn) as Expr & { readonly op: 'select' };
		const ui = dotted(scope.body, of);
		return ui === undefined || !isUi(read, scope, of) ? [] : [{ path: call.path, decl: call.decl, fn, ui }];
	});

/** Whether an expression is of the SDK's type `Ui`. */
function isUi(read: Read, scope: Scope, x: X): boolean {
	const found = typeExpressionOf(read, scope, x);
	const type = found?.type.kind === 'name' ? denotedType(read, found.path, found.type) : undefined;
	return type?.kind === 'package' && type.path === `${sdkModule}/packer` && type.name === 'Ui';
}
