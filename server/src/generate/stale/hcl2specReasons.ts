import type { Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { dirname } from '../../facts/core/paths';
import { directivePlace } from '../../facts/generated/directives';
import { placeOf as placeOfExpression, scopesIn } from '../../facts/go/body';
import { goFile } from '../../facts/go/file';
import { typeNamed } from '../../facts/go/packages';
import { named } from '../../facts/go/symbols';
import { type GoFile, nodes } from '../../syntax/go/file';
import { at } from '../../text/place';
import { placeOf } from '../go/origin';
import { expectedHcl2Spec, type Hcl2Spec } from '../hcl2spec/file';
import { flatUse } from '../hcl2spec/flats';
import { lackingTypes } from '../hcl2spec/lacking';
import { withNewlines } from '../webdocs/segments';
import type { Generated } from './generated';
import { isHandMade, plain, specsIn, specsOf, textIn } from './hcl2specValues';
import type { Reason } from './reason';

/** In what a hcl2spec file that is missing or stale differs from what it should be, once its directive names all the structs that it must. */
export function hcl2SpecReasons(read: Read, { source, state, actual }: Generated): readonly Reason[] {
	const lacking = read(lackingTypes).find(one => one.source === source);
	const spec = lacking?.spec ?? read(expectedHcl2Spec, source);
	if (!spec || spec.text === undefined || (actual !== undefined && withNewlines(actual) === spec.text)) return [];
	if (state === 'missing') return [{ kind: 'struct-missing', place: directivePlace(spec.directive) }];
	const file = read(goFile, spec.path);
	const isLacking = (name: string | undefined) => lacking?.types.some(({ type }) => type.type === name);
	return file ? compare(read, spec, file).filter(({ kind, struct }) => kind !== 'struct-missing' || !isLacking(struct)) : [];
}

function compare(read: Read, spec: Hcl2Spec, file: GoFile): Reason[] {
	const reasons = [...spec.structs.flatMap(({ name, fields }) => compareStruct(read, spec, file, name, fields)), ...extraStructs(read, spec, file)];
	const byHand = handMade(read, spec.path);
	if (reasons.length + byHand.length > 0) return [...reasons, ...byHand];
	return [{ kind: isOlder(read(text, spec.path) ?? '') ? 'older' : 'text', place: { path: spec.path } }];
}

/** The Flat types of a file that it should not have: of a struct that is gone, which does not compile, or that no directive names. */
function extraStructs(read: Read, spec: Hcl2Spec, file: GoFile): Reason[] {
	const expected = new Set(spec.structs.map(({ name }) => `Flat${name}`));
	return file.types.flatMap(({ name, decl }): Reason[] => {
		if (!/^Flat./.test(name) || expected.has(name)) return [];
		const struct = name.slice('Flat'.length);
		const gone = read(typeNamed, named(dirname(spec.path), struct)) === undefined;
		return [{ kind: gone ? 'extra' : 'idle', struct, place: at(spec.path, nodes.type.name, decl) }];
	});
}

type Fields = Hcl2Spec['structs'][number]['fields'];

function compareStruct(read: Read, spec: Hcl2Spec, file: GoFile, name: string, fields: Fields): Reason[] {
	const directive = () => directivePlace(spec.directive);
	const type = file.types.find(t => t.name === `Flat${name}`);
	if (!type?.fields) {
		const used = read(flatUse, named(dirname(spec.path), name)) === 'used';
		return [{ kind: used ? 'struct-missing' : 'unneeded', struct: name, place: directive() }];
	}
	const there = new Map(type.fields.flatMap(field => field.names.map(name => [name, field] as const)));
	const byAccessor = new Map([...there].flatMap(([name, { tag }]) => accessorIn(tag).map(accessor => [accessor, name] as const)));
	const specs = specsOf(read, spec.path, `Flat${name}`);
	const reasons: Reason[] = [];
	const about = (field: Fields[number], kind: Reason['kind']) =>
		reasons.push({ kind, struct: name, fields: [field.accessor], place: field.origin ? placeOf(read, field.origin) : directive() });
	for (const field of fields) {
		const known = byAccessor.get(field.accessor) ?? field.name;
		const actual = there.get(known);
		there.delete(known);
		const value = specs.get(field.accessor);
		if (!actual && value === undefined) about(field, 'missing');
		else if (!actual || actual.type !== field.type || value === undefined || (value !== plain(field.spec) && !isHandMade(value))) about(field, 'changed');
		else if (actual.tag !== field.tag || known !== field.name) about(field, accessorIn(actual.tag)[0] === field.accessor ? 'cosmetic' : 'changed');
	}
	for (const [extra, field] of there)
		reasons.push({ kind: 'extra', struct: name, fields: [accessorIn(field.tag)[0] ?? extra], place: at(spec.path, field.node, type.decl) });
	return reasons;
}

/** The name of an attribute by which HCL reads a field. */
const accessorIn = (tag = ''): readonly string[] => /(?:^|\s)cty:"([^",]*)/.exec(tag)?.slice(1, 2) ?? [];

function handMade(read: Read, path: string): Reason[] {
	const reasons: Reason[] = scopesIn(read, path).flatMap(scope =>
		specsIn(scope)
			.filter(({ x }) => isHandMade(textIn(scope, x)))
			.map(({ attribute, x }) => ({ kind: 'by-hand' as const, fields: [attribute], place: placeOfExpression(scope, x) })),
	);
	return hasHeader(read(text, path) ?? '') ? reasons : [...reasons, { kind: 'by-hand', place: { path } }];
}

/** Whether a file has the line of packer-sdc, or of the program of its own from before it, which repeats its arguments. */
const hasHeader = (source: string) => /^\/\/ Code generated by "(?:packer-sdc )?mapstructure-to-hcl2\b.*"; DO NOT EDIT\.\r?$/m.test(source);

/** Whether a file has the line of the older program. */
const isOlder = (source: string) => /^\/\/ Code generated by "mapstructure-to-hcl2\b/m.test(source);
