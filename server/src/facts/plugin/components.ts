import type { Fact, Read } from '../core/database';
import { goFile } from '../go/go';
import { functionNamed, named } from '../go/packages';
import { lookUp, resolveType, type TypeRef } from '../go/types';
import { boundTo, type Scope } from '../go/values';
import { identity } from './identity';
import { type Kind, type Registration, registrations } from './registrations';

/** The type that implements a component. */
export type Implementation = TypeRef;

/** A component of the plugin: what is registered, resolved to what implements it. */
export interface Component {
	readonly kind: Kind;
	/** As registered; `''` for plugin.DEFAULT_NAME. */
	readonly name: string;
	/** As a template writes it: `acme-ebs`, or `acme` for plugin.DEFAULT_NAME (Packer packer/plugin_discover.go). */
	readonly fullName: string;
	readonly registration: Registration;
	/** Undefined where the type is not in this module, or the expression is not one we follow. */
	readonly implementation?: Implementation;
}

/** The components whose names are known without running the plugin, in the order of their registration. */
export const components: Fact<readonly Component[]> = read =>
	read(registrations).flatMap(registration => {
		if (registration.name === undefined) return [];
		const implementation = implementationOf(read, registration);
		const plugin = read(identity).name;
		const fullName = registration.name === '' ? plugin : `${plugin}-${registration.name}`;
		return [{ kind: registration.kind, name: registration.name, fullName, registration, ...(implementation ? { implementation } : {}) }];
	});

function implementationOf(read: Read, { path, within, value }: Registration): Implementation | undefined {
	const file = read(goFile, path);
	return file && ofExpression(read, { path, file, within }, value.text, 0);
}

/** Follows `new(p.T)`, `&p.T{…}`, `p.NewT(…)`, and a variable that holds one of them. */
function ofExpression(read: Read, scope: Scope, expression: string, depth: number): Implementation | undefined {
	if (depth > 4) return undefined;
	const type = /^new\(\s*([\w.]+)(?:\[.*\])?\s*\)$/.exec(expression)?.[1] ?? /^\(?&?\s*([\w.]+)(?:\[.*\])?\s*\{/s.exec(expression)?.[1];
	if (type !== undefined) return resolveType(read, scope, type);
	const call = /^([\w.]+)\(/.exec(expression)?.[1];
	if (call !== undefined) return ofCall(read, scope, call, depth);
	const variable = /^&?(\w+(?:\.\w+)?)$/.exec(expression)?.[1];
	const found = variable === undefined ? undefined : boundTo(read, scope, variable);
	if (!found || found.binding.kind === 'range') return undefined;
	if (found.value) return ofExpression(read, found.scope, found.value.text, depth + 1);
	return found.binding.type === undefined ? undefined : resolveType(read, found.scope, found.binding.type);
}

/** What a function of this module makes: its result type, or where that is an interface, what it returns. */
function ofCall(read: Read, scope: Scope, callee: string, depth: number): Implementation | undefined {
	const made = lookUp(read, scope, callee);
	const found = made && read(functionNamed, named(made.dir, made.name));
	const file = found && read(goFile, found.path);
	if (!found || !file) return undefined;
	const within = file.functions.findIndex(f => f.node === found.value.node);
	const there: Scope = { path: found.path, file, within };
	const result = found.value.results[0]?.type;
	const declared = result === undefined ? undefined : resolveType(read, there, result);
	const returned = file.returns.filter(r => r.within === within && r.values[0]?.text !== 'nil').map(r => r.values[0]?.text);
	return declared ?? (returned.length === 1 && returned[0] !== undefined ? ofExpression(read, there, returned[0], depth + 1) : undefined);
}
