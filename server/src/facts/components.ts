import { at, type Place } from '../text/place';
import type { Fact, Read } from './database';
import { goFile } from './go';
import { identity } from './identity';
import { functionNamed, importedAs, named, typeNamed } from './packages';
import { dirname } from './paths';
import { type Kind, type Registration, registrations } from './registrations';
import { boundTo, type Scope } from './values';

/** The type that implements a component. */
export interface Implementation {
	readonly path: string;
	/** The directory of its package, and its name there. */
	readonly dir: string;
	readonly type: string;
	/** The name in its declaration. */
	readonly place: Place;
}

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
	if (type !== undefined) return ofType(read, scope, type, depth);
	const call = /^([\w.]+)\(/.exec(expression)?.[1];
	if (call !== undefined) return ofCall(read, scope, call, depth);
	const variable = /^&?(\w+(?:\.\w+)?)$/.exec(expression)?.[1];
	const found = variable === undefined ? undefined : boundTo(read, scope, variable);
	if (!found || found.binding.kind === 'range') return undefined;
	if (found.value) return ofExpression(read, found.scope, found.value.text, depth + 1);
	return found.binding.type === undefined ? undefined : ofType(read, found.scope, found.binding.type.replace(/^\*/, ''), depth);
}

/** What a function of this module makes: its result type, or where that is an interface, what it returns. */
function ofCall(read: Read, scope: Scope, callee: string, depth: number): Implementation | undefined {
	const made = lookUp(read, scope, callee);
	const found = made && read(functionNamed, named(made.dir, made.name));
	const file = found && read(goFile, found.path);
	if (!found || !file) return undefined;
	const within = file.functions.findIndex(f => f.node === found.value.node);
	const there: Scope = { path: found.path, file, within };
	const result = found.value.results[0]?.type.replace(/^\*/, '');
	const declared = result === undefined ? undefined : ofType(read, there, result, depth + 1);
	const returned = file.returns.filter(r => r.within === within && r.values[0]?.text !== 'nil').map(r => r.values[0]?.text);
	return declared ?? (returned.length === 1 && returned[0] !== undefined ? ofExpression(read, there, returned[0], depth + 1) : undefined);
}

function ofType(read: Read, scope: Scope, type: string, depth: number): Implementation | undefined {
	const where = lookUp(read, scope, type);
	const found = where && read(typeNamed, named(where.dir, where.name));
	if (!found || found.value.type.text === 'interface') return undefined;
	const target = read(goFile, found.path);
	if (found.value.alias && target && depth < 4) return ofType(read, { path: found.path, file: target, within: -1 }, found.value.type.text, depth + 1);
	return { path: found.path, dir: dirname(found.path), type: found.value.name, place: at(found.path, found.value.node) };
}

/** The directory in this module and the name that a possibly qualified name means in a file. */
function lookUp(read: Read, { path, file }: Scope, name: string): { dir: string; name: string } | undefined {
	const [first, second] = name.split('.') as [string, string?];
	if (second === undefined) return { dir: dirname(path), name: first };
	const dir = importedAs(read, file, first)?.dir;
	return dir === undefined ? undefined : { dir, name: second };
}
