import type { GoReturn } from '../../syntax/go/file';
import type { Read } from '../core/database';
import { goFile } from '../go/go';
import { methodNamed, resolveType, type TypeRef, typeOf } from '../go/types';
import type { Scope } from '../go/values';
import type { Component } from '../plugin/components';

/** What a component's `ConfigSpec` or `OutputSpec` returns. */
export interface SpecOf {
	readonly path: string;
	/** The name of the receiver in the method, where it has one. */
	readonly receiver?: string;
	readonly returned: GoReturn;
	/** `flat`: that of a struct's generated Flat type; `written`: a spec written by hand; `unknown`: something else. */
	readonly how: 'flat' | 'written' | 'unknown';
	/** The struct, where it is one of this module. */
	readonly type?: TypeRef;
}

/** What the method of this name returns; undefined where the component's type has none in this module, or it returns in several places. */
export function specOf(read: Read, { implementation }: Component, name: 'ConfigSpec' | 'OutputSpec'): SpecOf | undefined {
	const { method } = implementation ? methodNamed(read, implementation, name) : {};
	const file = method && read(goFile, method.path);
	if (!method || !file) return undefined;
	const within = file.functions.findIndex(f => f.node === method.value.node);
	const [returned, ...more] = file.returns.filter(r => r.within === within);
	if (returned === undefined || more.length > 0) return undefined;
	const receiver = method.value.receiver?.name;
	const type = flattened(read, { path: method.path, file, within }, returned.values[0]?.text ?? '');
	return { path: method.path, ...(receiver === undefined ? {} : { receiver }), returned, ...type };
}

function flattened(read: Read, scope: Scope, source: string): Pick<SpecOf, 'how' | 'type'> {
	const struct = /^(.+)\.FlatMapstructure\(\)\.HCL2Spec\(\)$/s.exec(source)?.[1];
	if (struct !== undefined) return flat(typeOf(read, scope, struct));
	const [, qualifier = '', name] = /^\(?(?:\(\*|new\(|&)\s*(\w+\.)?Flat(\w+)\s*(?:\)|\{\s*\})+(?:\(nil\))?\.HCL2Spec\(\)$/.exec(source) ?? [];
	if (name !== undefined) return flat(resolveType(read, scope, `${qualifier}${name}`));
	return { how: /^(?:hcldec\.ObjectSpec|map\[string\]hcldec\.Spec)\s*\{/.test(source) ? 'written' : 'unknown' };
}

const flat = (type: TypeRef | undefined): Pick<SpecOf, 'how' | 'type'> => ({ how: 'flat', ...(type ? { type } : {}) });
