import { type Attribute, attributesOf } from '../../facts/config/fields';
import { configStructs } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
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
	const found = new Map<string, DurationOutput>();
	for (const { role, type } of read(configStructs)) {
		const durations = role === 'output' ? attributesOf(read, type).flatMap(attribute => durationOf(read, attribute) ?? []) : [];
		const isConverted = durations.length > 0 && read(outputs).some(({ made }) => named(made.dir, made.name) === named(type.dir, type.type));
		for (const one of isConverted ? durations : []) found.set(`${one.type.path}\0${one.type.decl}\0${one.type.node}`, one);
	}
	return [...found.values()];
};

function durationOf(read: Read, { field, type, struct }: Attribute): DurationOutput | undefined {
	const written = type.endsWith('.Duration') ? readType(type) : undefined;
	const denotes = written?.kind === 'name' ? denotedType(read, struct.path, written) : undefined;
	const declared = denotes?.kind === 'package' && denotes.path === 'time' ? declarationOf(read, struct) : undefined;
	const one = declared?.fields?.find(({ names }) => names.includes(field));
	return declared && one && { field, type: at(struct.path, typeNode(one), declared.decl) };
}
