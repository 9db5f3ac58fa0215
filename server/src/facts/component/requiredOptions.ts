import { type Attribute, attributesOf, tagOf } from '../config/fields';
import { configStructs } from '../config/structs';
import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { type Scope, scopesIn } from '../go/body';
import { isBroken } from '../go/broken';
import { scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { denoted, exprAt } from '../go/resolve';
import { goSources, isHcl2Spec } from '../go/sources';
import { named, partsOf, symbol } from '../go/symbols';
import { calledBy, typeOf } from '../go/typeOf';
import { declarationOf, fieldNamed } from '../go/types';
import type { Kind } from '../plugin/registrations';
import { isUnseen } from './fieldUses';
import { preparing } from './preparing';

/** A required option of a component that nothing checks before the component runs. */
export interface Unchecked {
	readonly attribute: Attribute;
	readonly kind: Kind;
}

/** The options tagged as required that nothing looks at before the component runs, and nothing compares later; those of one struct together. */
export const uncheckedOptions: Fact<ReadonlyArray<readonly Unchecked[]>> = read => {
	const found = new Map<string, Map<string, Unchecked>>();
	for (const { component, role, type } of read(configStructs)) {
		if (role !== 'config') continue;
		for (const attribute of attributesOf(read, type)) {
			if (!isRequired(read, attribute) || isChecked(read, attribute)) continue;
			const key = named(attribute.struct.dir, attribute.struct.type);
			found.set(key, (found.get(key) ?? new Map()).set(attribute.field, { attribute, kind: component.kind }));
		}
	}
	// The check may stand in any file, also in one that cannot be read just now.
	return found.size > 0 && read(goSources).some(path => read(isBroken, path)) ? [] : [...found.values()].map(of => [...of.values()]);
};

function isRequired(read: Read, { struct, field, type }: Attribute): boolean {
	// A number may be meant to be 0, and a struct has options of its own.
	if (!/^(?:string|\[\]string|map\[string\]string)$/.test(type)) return false;
	const declared = declarationOf(read, struct)?.fields?.find(({ names }) => names.includes(field));
	return declared !== undefined && tagOf(declared, 'required') === 'true';
}

const isChecked = (read: Read, { name, field, struct }: Attribute): boolean =>
	!isUnseen(read, struct, field) ||
	read(goSources).some(path => read(speaksOf, symbol(path, name)) || read(isGivenAway, symbol(path, field))) ||
	read(filesIn, struct.dir).some(file => isHcl2Spec(file) && read(requires, symbol(struct.dir === '' ? file : `${struct.dir}/${file}`, name)));

/** Whether a text in a Go file (`symbol(path, option)`) says of an option that it must be set, or is just its name: it may be looked up by that. */
const speaksOf: Fact<boolean, string> = (read, key) => {
	const { path, decl: name } = partsOf(key);
	if (!read(text, path)?.includes(name) || read(goFile, path)?.generated) return false; // its bodies need not be read
	const word = new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\w)`);
	return scopesIn(read, path).some(({ body }) =>
		body.exprs.some(
			expr => expr.op === 'literal' && expr.kind === 'string' && (expr.value === name || (word.test(expr.value) && aboutMissing.test(expr.value))),
		),
	);
};

const aboutMissing = /requir|must|missing|empty|blank|specif|need|provid|\bset\b|invalid|mandatory/i;

/** Whether an hcl2spec file (`symbol(path, option)`) says that an option is required, so that Packer checks it. */
const requires: Fact<boolean, string> = (read, key) => {
	const { path, decl: name } = partsOf(key);
	const line = (read(text, path) ?? '').split('\n').find(line => line.includes(`Name: "${name}"`));
	return /Required:\s*true/.test(line ?? '');
};

/** Whether a function in a file that runs before the component does gives all options to somebody who may look at a field (`symbol(path, field)`): to a validator. */
const isGivenAway: Fact<boolean, string> = (read, key) => {
	const { path, decl: field } = partsOf(key);
	return read(preparing).some(one => one.path === path && givesAway(read, scopeAt(read, one), field));
};

function givesAway(read: Read, scope: Scope, field: string): boolean {
	return scope.body.calls.some(x => {
		const call = exprAt(scope, x);
		if (call.op !== 'call' || calledBy(read, scope, x) !== undefined) return false;
		const fn = denoted(read, scope, call.fn);
		if (fn?.kind === 'package' && (fn.name === 'Decode' || fn.path === 'fmt' || fn.path === 'log')) return false;
		return call.args.some(argument => {
			const type = typeOf(read, scope, argument);
			return type !== undefined && fieldNamed(read, type, field) !== undefined;
		});
	});
}
