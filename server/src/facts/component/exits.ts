import type { Expr, X } from '../../syntax/go/body/body';
import type { Fact } from '../core/database';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { exprAt } from '../go/resolve';
import { isComponentCode } from './componentCode';

/** The functions of Go that end the process. */
const ending = ['os.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln'];

/** A call that ends the process. */
export interface Exit extends ExprAt {
	/** What is called: `os.Exit`. */
	readonly name: string;
	readonly fn: X;
}

/** The calls by which components end the process of the plugin. */
export const componentExits: Fact<readonly Exit[]> = read =>
	ending.flatMap(name =>
		read(callsTo, name).flatMap((call): Exit[] => {
			if (!isComponentCode(read, call) || read(goFile, call.path)?.generated) return [];
			const { fn } = exprAt(scopeAt(read, call), call.x) as Expr & { readonly op: 'call' };
			return [{ ...call, name, fn }];
		}),
	);
