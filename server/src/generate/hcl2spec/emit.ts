import type { Resolver } from '../go/resolver';
import type { Generator } from '../version';
import { alignEntries, alignFields } from './align';
import { notFound, specOf } from './flatType';
import { Imports } from './imports';
import type { FlatField } from './steps';

/** A struct to write: its name and its flattened fields. */
export interface FlatStruct {
	readonly name: string;
	readonly fields: readonly FlatField[];
}

/** A flattened field as a generated file has it. */
export interface WrittenField {
	readonly name: string;
	readonly type: string;
	readonly tag: string;
	readonly accessor: string;
	readonly spec: string;
}

/** What packer-sdc writes: the file's text and its fields by struct; or why that does not compile. */
export type Emitted = { readonly text: string; readonly structs: ReadonlyMap<string, readonly WrittenField[]> } | { readonly problem: string };

/** The text of a hcl2spec file (SDK mapstructure-to-hcl2 Run, then goimports). */
export function emit(
	resolver: Resolver,
	generator: Generator,
	header: string,
	package_: { readonly name: string; readonly path: string },
	structs: readonly FlatStruct[],
): Emitted {
	const imports = new Imports(
		package_.path,
		structs.flatMap(({ fields }) => fields.map(({ type }) => type)),
	);
	const written = new Map<string, readonly WrittenField[]>();
	for (const { name, fields } of structs) {
		const out: WrittenField[] = [];
		for (const field of fields) {
			const one = write(resolver, generator, imports, field);
			if ('problem' in one) return one;
			out.push(one);
		}
		written.set(name, out);
	}
	if (imports.problem !== undefined) return { problem: imports.problem };
	const body = [...written].map(([name, fields]) => structText(name, fields)).join('');
	const declaration = imports.declaration(body);
	return { structs: written, text: `${header}package ${package_.name}\n${declaration === '' ? '' : `\n${declaration}`}${body}` };
}

function write(
	resolver: Resolver,
	generator: Generator,
	imports: Imports,
	{ name, type, tag, selfDefined, accessor }: FlatField,
): WrittenField | { problem: string } {
	if (tag === undefined || !/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/.test(accessor))
		return { problem: `the tag of ${name} has characters whose quoting is not supported` };
	if (imports.isNamedIn(tag)) return { problem: `the tag of ${name} names a package, which packer-sdc shortens there too` };
	const printed = imports.print(type);
	const spec = selfDefined ? `(&${printed}{}).HCL2Spec()` : specOf(resolver, generator.unaliases, accessor, type, imports.print)?.text;
	if (spec === undefined) return { problem: `${name} has a type that points to itself, at which packer-sdc never ends` };
	if (/Nested: \}/.test(spec))
		return { problem: `${name} is a list whose elements are neither structs nor basic types, for which packer-sdc writes invalid Go` };
	if (selfDefined && /^\*|[[\]{}]/.test(printed)) return { problem: `${name} is self-defined, but its type has no composite literal` };
	return { name, type: printed, tag, accessor, spec };
}

function structText(name: string, fields: readonly WrittenField[]): string {
	const flat = `Flat${name}`;
	const rows = alignFields(fields.map(field => [field.name, field.type, `\`${field.tag}\``] as const));
	const entries = alignEntries(
		fields.map(({ accessor, spec }) => ({
			key: `"${accessor}"`,
			value: spec.replace(notFound, ''),
			...(spec.endsWith(notFound) ? { comment: notFound } : {}),
		})),
	);
	const map = entries.length === 0 ? '{}' : `{\n${lines(entries)}\t}`;
	return `
// ${flat} is an auto-generated flat version of ${name}.
// Where the contents of a field with a \`mapstructure:,squash\` tag are bubbled up.
type ${flat} struct {
${lines(rows)}}

// FlatMapstructure returns a new ${flat}.
// ${flat} is an auto-generated flat version of ${name}.
// Where the contents a fields with a \`mapstructure:,squash\` tag are bubbled up.
func (*${name}) FlatMapstructure() interface{ HCL2Spec() map[string]hcldec.Spec } {
	return new(${flat})
}

// HCL2Spec returns the hcl spec of a ${name}.
// This spec is used by HCL to read the fields of ${name}.
// The decoded values from this spec will then be applied to a ${flat}.
func (*${flat}) HCL2Spec() map[string]hcldec.Spec {
	s := map[string]hcldec.Spec${map}
	return s
}
`;
}

const lines = (rows: readonly string[]) => rows.map(row => `${row}\n`).join('');
