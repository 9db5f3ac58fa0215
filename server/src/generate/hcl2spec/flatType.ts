import { sdkModule } from '../../facts/plugin/module';
import type { Resolver } from '../go/resolver';
import { basics, type NamedType, type Type } from '../go/types';

/** Named types that become pointers to basic ones (SDK getMapstructureSquashedStruct). */
const special: Readonly<Record<string, string>> = {
	'time.Duration': 'string',
	[`${sdkModule}/template/config.Trilean`]: 'bool',
	'github.com/hashicorp/packer/provisioner/powershell.ExecutionPolicy': 'string',
};

/** The type that a field has in the `Flat…` struct: everything optional, structs replaced by their flat versions (SDK getMapstructureSquashedStruct). */
export function flatType(resolver: Resolver, declared: Type): Type {
	const type = declared.kind === 'pointer' ? declared.element : declared;
	if (type.kind === 'basic') return pointer(type);
	if (type.kind === 'slice') return isNamedStruct(resolver, type.element) ? { kind: 'slice', element: flat(type.element) } : type;
	if (type.kind !== 'named') return type;
	const basic = special[`${type.path}.${type.name}`];
	if (basic !== undefined) return pointer({ kind: 'basic', name: basic });
	const under = resolver.underlying(type);
	if (under.kind === 'unknown') return under;
	if (under.kind === 'struct') return pointer(flat(type));
	if (under.kind === 'slice' && isNamedStruct(resolver, under.element)) return { kind: 'slice', element: flat(under.element) };
	return under.kind === 'basic' ? pointer(type) : type;
}

const pointer = (element: Type): Type => ({ kind: 'pointer', element });
const flat = (type: NamedType): NamedType => ({ ...type, flat: true });
const isNamedStruct = (resolver: Resolver, type: Type): type is NamedType => type.kind === 'named' && resolver.underlying(type).kind === 'struct';

/** A specification as Go text, and the cty type of its value where it has one that a list of it can have. */
interface Spec {
	readonly text: string;
	readonly cty?: string;
}

/** How many names and pointers a type may lead through before it is taken for one that points to itself. */
const longest = 100;

/** The `hcldec.Spec` of an attribute or block (SDK goFieldToCtyType), formatted; types by their import paths. Undefined where packer-sdc never ends: `type T *T`. */
export function specOf(resolver: Resolver, unaliases: boolean, accessor: string, type: Type, printed: (type: Type) => string): Spec | undefined {
	let left = longest;
	const attribute = (cty: string): Spec => ({ text: `&hcldec.AttrSpec{Name: "${accessor}", Type: ${cty}, Required: false}`, cty });
	const nested = (named: NamedType) => `hcldec.ObjectSpec((*${printed(named)})(nil).HCL2Spec())`;
	const spec = (of: Type): Spec => {
		if (--left < 0) return unfound();
		switch (of.kind) {
			case 'pointer':
				return spec(of.element);
			case 'basic':
				return attribute(basics.get(of.name) ?? 'cty.String');
			case 'map':
				return attribute('cty.Map(cty.String)');
			case 'named':
				return resolver.underlying(of).kind === 'struct'
					? { text: `&hcldec.BlockSpec{TypeName: "${accessor}", Nested: ${nested(of)}}` }
					: spec(resolver.underlying(of));
			case 'alias':
				return unaliases ? spec(of.actual) : unfound();
			case 'slice':
				return list(of.element.kind === 'pointer' ? of.element.element : of.element);
			default:
				return unfound();
		}
	};
	const list = (element: Type): Spec => {
		if (element.kind === 'named')
			return { text: `&hcldec.BlockListSpec{TypeName: "${accessor}", Nested: ${resolver.underlying(element).kind === 'struct' ? nested(element) : ''}}` };
		const inner = spec(element);
		if (inner.cty !== undefined) return attribute(`cty.List(${inner.cty})`);
		return element.kind === 'alias' ? spec(resolver.underlying(element)) : inner;
	};
	const unfound = (): Spec => ({ text: `${attribute('cty.Bool').text}${notFound}` });
	const whole = spec(type);
	return left < 0 ? undefined : whole;
}

/** The mark that packer-sdc leaves where it could not find a type; gofmt sets it behind the comma. */
export const notFound = '/* TODO(azr): could not find type */';
