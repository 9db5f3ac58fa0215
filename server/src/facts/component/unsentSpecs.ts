import { lt, valid } from 'semver';
import type { X } from '../../syntax/go/body/body';
import { type Place, partOfPlace } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { placeOf, type Scope, scopeOf } from '../go/body';
import { printType } from '../go/print';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { partsOf, symbol } from '../go/symbols';
import { methodNamed } from '../go/types';
import { components } from '../plugin/components';
import { replacement, sdkModule, sdkVersion } from '../plugin/module';

/** A part of a spec written by hand that a plugin cannot send to Packer. */
export interface UnsentSpec {
	/** As Go names it: `hcldec.DefaultSpec`, `cty.Set`. */
	readonly name: string;
	readonly place: Place;
}

const specPackage = 'github.com/hashicorp/hcl/v2/hcldec';
const typePackage = 'github.com/zclconf/go-cty/cty';

/** The specs that the SDK sends (SDK rpc/convert.go ToProto). */
const sent = new Set(['AttrSpec', 'BlockSpec', 'BlockListSpec', 'ObjectSpec']);

/** The types that it does not send (SDK rpc/convert.go ctyTypeToProto), of all those that cty makes. */
const unsentTypes = new Set([
	'Set',
	'Tuple',
	'Object',
	'ObjectWithOptionalAttrs',
	'Capsule',
	'CapsuleWithOps',
	'DynamicPseudoType',
	'EmptyObject',
	'EmptyTuple',
]);

/** The parts of the specs which the methods `ConfigSpec` and `OutputSpec` of components make by hand that the SDK cannot send to Packer. */
export const unsentSpecs: Fact<readonly UnsentSpec[]> = read => {
	const sdk = read(replacement, sdkModule) ? null : valid(read(sdkVersion));
	if (sdk === null || lt(sdk, '0.6.0')) return []; // before, specs were sent otherwise
	const methods = new Set<string>();
	for (const { kind, implementation } of read(components))
		for (const name of kind === 'datasource' ? ['ConfigSpec', 'OutputSpec'] : ['ConfigSpec']) {
			const method = implementation && methodNamed(read, implementation, name).method;
			if (method) methods.add(symbol(method.path, method.value.decl));
		}
	return [...methods].flatMap(key => read(unsentIn, key));
};

/** The parts of specs that a function (`symbol(path, decl)`) makes and that the SDK cannot send. */
const unsentIn: Fact<readonly UnsentSpec[], string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	return (scope?.body.exprs ?? []).flatMap((_, x) => (scope && unsent(read, scope, x)) ?? []);
};

function unsent(read: Read, scope: Scope, x: X): UnsentSpec | undefined {
	const expr = exprAt(scope, x);
	if (expr.op === 'composite' && expr.type?.kind === 'name') {
		const type = denotedType(read, scope.path, expr.type);
		if (type?.kind !== 'package' || type.path !== specPackage || !type.name.endsWith('Spec') || sent.has(type.name)) return undefined;
		return { name: `hcldec.${type.name}`, place: partOfPlace(placeOf(scope, x), 0, printType(expr.type).length) };
	}
	const found = expr.op === 'select' ? denoted(read, scope, x) : undefined;
	return found?.kind === 'package' && found.path === typePackage && unsentTypes.has(found.name)
		? { name: `cty.${found.name}`, place: placeOf(scope, x) }
		: undefined;
}
