import type { GoFile } from '../syntax/go/file';
import { at, type Place } from '../text/place';
import type { Fact, Read } from './database';
import { goFile } from './go';
import { identity } from './identity';
import { functionNamed, importedAs, named, typeNamed } from './packages';
import { dirname } from './paths';
import { type Kind, type Registration, registrations } from './registrations';

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

function implementationOf(read: Read, { path, value }: Registration): Implementation | undefined {
	const file = read(goFile, path);
	return file && ofExpression(read, path, file, value.text, 0);
}

/** Follows `new(p.T)`, `&p.T{…}`, `p.NewT(…)`, and a variable that holds one of them. */
function ofExpression(read: Read, path: string, file: GoFile, expression: string, depth: number): Implementation | undefined {
	if (depth > 4) return undefined;
	const type = /^new\(\s*([\w.]+)(?:\[.*\])?\s*\)$/.exec(expression)?.[1] ?? /^\(?&?\s*([\w.]+)(?:\[.*\])?\s*\{/s.exec(expression)?.[1];
	if (type !== undefined) return ofType(read, path, file, type, depth);
	const call = /^([\w.]+)\(/.exec(expression)?.[1];
	if (call !== undefined) {
		const made = lookUp(read, path, file, call);
		const found = made && read(functionNamed, named(made.dir, made.name));
		if (!found) return undefined;
		const target = read(goFile, found.path);
		const index = target?.functions.findIndex(f => f.name === found.value.name && f.receiver === undefined) ?? -1;
		const result = found.value.results[0]?.type.replace(/^\*/, '');
		const declared = target && result !== undefined ? ofType(read, found.path, target, result, depth + 1) : undefined;
		const returned = target?.returns.find(r => r.within === index)?.values[0]?.text;
		return declared ?? (target && returned !== undefined ? ofExpression(read, found.path, target, returned, depth + 1) : undefined);
	}
	const variable = /^&?(\w+)$/.exec(expression)?.[1];
	for (const { names, values, type } of file.bindings) {
		const index = names.findIndex(n => n.text === variable);
		if (index === -1) continue;
		if (values[index]) return ofExpression(read, path, file, values[index].text, depth + 1);
		if (type !== undefined) return ofType(read, path, file, type.replace(/^\*/, ''), depth);
	}
	return undefined;
}

function ofType(read: Read, path: string, file: GoFile, type: string, depth: number): Implementation | undefined {
	const where = lookUp(read, path, file, type);
	const found = where && read(typeNamed, named(where.dir, where.name));
	if (!found || found.value.type.text === 'interface') return undefined;
	const target = read(goFile, found.path);
	if (found.value.alias && target && depth < 4) return ofType(read, found.path, target, found.value.type.text, depth + 1);
	return { path: found.path, dir: dirname(found.path), type: found.value.name, place: at(found.path, found.value.node) };
}

/** The directory in this module and the name that a possibly qualified name means in a file. */
function lookUp(read: Read, path: string, file: GoFile, name: string): { dir: string; name: string } | undefined {
	const [first, second] = name.split('.') as [string, string?];
	if (second === undefined) return { dir: dirname(path), name: first };
	const dir = importedAs(read, file, first)?.dir;
	return dir === undefined ? undefined : { dir, name: second };
}
