import type { Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { directivePlace } from '../../facts/generated/directives';
import { placeOf as placeOfExpression, type Scope, scopeOf, scopesIn } from '../../facts/go/body';
import { goFile } from '../../facts/go/file';
import { print, printType } from '../../facts/go/print';
import { readBody } from '../../syntax/go/body/read';
import { type GoFile, nodes } from '../../syntax/go/file';
import { at } from '../../text/place';
import { placeOf } from '../go/origin';
import { expectedHcl2Spec, type Hcl2Spec } from '../hcl2spec/file';
import { notFound } from '../hcl2spec/flatType';
import type { Generated } from './generated';
import type { Reason } from './reason';

/** In what a hcl2spec file that is missing or stale differs from what it is to be: which structs and fields. */
export function hcl2SpecReasons(read: Read, { source, state }: Generated): readonly Reason[] {
	const spec = read(expectedHcl2Spec, source);
	if (!spec) return [];
	if (state === 'missing') return [{ kind: 'struct-absent', place: directivePlace(spec.directive) }];
	const file = read(goFile, spec.path);
	return file ? compare(read, spec, file) : [];
}

function compare(read: Read, spec: Hcl2Spec, file: GoFile): Reason[] {
	const reasons = spec.structs.flatMap(({ name, fields }) => compareStruct(read, spec, file, name, fields));
	const byHand = handMade(read, spec.path);
	const expected = new Set(spec.structs.map(({ name }) => `Flat${name}`));
	for (const type of file.types) {
		if (/^Flat\p{Lu}/u.test(type.name) && !expected.has(type.name))
			reasons.push({ kind: 'field-extra', struct: type.name.slice(4), place: at(spec.path, nodes.type.name, type.decl) });
	}
	if (reasons.length + byHand.length > 0) return [...reasons, ...byHand];
	return [{ kind: 'text', place: { path: spec.path } }];
}

type Fields = Hcl2Spec['structs'][number]['fields'];

function compareStruct(read: Read, spec: Hcl2Spec, file: GoFile, name: string, fields: Fields): Reason[] {
	const directive = () => directivePlace(spec.directive);
	const type = file.types.find(t => t.name === `Flat${name}`);
	if (!type?.fields) return [{ kind: 'struct-absent', struct: name, place: directive() }];
	const there = new Map(type.fields.flatMap(field => field.names.map(name => [name, field] as const)));
	const specs = specsOf(read, spec.path, `Flat${name}`);
	const reasons: Reason[] = [];
	const about = (field: Fields[number], kind: Reason['kind']) =>
		reasons.push({ kind, struct: name, fields: [field.accessor], place: field.origin ? placeOf(read, field.origin) : directive() });
	for (const field of fields) {
		const actual = there.get(field.name);
		there.delete(field.name);
		const value = specs.get(field.accessor);
		if (!actual && value === undefined) about(field, 'field-missing');
		else if (!actual || actual.type !== field.type || value === undefined || (value !== plain(field.spec) && !isHandMade(value))) about(field, 'field-changed');
		else if (actual.tag !== field.tag) about(field, 'tag-changed');
	}
	for (const [extra, field] of there) reasons.push({ kind: 'field-extra', struct: name, fields: [extra], place: at(spec.path, field.node, type.decl) });
	return reasons;
}

/** The specs by attribute in the `HCL2Spec` method of a type, white space and comments aside. */
function specsOf(read: Read, path: string, type: string): Map<string, string> {
	const scope = scopeOf(read, path, `${type}.HCL2Spec`);
	return new Map(scope ? specsIn(scope).map(({ attribute, x }) => [attribute, print(scope.body, x)]) : []);
}

/** The entries of the maps of specs in a body. */
function specsIn({ body }: Scope): ReadonlyArray<{ readonly attribute: string; readonly x: number }> {
	return body.exprs.flatMap(expr => {
		if (expr.op !== 'composite' || expr.type === undefined || printType(expr.type) !== 'map[string]hcldec.Spec') return [];
		return expr.entries.flatMap(([key, x]) => {
			const name = key === undefined ? undefined : body.exprs[key];
			return name?.op === 'literal' ? [{ attribute: name.value, x }] : [];
		});
	});
}

/** A spec in the form in which those of a file are compared. */
function plain(spec: string): string {
	const { body } = readBody(`_ = ${spec.replace(notFound, '')}`, 'var');
	const [assigned] = body.statements;
	const value = assigned?.kind === 'assign' ? assigned.values[0] : undefined;
	return value === undefined ? spec : print(body, value);
}

/** What packer-sdc never writes: a required attribute, a default, or another wrapper around a spec. */
const isHandMade = (spec: string) =>
	/Required:\s*true|hcldec\.(?:Default|Literal|Transform|Refine|Validate|Attrs|BlockAttrs|BlockMap|BlockObject|BlockSet|BlockTuple|Expr)\w*Spec\b/.test(spec);

function handMade(read: Read, path: string): Reason[] {
	const reasons: Reason[] = scopesIn(read, path).flatMap(scope =>
		specsIn(scope)
			.filter(({ x }) => isHandMade(print(scope.body, x)))
			.map(({ attribute, x }) => ({ kind: 'by-hand' as const, fields: [attribute], place: placeOfExpression(scope, x) })),
	);
	const source = read(text, path) ?? '';
	if (!/^\/\/ Code generated by "(?:packer-sdc )?mapstructure-to-hcl2\b.*"; DO NOT EDIT\.\r?$/m.test(source))
		reasons.push({ kind: 'by-hand', place: { path } });
	return reasons;
}
