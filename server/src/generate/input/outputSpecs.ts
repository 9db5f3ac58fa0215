import { attributesOf, tagOf } from '../../facts/config/fields';
import { specOf } from '../../facts/config/specs';
import type { Fact, Read } from '../../facts/core/database';
import type { Scope } from '../../facts/go/body';
import { callsTo, scopeAt } from '../../facts/go/calls';
import { exprAt, selected } from '../../facts/go/resolve';
import { typeOf } from '../../facts/go/typeOf';
import { declarationOf, methodNamed, type TypeRef } from '../../facts/go/types';
import { components } from '../../facts/plugin/components';
import type { X } from '../../syntax/go/body/body';
import type { Place } from '../../text/place';
import { leavesOf } from '../hcl2spec/leaves';
import { type Made, madeStructs } from './made';

/** A data source whose `OutputSpec` lacks an attribute of what `Execute` returns. */
export interface WrongOutputSpec {
	/** What `OutputSpec` returns. */
	readonly returned: Place;
	/** The struct whose spec that is, the one that is converted with it, and the first of its attributes that the spec lacks. */
	readonly spec: TypeRef;
	readonly output: TypeRef;
	readonly attribute: string;
	/** Whether both structs are of the package of the method, so that it can name them, and packer-sdc makes the Flat type of the output. */
	readonly canReturn: boolean;
}

/** The data sources whose method `OutputSpec` gives the spec of a struct that lacks an attribute of the one that is converted with it. */
export const wrongOutputSpecs: Fact<readonly WrongOutputSpec[]> = read => {
	const conversions = read(callsTo, selected('HCL2ValueFromConfig'));
	if (conversions.length === 0) return [];
	const made = read(madeStructs);
	const ofType = ({ dir, type }: TypeRef) => made.find(one => one.dir === dir && one.name === type);
	return read(components).flatMap(component => {
		const spec = component.kind === 'datasource' ? specOf(read, component, 'OutputSpec') : undefined;
		const specified = spec?.type && ofType(spec.type);
		const execute = component.implementation && methodNamed(read, component.implementation, 'Execute').method;
		if (spec?.type === undefined || specified === undefined || execute === undefined) return [];
		for (const call of conversions) {
			if (call.path !== execute.path || call.decl !== execute.value.decl) continue;
			const output = convertedWith(read, scopeAt(read, call), call.x);
			if (output === undefined || isSame(output, spec.type)) continue;
			const attribute = lacking(read, specified, output);
			if (attribute === undefined) continue;
			const canReturn = output.dir === spec.type.dir && spec.path === execute.path && ofType(output) !== undefined;
			return [{ returned: spec.returned, spec: spec.type, output, attribute, canReturn }];
		}
		return [];
	});
};

const isSame = (a: TypeRef, b: TypeRef) => a.dir === b.dir && a.type === b.type;

/** The struct that a call of `HCL2ValueFromConfig` converts with what its receiver's `OutputSpec` returns. */
function convertedWith(read: Read, scope: Scope, x: X): TypeRef | undefined {
	const call = exprAt(scope, x);
	const [output, spec] = call.op === 'call' && call.args.length === 2 ? call.args : [];
	if (output === undefined || spec === undefined) return undefined;
	const given = exprAt(scope, spec);
	const method = given.op === 'call' ? exprAt(scope, given.fn) : undefined;
	const on = method?.op === 'select' && method.name === 'OutputSpec' ? exprAt(scope, method.of) : undefined;
	return on?.op === 'ref' && on.to !== undefined && scope.body.locals[on.to]?.kind === 'receiver' ? typeOf(read, scope, output) : undefined;
}

/** The first attribute of a struct that the spec of another one lacks; undefined where it lacks none, or that is not known. */
function lacking(read: Read, spec: Made, output: TypeRef): string | undefined {
	const names = new Set<string>();
	for (const leaf of leavesOf(read, spec.generator.seesAliases, { kind: 'named', path: spec.path, package: '', name: spec.name }, new Set())) {
		if (!('field' in leaf)) return undefined;
		names.add(leaf.field.accessor);
	}
	return attributesOf(read, output).find(({ name, struct, field }) => !names.has(name) && !mayBeOmitted(read, struct, field))?.name;
}

/** Whether a value that is zero is not converted. */
function mayBeOmitted(read: Read, struct: Pick<TypeRef, 'path' | 'type'>, name: string): boolean {
	const field = declarationOf(read, struct)?.fields?.find(({ names }) => names.includes(name));
	return field === undefined || (tagOf(field, 'mapstructure') ?? '').split(',').includes('omitempty');
}
