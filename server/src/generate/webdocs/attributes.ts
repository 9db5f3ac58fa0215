import { specOf } from '../../facts/config/specs';
import { configStructs } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
import { named } from '../../facts/go/symbols';
import type { TypeRef } from '../../facts/go/types';
import { components } from '../../facts/plugin/components';
import type { NamedType } from '../go/types';
import { leavesOf } from '../hcl2spec/leaves';
import type { FlatField } from '../hcl2spec/steps';
import { flatIn } from '../input/judge';
import { madeStructs } from '../input/made';

/** What a template can set of a component, as packer-sdc sees its configuration struct. */
export interface ComponentAttributes {
	/** The fields of the struct, squashed ones included. */
	readonly fields: readonly FlatField[];
	/** The names of all attributes and blocks, those within blocks and in the output of a data source included. */
	readonly names: readonly string[];
	/** Whether these are all: no type is unknown, and no field takes what the others do not. */
	readonly complete: boolean;
}

/** What templates can set of a component (`kind/name`); undefined where its spec is not that of a struct with a known generator. */
export const componentAttributes: Fact<ComponentAttributes | undefined, string> = (read, key) => {
	const [, kind, name] = /^(.*?)\/(.*)$/s.exec(key) ?? [];
	const component = read(components).find(one => one.kind === kind && one.name === name);
	const structs = read(configStructs).filter(one => one.component.kind === component?.kind && one.component.name === component.name);
	const config = structs.find(({ role }) => role === 'config')?.type;
	const spec = component && specOf(read, component, 'ConfigSpec');
	if (config === undefined || spec?.how !== 'flat' || spec.type?.dir !== config.dir || spec.type.type !== config.type) return undefined;
	const fields = fieldsOf(read, config);
	if (fields === undefined) return undefined;
	const output = structs.find(({ role }) => role === 'output')?.type;
	const outputs = output === undefined ? undefined : fieldsOf(read, output);
	const isWhole = fields.complete && (component?.kind !== 'datasource' || outputs?.complete === true);
	return { fields: fields.fields, names: [...new Set([...fields.names, ...(outputs?.names ?? [])])], complete: isWhole };
};

/** The names of what templates can set of a component (`kind/name`), without their types: most edits of a struct leave these as they are. */
export const attributeNames: Fact<Pick<ComponentAttributes, 'names' | 'complete'> | undefined, string> = (read, key) => {
	const known = read(componentAttributes, key);
	return known && { names: known.names, complete: known.complete };
};

/** The key of a component for `componentAttributes`. */
export const attributesKey = ({ kind, name }: { readonly kind: string; readonly name: string }): string => `${kind}/${name}`;

function fieldsOf(read: Read, { dir, type }: TypeRef): ComponentAttributes | undefined {
	const made = read(madeStructs).find(one => one.dir === dir && one.name === type);
	if (made === undefined) return undefined;
	const names = new Set<string>();
	const seen = new Set<string>();
	let complete = true;
	const walk = (struct: NamedType): readonly FlatField[] => {
		const key = named(struct.path, struct.name);
		if (seen.has(key)) return [];
		seen.add(key);
		const fields: FlatField[] = [];
		for (const leaf of leavesOf(read, made.generator.seesAliases, struct, new Set())) {
			if (!('field' in leaf)) complete = false;
			else {
				fields.push(leaf.field);
				names.add(leaf.field.accessor);
				if (/\bmapstructure:"[^"]*,remain\b/.test(leaf.field.tag ?? '') || leaf.field.selfDefined) complete = false;
				const block = flatIn(leaf.field.type);
				if (block) walk(block);
			}
		}
		return fields;
	};
	const fields = walk({ kind: 'named', path: made.path, package: '', name: made.name });
	return { fields, names: [...names], complete };
}
