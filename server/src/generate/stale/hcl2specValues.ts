import type { Read } from '../../facts/core/database';
import { type Scope, scopeOf } from '../../facts/go/body';
import { print, printType } from '../../facts/go/print';
import { readBody } from '../../syntax/go/body/read';
import { notFound } from '../hcl2spec/flatType';

/** The specs by attribute in the `HCL2Spec` method of a type, white space and comments aside. */
export function specsOf(read: Read, path: string, type: string): ReadonlyMap<string, string> {
	const scope = scopeOf(read, path, `${type}.HCL2Spec`);
	return new Map(scope ? specsIn(scope).map(({ attribute, x }) => [attribute, textIn(scope, x)]) : []);
}

/** The entries of the maps of specs in a body. */
export function specsIn({ body }: Scope): ReadonlyArray<{ readonly attribute: string; readonly x: number }> {
	return body.exprs.flatMap(expr => {
		if (expr.op !== 'composite' || expr.type === undefined || printType(expr.type) !== 'map[string]hcldec.Spec') return [];
		return expr.entries.flatMap(([key, x]) => {
			const name = key === undefined ? undefined : body.exprs[key];
			return name?.op === 'literal' ? [{ attribute: name.value, x }] : [];
		});
	});
}

/** An expression of a body in the form in which specs are compared. */
export const textIn = ({ body }: Scope, x: number): string => print(body, x);

/** A spec in the form in which those of a file are compared. */
export function plain(spec: string): string {
	const { body } = readBody(`_ = ${spec.replace(notFound, '')}`, 'var');
	const [assigned] = body.statements;
	const value = assigned?.kind === 'assign' ? assigned.values[0] : undefined;
	return value === undefined ? spec : print(body, value);
}

/** Whether a spec is one that packer-sdc never writes: of a required attribute, with a default, or with another wrapper around it. */
export const isHandMade = (spec: string): boolean =>
	/Required:\s*true|hcldec\.(?:Default|Literal|Transform|Refine|Validate|Attrs|BlockAttrs|BlockMap|BlockObject|BlockSet|BlockTuple|Expr)\w*Spec\b/.test(spec);
