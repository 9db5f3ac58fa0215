import type { GoCall } from '../../syntax/go/file';
import type { Fact, Read } from '../core/database';
import { goFile } from '../go/go';
import { functionNamed, importedAs, named } from '../go/packages';
import { lookUp, methodNamed, type TypeRef, typeOf } from '../go/types';
import type { Scope } from '../go/values';
import type { Component } from '../plugin/components';
import { coreModule, sdkModule } from '../plugin/module';

/** The call of `config.Decode` by which a component reads its configuration. */
export interface Decoding {
	/** The file, the index of the function, and the call. */
	readonly path: string;
	readonly within: number;
	readonly call: GoCall;
	/** What is decoded into, as written without `&`: `b.config`. */
	readonly target: string;
	/** Its type; undefined where that is not a struct of this module. */
	readonly type?: TypeRef;
}

/** The packages with `Decode`: the SDK's, and Packer's own from before there was an SDK. */
const decoders = [`${sdkModule}/template/config`, `${coreModule}/helper/config`];

/** The method in which each kind of component is given its configuration. */
export const entrances = { builder: 'Prepare', provisioner: 'Prepare', 'post-processor': 'Configure', datasource: 'Configure' } as const;

/** How a type (`named(dir, type)`) with a method `Prepare` or `Configure` decodes its configuration: there, or in what that calls with its arguments. */
export const decodingOf = (read: Read, { kind, implementation }: Component): Decoding | undefined => {
	const { method } = implementation ? methodNamed(read, implementation, entrances[kind]) : {};
	return method && read(decodingIn, `${method.path}\0${method.value.node}`);
};

/** The decoding that a function does (`path\0node of its name`), itself or through functions of this module that it gives its last argument. */
const decodingIn: Fact<Decoding | undefined, string> = (read, key) => {
	const [path, node] = key.split('\0', 2) as [string, string];
	const file = read(goFile, path);
	const within = file?.functions.findIndex(f => f.node === Number(node)) ?? -1;
	return file && search(read, { path, file, within }, 0);
};

function search(read: Read, scope: Scope, depth: number): Decoding | undefined {
	const own = scope.file.functions[scope.within];
	const raws = own?.parameters.at(-1)?.name;
	if (own === undefined || raws === undefined || depth > 3) return undefined;
	const calls = scope.file.calls.filter(c => c.within === scope.within);
	for (const call of calls) {
		const qualifier = /^(\w+)\.Decode$/.exec(call.callee.text)?.[1];
		const [target] = call.arguments;
		if (!target || qualifier === undefined || !decoders.includes(importedAs(read, scope.file, qualifier)?.path ?? '')) continue;
		const type = typeOf(read, scope, target.text);
		return { path: scope.path, within: scope.within, call, target: target.text.replace(/^&/, ''), ...(type ? { type } : {}) };
	}
	const given = new RegExp(`^${raws}(?:\\.\\.\\.)?$`);
	for (const call of calls) {
		const next = call.arguments.some(a => given.test(a.text)) ? called(read, scope, call) : undefined;
		const found = next && search(read, next, depth + 1);
		if (found) return found;
	}
	return undefined;
}

/** The function of this module that a call calls. */
function called(read: Read, scope: Scope, { callee }: GoCall): Scope | undefined {
	const dot = callee.text.lastIndexOf('.');
	const on = dot === -1 ? undefined : typeOf(read, scope, callee.text.slice(0, dot));
	const plain = on === undefined && /^\w+(?:\.\w+)?$/.test(callee.text) ? lookUp(read, scope, callee.text) : undefined;
	const found = on ? methodNamed(read, on, callee.text.slice(dot + 1)).method : plain && read(functionNamed, named(plain.dir, plain.name));
	const file = found && read(goFile, found.path);
	return file && { path: found.path, file, within: file.functions.findIndex(f => f.node === found.value.node) };
}
