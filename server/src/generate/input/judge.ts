import { sdkModule } from '../../facts/plugin/module';
import { type Resolver, unaliased } from '../go/resolver';
import { isStandard } from '../go/standard';
import { type NamedType, print, type Type } from '../go/types';
import { notFound, specOf } from '../hcl2spec/flatType';
import type { FlatField } from '../hcl2spec/steps';
import type { Generator } from '../version';

/**
 * What is wrong with what packer-sdc makes of a field: code that does not compile, because such elements have no specification (`list`), or the
 * struct has no Flat type (`flatless`); no type, so that no value fits (`none`); a type that takes no null, so that the attribute cannot be left out
 * (`required`); or a map into which no entry decodes (`map`).
 */
export type Verdict = 'list' | 'flatless' | 'none' | 'required' | 'map';

/**
 * What is wrong with what packer-sdc makes of a field; undefined if nothing is, or that is not known. `own`: the package that it is made for; `mayHaveSpec`: whether a
 * type may have the method `HCL2Spec`.
 */
export function verdictOn(
	resolver: Resolver,
	{ unaliases }: Pick<Generator, 'unaliases'>,
	{ type, accessor, selfDefined }: Pick<FlatField, 'type' | 'accessor' | 'selfDefined'>,
	own: string,
	mayHaveSpec: (path: string, name: string) => boolean,
): Verdict | undefined {
	if (selfDefined || namesPath(type, own)) return undefined;
	const flat = flatIn(type);
	if (flat) return isFlatless(flat) ? 'flatless' : undefined;
	if (type.kind === 'pointer' || (type.kind === 'slice' && type.element.kind === 'basic')) return undefined;
	const under = resolver.underlying(type);
	if (under.kind === 'unknown') return undefined;
	const text = specOf(resolver, unaliases, accessor, type, print)?.text;
	if (text === undefined) return undefined;
	const [, path, name] = /\(\*(.+)\.(\w+)\)\(nil\)/.exec(text) ?? [];
	if (text.includes('Nested:')) return path !== undefined && name !== undefined && mayHaveSpec(path, name) ? undefined : 'list';
	if (text.includes(notFound)) return under.kind === 'basic' && under.name === 'bool' ? 'required' : 'none';
	if (under.kind === 'pointer') return undefined; // it is nil where the attribute is left out
	if (under.kind !== 'map' && under.kind !== 'slice') return 'required';
	const map = innermost(resolver, under);
	return map?.kind === 'map' && !takesStrings(resolver, map) ? 'map' : undefined;
}

/** The struct whose Flat type a type names. */
export function flatIn(type: Type): NamedType | undefined {
	if (type.kind === 'pointer' || type.kind === 'slice') return flatIn(type.element);
	return type.kind === 'named' && type.flat ? type : undefined;
}

/** The structs of the SDK that have a Flat type, in all its releases up to v0.6.10. */
const flatInSdk = new Set([
	...['Config', 'SSH', 'SSHTemporaryKeyPair', 'WinRM'].map(name => `communicator.${name}`),
	...['MockConfig', 'MockTag', 'NestedMockConfig'].map(name => `hcl2helper.${name}`),
	...['MockBuilder', 'MockDatasource', 'MockDatasourceResponse', 'MockProvisioner'].map(name => `packer.${name}`),
	...['KeyValue', 'KeyValueFilter', 'NameValue', 'NameValueFilter'].map(name => `template/config.${name}`),
	'shell-local.Config',
	'template.Provisioner',
]);

/** Whether a struct of the SDK or the standard library has no Flat type; of other modules that is not known. */
const isFlatless = ({ path, name }: NamedType): boolean =>
	path.startsWith(`${sdkModule}/`) ? !flatInSdk.has(`${path.slice(sdkModule.length + 1)}.${name}`) : isStandard(path);

const innermost = (resolver: Resolver, type: Type): Type => (type.kind === 'slice' ? innermost(resolver, resolver.underlying(type.element)) : type);

/**
 * Whether the Flat struct names a type of another package by its whole path, in an array or a map: packer-sdc imports what a field and the elements of a list name, and
 * what it does not import it leaves as it is (SDK getUsedImports). Whether that compiles depends on the other fields.
 */
function namesPath(type: Type, own: string, within = false): boolean {
	switch (type.kind) {
		case 'pointer':
		case 'slice':
			return namesPath(type.element, own, within);
		case 'array':
			return namesPath(type.element, own, true);
		case 'map':
			return namesPath(type.key, own, true) || namesPath(type.element, own, true);
		case 'named':
		case 'alias':
			return within && type.path !== own && type.path.includes('/');
		default:
			return false;
	}
}

/** Whether strings by string keys decode into a map (go-cty gocty out.go): pointers are followed, and a key of another type makes it panic. */
function takesStrings(resolver: Resolver, { key, element }: Type & { readonly kind: 'map' }): boolean {
	const plainKey = unaliased(key);
	const takesKey = plainKey.kind === 'basic' ? plainKey.name === 'string' : plainKey.kind === 'unknown' || isEmptyInterface(plainKey);
	const value = pointed(resolver, element, 0);
	return takesKey && (value.kind === 'unknown' || (value.kind === 'basic' && value.name === 'string'));
}

const isEmptyInterface = (type: Type) => type.kind === 'interface' && /^(?:interface\{\}|any)$/.test(type.text);

/** What a type is beneath its names and pointers. */
function pointed(resolver: Resolver, type: Type, depth: number): Type {
	const under = resolver.underlying(type);
	return under.kind === 'pointer' && depth < 8 ? pointed(resolver, under.element, depth + 1) : under;
}
