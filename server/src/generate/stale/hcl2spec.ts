import type { Fact } from '../../facts/database';
import { text } from '../../facts/files';
import { isGitIgnored } from '../../facts/generated/ignored';
import { goComments, goFile } from '../../facts/go';
import type { GoFile } from '../../syntax/go/file';
import { fold } from '../../syntax/go/parameters';
import { at } from '../../text/place';
import { expectedHcl2Spec, type Hcl2Spec } from '../hcl2spec/file';
import { notFound } from '../hcl2spec/flat-type';
import { withNewlines } from '../webdocs/segments';
import type { Reason, Staleness } from './generated';

/** How the hcl2spec file of a Go file stands; empty where no directive makes one. */
export const hcl2SpecStaleness: Fact<Staleness, string> = (read, source) => {
	const spec = read(expectedHcl2Spec, source);
	if (!spec) return { files: [], unknown: [] };
	if (spec.text === undefined)
		return {
			files: [],
			unknown: spec.remarks.map(({ message, ...rest }) => ({
				path: spec.path,
				kind: 'hcl2spec',
				refused: spec.status === 'refused',
				reason: message,
				...rest,
			})),
		};
	const actual = read(text, spec.path);
	const state = actual === undefined ? 'missing' : withNewlines(actual) === spec.text ? 'same' : 'stale';
	const file = state === 'stale' ? read(goFile, spec.path) : undefined;
	const reasons =
		state === 'missing'
			? [{ kind: 'struct-absent' as const, place: at(source, spec.directive.node), message: `${spec.path} is not there` }]
			: file
				? compare(
						spec,
						file,
						(read(goComments, spec.path)?.all ?? []).map(comment => comment.text),
					)
				: [];
	return {
		files: [
			{ path: spec.path, kind: 'hcl2spec', state, ignored: read(isGitIgnored, spec.path), source, expected: spec.text, segments: [spec.text], actual, reasons },
		],
		unknown: [],
	};
};

function compare(spec: Hcl2Spec, file: GoFile, comments: readonly string[]): Reason[] {
	const reasons = spec.structs.flatMap(({ name, fields }) => compareStruct(spec, file, name, fields));
	const byHand = handMade(file, spec.path, comments);
	const expected = new Set(spec.structs.map(({ name }) => `Flat${name}`));
	for (const type of file.types) {
		if (/^Flat\p{Lu}/u.test(type.name) && !expected.has(type.name))
			reasons.push({ kind: 'field-extra', struct: type.name.slice(4), place: at(spec.path, type.node), message: `${type.name} is not generated any more` });
	}
	if (reasons.length + byHand.length > 0) return [...reasons, ...byHand];
	return [{ kind: 'text', place: { path: spec.path }, message: `${spec.path} says the same in another form` }];
}

type Fields = Hcl2Spec['structs'][number]['fields'];

function compareStruct(spec: Hcl2Spec, file: GoFile, name: string, fields: Fields): Reason[] {
	const type = file.types.find(t => t.name === `Flat${name}`);
	if (!type?.fields)
		return [{ kind: 'struct-absent', struct: name, place: at(spec.directive.path, spec.directive.node), message: `Flat${name} is not in ${spec.path}` }];
	const there = new Map(type.fields.flatMap(field => field.names.map(({ text }) => [text, field] as const)));
	const specs = specsOf(file, `Flat${name}`);
	const reasons: Reason[] = [];
	const about = (field: Fields[number], kind: Reason['kind'], message: string) =>
		reasons.push({ kind, struct: name, fields: [field.accessor], place: field.place ?? at(spec.directive.path, spec.directive.node), message });
	for (const field of fields) {
		const actual = there.get(field.name);
		there.delete(field.name);
		const value = specs.get(field.accessor);
		if (!actual && value === undefined) about(field, 'field-missing', `“${field.accessor}” is not in ${spec.path}`);
		else if (!actual || actual.type.text !== field.type || value === undefined || (value !== plain(field.spec) && !isHandMade(value)))
			about(field, 'field-changed', `“${field.accessor}” is another in ${spec.path}`);
		else if (actual.tag?.value !== field.tag) about(field, 'tag-changed', `the tag of “${field.accessor}” is another in ${spec.path}`);
	}
	for (const [extra, field] of there)
		reasons.push({ kind: 'field-extra', struct: name, fields: [extra], place: at(spec.path, field.node), message: `${name} has no field ${extra}` });
	return reasons;
}

/** The specs by attribute in the `HCL2Spec` method of a type, white space and comments aside. */
function specsOf(file: GoFile, type: string): Map<string, string> {
	const method = file.functions.findIndex(f => f.name === 'HCL2Spec' && f.receiver?.type === type);
	const entries = file.literals.filter(l => l.within === method && l.type.text === 'map[string]hcldec.Spec').flatMap(l => l.entries);
	return new Map(entries.map(({ key, value }) => [key.text.slice(1, -1), plain(value.text)]));
}

const plain = (spec: string) => fold(spec.replace(notFound, ''));

/** What packer-sdc never writes: a required attribute, a default, or another wrapper around a spec. */
const isHandMade = (spec: string) =>
	/Required:\s*true|hcldec\.(?:Default|Literal|Transform|Refine|Validate|Attrs|BlockAttrs|BlockMap|BlockObject|BlockSet|BlockTuple|Expr)\w*Spec\b/.test(spec);

function handMade(file: GoFile, path: string, comments: readonly string[]): Reason[] {
	const entries = file.literals.filter(l => l.type.text === 'map[string]hcldec.Spec').flatMap(l => l.entries);
	const reasons: Reason[] = entries
		.filter(({ value }) => isHandMade(value.text))
		.map(({ key, value }) => ({
			kind: 'by-hand',
			fields: [key.text.slice(1, -1)],
			place: at(path, value.node),
			message: `the spec of ${key.text} is not one that packer-sdc writes`,
		}));
	if (!comments.some(comment => /^\/\/ Code generated by "(?:packer-sdc )?mapstructure-to-hcl2\b.*"; DO NOT EDIT\.$/.test(comment)))
		reasons.push({ kind: 'by-hand', place: { path }, message: 'the line “Code generated by …” is gone' });
	return reasons;
}
