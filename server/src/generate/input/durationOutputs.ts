import { attributesOf } from '../../facts/config/fields';
import { configStructs } from '../../facts/config/structs';
import type { Fact } from '../../facts/core/database';
import { denotedType } from '../../facts/go/resolve';
import { named } from '../../facts/go/symbols';
import { declarationOf } from '../../facts/go/types';
import { typeNode } from '../../syntax/go/file';
import { readType } from '../../syntax/go/type';
import { at, type Place } from '../../text/place';
import { outputs } from './outputs';

/** A field of a data source's output that is a `time.Duration`: its name, and where its type stands. */
export interface DurationOutput {
	readonly field: string;
	readonly type: Place;
}

/** The durations that data sources convert with the SDK's `HCL2ValueFromConfig`: it makes numbers of what packer-sdc says are strings. */
export const durationOutputs: Fact<readonly DurationOutput[]> = read => {
	const structs = read(configStructs).filter(({ role }) => role === 'output');
	const converted = structs.length === 0 ? [] : read(outputs).map(({ made }) => named(made.dir, made.name));
	const found = new Map<string, DurationOutput>();
	for (const { type } of structs) {
		if (!converted.includes(named(type.dir, type.type))) continue;
		for (const { field, type: written, struct, place } of attributesOf(read, type)) {
			const declared = declarationOf(read, struct);
			const one = declared?.fields?.find(({ names }) => names.includes(field));
			const expression = written.endsWith('.Duration') ? readType(written) : undefined;
			const denotes = expression?.kind === 'name' ? denotedType(read, struct.path, expression) : undefined;
			if (declared === undefined || one === undefined || denotes?.kind !== 'package' || denotes.path !== 'time') continue;
			found.set(`${place.path}\0${place.decl}\0${place.node}`, { field, type: at(struct.path, typeNode(one), declared.decl) });
		}
	}
	return [...found.values()];
};
