import { decodingOf } from '../../facts/config/decoding';
import { specOf } from '../../facts/config/specs';
import { configStructs } from '../../facts/config/structs';
import type { Fact } from '../../facts/core/database';
import { named } from '../../facts/go/symbols';
import type { TypeRef } from '../../facts/go/types';
import { directoryOf } from '../../facts/plugin/module';
import { type Judged, judged, judgedKey } from './judged';
import { type Made, madeStructs } from './made';

/** A field of which packer-sdc makes something that does not work, and where that shows. */
export interface Fault extends Judged {
	readonly made: Made;
	/** How templates come to it: a component decodes into its struct, as attributes or in a block; a data source returns it; nothing does. */
	readonly role: 'input' | 'block' | 'output' | 'none';
}

/** The fields of which packer-sdc makes something that does not work, each once: where a component decodes into its struct, or that is a block, first. */
export const faults: Fact<readonly Fault[]> = read => {
	const made = new Map(read(madeStructs).map(one => [named(one.dir, one.name), one]));
	const roles = new Map<string, Fault['role']>();
	const visit = (start: string, role: Fault['role'], inner: Fault['role']) => {
		const left = [start]; // a list, as blocks may be in each other deeper than the stack is
		for (const key of left) {
			const one = made.get(key);
			if (one === undefined || roles.has(key)) continue;
			roles.set(key, key === start ? role : inner);
			for (const { path, name } of read(judged, judgedKey(one)).blocks) {
				const dir = read(directoryOf, path);
				if (dir !== undefined) left.push(named(dir, name));
			}
		}
	};
	const structs = read(configStructs).map(({ component, role, type }) => {
		const spec = role === 'config' ? specOf(read, component, 'ConfigSpec') : undefined;
		const decodes = spec?.how === 'flat' && isSame(spec.type, type) && isSame(decodingOf(read, component)?.type, type);
		return { role, key: named(type.dir, type.type), decodes };
	});
	for (const { key, decodes } of structs) if (decodes) visit(key, 'input', 'block');
	for (const { key, role } of structs) if (role === 'output') visit(key, 'output', 'output');
	const found = new Map<string, Fault>();
	for (const role of ['input', 'block', 'output', 'none'] as const)
		for (const [key, one] of made) {
			if ((roles.get(key) ?? 'none') !== role) continue;
			const { fields, takesRest } = read(judged, judgedKey(one));
			for (const field of fields) {
				const at = `${field.origin.path}\0${field.origin.type}\0${field.name}`;
				if (!found.has(at) && !(takesRest && field.verdict === 'unmatched')) found.set(at, { ...field, made: one, role });
			}
		}
	return [...found.values()];
};

const isSame = (a: TypeRef | undefined, b: TypeRef): boolean => a !== undefined && a.dir === b.dir && a.type === b.type;
