import type { GoFunction } from '../../syntax/go/file';
import { signatureOf } from '../../syntax/go/signature';
import type { TypeExpression } from '../../syntax/go/type';
import type { Read } from '../core/database';
import { goFile } from '../go/file';
import type { Declared } from '../go/packages';
import { denotedType } from '../go/resolve';
import { methodNamed } from '../go/types';
import type { Component } from './components';
import { sdkModule } from './module';
import type { Kind } from './registrations';

/** A method of an interface of the SDK: its parameters and results, with the packages' paths instead of their names. */
export interface Required {
	readonly name: string;
	readonly parameters: readonly string[];
	readonly results: readonly string[];
}

const sdk = `${sdkModule}/packer`;
const hcldec = 'github.com/hashicorp/hcl/v2/hcldec';
const cty = 'github.com/zclconf/go-cty/cty';
const method = (name: string, parameters: readonly string[], results: readonly string[]): Required => ({ name, parameters, results });

const spec = (name: string) => method(name, [], [`${hcldec}.ObjectSpec`]);
const configure = (name: string) => method(name, ['...any'], ['error']);

/** The methods that each kind of component must have (SDK packer/*.go). */
export const interfaces: Readonly<Record<Kind, readonly Required[]>> = {
	builder: [
		spec('ConfigSpec'),
		method('Prepare', ['...any'], ['[]string', '[]string', 'error']),
		method('Run', ['context.Context', `${sdk}.Ui`, `${sdk}.Hook`], [`${sdk}.Artifact`, 'error']),
	],
	provisioner: [
		spec('ConfigSpec'),
		configure('Prepare'),
		method('Provision', ['context.Context', `${sdk}.Ui`, `${sdk}.Communicator`, 'map[string]any'], ['error']),
	],
	'post-processor': [
		spec('ConfigSpec'),
		configure('Configure'),
		method('PostProcess', ['context.Context', `${sdk}.Ui`, `${sdk}.Artifact`], [`${sdk}.Artifact`, 'bool', 'bool', 'error']),
	],
	datasource: [spec('ConfigSpec'), configure('Configure'), spec('OutputSpec'), method('Execute', [], [`${cty}.Value`, 'error'])],
};

/** The name of each kind's interface in the SDK's package packer. */
export const interfaceNames: Readonly<Record<Kind, string>> = {
	builder: 'Builder',
	provisioner: 'Provisioner',
	'post-processor': 'PostProcessor',
	datasource: 'Datasource',
};

/** The methods that a component's type certainly lacks; empty if it embeds an unknown type. */
export const missingMethods = (read: Read, { kind, implementation }: Component): readonly Required[] =>
	implementation
		? interfaces[kind].filter(({ name }) => {
				const { method, unknown } = methodNamed(read, implementation, name);
				return !method && !unknown;
			})
		: [];

/** The methods of a component's type that certainly have another signature than its interface asks for. */
export const wrongMethods = (
	read: Read,
	{ kind, implementation }: Component,
): ReadonlyArray<{ readonly required: Required; readonly found: Declared<GoFunction> }> =>
	implementation
		? interfaces[kind].flatMap(required => {
				const found = methodNamed(read, implementation, required.name).method;
				return found && differs(read, found, required) ? [{ required, found }] : [];
			})
		: [];

function differs(read: Read, { path, value }: Declared<GoFunction>, { parameters, results }: Required): boolean {
	const signature = signatureOf(value);
	if (!signature || read(goFile, path)?.imports.some(i => i.name === '.')) return false;
	const all = [...signature.parameters, ...signature.results];
	const written = all.map(({ type }) => withPaths(read, path, type));
	if (written.includes(undefined)) return false;
	return (
		signature.parameters.length !== parameters.length ||
		signature.results.length !== results.length ||
		[...parameters, ...results].some((type, i) => type !== written[i])
	);
}

const predeclared = /^(?:any|bool|byte|error|float(?:32|64)|u?int(?:8|16|32|64)?|rune|string|uintptr)$/;
const known = new Set([sdk, hcldec, cty, 'context']);

/** A type with the paths of packages instead of their names; undefined if a name in it cannot be resolved. */
function withPaths(read: Read, path: string, type: TypeExpression): string | undefined {
	const inner = (of: TypeExpression) => withPaths(read, path, of);
	const prefixed = (prefix: string, of: string | undefined) => (of === undefined ? undefined : `${prefix}${of}`);
	switch (type.kind) {
		case 'pointer':
			return prefixed('*', inner(type.element));
		case 'slice':
			return prefixed(type.variadic ? '...' : '[]', inner(type.element));
		case 'array':
			return prefixed(`[${type.length}]`, inner(type.element));
		case 'map': {
			const key = inner(type.key);
			return key === undefined ? undefined : prefixed(`map[${key}]`, inner(type.element));
		}
		case 'interface':
			return /^interface\s*\{\s*\}$/.test(type.text) ? 'any' : undefined;
		case 'name': {
			if (type.qualifier === undefined) return predeclared.test(type.name) ? type.name : undefined;
			const found = denotedType(read, path, type);
			return found?.kind === 'package' && found.path !== undefined && known.has(found.path) ? `${found.path}.${type.name}` : undefined;
		}
		default:
			return undefined;
	}
}

/** A required method as it is written, with the packages' own names. */
export const written = ({ name, parameters, results }: Required): string => {
	const list = results.map(brief);
	return `${name}(${parameters.map(brief).join(', ')}) ${list.length === 1 ? list[0] : `(${list.join(', ')})`}`;
};

const brief = (type: string) =>
	type
		.replace(/[\w.\-/]+\/(?=\w+\.)/g, '')
		.replace(/\bpacker\./, 'packersdk.')
		.replace(/\bany\b/, 'interface{}');
