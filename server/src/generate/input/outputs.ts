import { configStructs } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
import { callsTo, scopeAt } from '../../facts/go/calls';
import { goFile } from '../../facts/go/file';
import { exprAt, selected } from '../../facts/go/resolve';
import { named } from '../../facts/go/symbols';
import { tagging } from '../../facts/go/tagging';
import { typeOf } from '../../facts/go/typeOf';
import type { GoField } from '../../syntax/go/file';
import type { Edit } from '../../text/edit';
import { declaredField } from './declared';
import { respecifying } from './editing';
import { type Judged, judged, judgedKey } from './judged';
import { type Made, madeStructs } from './made';

/** A struct that a data source converts into what HCL reads, and its fields without a `mapstructure` tag. */
export interface Output {
	readonly made: Made;
	readonly untagged: ReadonlyArray<Pick<Judged, 'name' | 'accessor' | 'origin'>>;
}

/** The structs that data sources convert with the SDK's `HCL2ValueFromConfig`, which takes the keys of mapstructure and the HCL2 spec together. */
export const outputs: Fact<readonly Output[]> = read => {
	const converted = new Set(
		read(callsTo, selected('HCL2ValueFromConfig')).flatMap(at => {
			const scope = scopeAt(read, at);
			const call = exprAt(scope, at.x);
			const [given] = call.op === 'call' ? call.args : [];
			const type = given === undefined ? undefined : typeOf(read, scope, given);
			return type ? [named(type.dir, type.type)] : [];
		}),
	);
	const given = new Set(read(configStructs).flatMap(({ role, type }) => (role === 'output' ? [named(type.dir, type.type)] : [])));
	return read(madeStructs).flatMap(made => {
		const key = named(made.dir, made.name);
		return converted.has(key) && given.has(key) ? [{ made, untagged: read(judged, judgedKey(made)).untagged }] : [];
	});
};

/** The edits that tag fields of one struct with the names of their attributes, and the hcl2spec files with those tags. For fixes only. */
export function namingFields(read: Read, fields: Output['untagged']): readonly Edit[] {
	const [first] = fields;
	const type = first && read(goFile, first.origin.path)?.types.find(({ name }) => name === first.origin.type);
	if (first === undefined || type === undefined) return [];
	const tags = new Map<GoField, string>();
	for (const { origin, name, accessor } of fields) {
		const found = declaredField(read, origin, name)?.field;
		if (found === undefined || found.names.length !== 1 || found.tag !== undefined) return [];
		tags.set(found, `mapstructure:"${accessor}"`);
	}
	const edits = tagging(read, first.origin.path, type, tags);
	const isOne = ({ path, type, field }: Judged['origin']) =>
		fields.some(({ origin }) => origin.path === path && origin.type === type && origin.field === field);
	const tagged = (accessor: string) => ['mapstructure', 'cty', 'hcl'].map(key => `${key}:"${accessor}"`).join(' ');
	return edits ? [...edits, ...respecifying(read, field => (field.origin && isOne(field.origin) ? { ...field, tag: tagged(field.accessor) } : field))] : [];
}
