import { attributesOf } from '../../facts/config/fields';
import { configStructs } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import type { Place } from '../../text/place';
import { specSources } from '../hcl2spec/flats';
import { obstaclesTo } from '../hcl2spec/obstacles';
import type { Generated } from './generated';
import { hcl2SpecStaleness } from './hcl2spec';
import type { Reason } from './reason';
import { reasonsOf } from './reasons';

/** How hcl2spec files are out of date, all for one cause. */
export interface Drift {
	/**
	 * The worst of it: attributes that templates cannot set (`missing`), attributes that the struct does not have (`extra`), with which no template decodes
	 * (`unknown`), other changes of meaning (`stale`), a struct that is gone or missing; what Packer sets itself (`packer`); what only reads differently.
	 */
	readonly kind: 'missing' | 'extra' | 'unknown' | 'stale' | 'gone' | 'struct' | 'packer' | 'cosmetic' | 'idle' | 'unneeded' | 'older' | 'form';
	readonly files: readonly Generated[];
	readonly place: Place;
	/** The attributes or structs of the worst of it. */
	readonly names: readonly string[];
	readonly related: ReadonlyArray<{ readonly at: Place; readonly message: string }>;
}

/** How the hcl2spec files are out of date, files with the same cause together; one finding a cause. */
export const hcl2SpecDrift: Fact<readonly Drift[]> = read => {
	const found = new Map<string, Drift>();
	for (const source of read(specSources)) {
		if (read(obstaclesTo, source).some(({ kind }) => kind === 'twice')) continue;
		for (const file of read(hcl2SpecStaleness, source).files) {
			const one = file.state === 'stale' ? driftOf(read, file) : undefined;
			if (one === undefined) continue;
			const key = JSON.stringify([one.kind, one.names, one.place, one.related]);
			const known = found.get(key);
			found.set(key, known ? { ...known, files: [...known.files, file] } : one);
		}
	}
	return [...found.values()];
};

function driftOf(read: Read, file: Generated): Drift | undefined {
	const reasons = reasonsOf(read, file).filter(({ kind }) => kind !== 'by-hand');
	const means = reasons.filter(({ kind }) => kind === 'missing' || kind === 'extra' || kind === 'changed' || kind === 'struct-missing');
	const [packer, others] = [means.filter(isPackers), means.filter(reason => !isPackers(reason))];
	const worst = others.length > 0 ? others : packer.length > 0 ? packer : reasons;
	const [first] = worst;
	if (first === undefined) return undefined;
	const kind = others.length > 0 ? meaning(read, file, others) : packer.length > 0 ? 'packer' : reading(worst);
	const alike = others.length + packer.length > 0 ? worst : worst.filter(one => one.kind === first.kind);
	return { kind, files: [file], place: first.place, names: alike.flatMap(named), related: relatedOf(reasons, first.place) };
}

/** Whether a reason is about fields that Packer sets itself, outside HCL. */
const isPackers = ({ fields = [] }: Reason) => fields.length > 0 && fields.every(field => field.startsWith('packer_'));

function meaning(read: Read, file: Generated, reasons: readonly Reason[]): Drift['kind'] {
	if (reasons.some(({ kind, fields }) => kind === 'extra' && fields === undefined)) return 'gone';
	const [kind, ...more] = [...new Set(reasons.map(({ kind }) => kind))];
	if (kind === 'struct-missing' && more.length === 0) return 'struct';
	const roles = rolesIn(read, dirname(file.path));
	if (kind === 'missing' && more.length === 0) return reasons.some(({ struct }) => roles.get(struct ?? '') === 'output') ? 'stale' : 'missing';
	if (kind !== 'extra' || more.length > 0) return 'stale';
	return reasons.every(reason => isUnknownKey(read, file, reason)) ? 'unknown' : 'extra';
}

const reading = ([first]: readonly Reason[]): Drift['kind'] => {
	const kind = first?.kind;
	return kind === 'text' ? 'form' : kind === 'idle' || kind === 'unneeded' || kind === 'older' ? kind : 'cosmetic';
};

const rolesIn = (read: Read, dir: string) => new Map(read(configStructs).flatMap(({ type, role }) => (type.dir === dir ? [[type.type, role] as const] : [])));

/** Whether an attribute that a component gets in every configuration has no field there: decoding it fails (SDK template/config Decode). */
function isUnknownKey(read: Read, file: Generated, { struct, fields = [] }: Reason): boolean {
	const found = read(configStructs).find(({ type, role }) => type.dir === dirname(file.path) && type.type === struct && role === 'config');
	return found !== undefined && !attributesOf(read, found.type).some(({ name }) => fields.includes(name));
}

const named = ({ struct, fields }: Reason): readonly string[] => fields ?? (struct === undefined ? [] : [struct]);

function relatedOf(reasons: readonly Reason[], main: Place): Drift['related'] {
	const places = new Map<string, { at: Place; names: string[]; kind: Reason['kind'] }>();
	for (const reason of reasons) {
		const key = JSON.stringify(reason.place);
		const one = places.get(key) ?? { at: reason.place, names: [], kind: reason.kind };
		one.names.push(...named(reason));
		places.set(key, one);
	}
	places.delete(JSON.stringify(main));
	return [...places.values()].map(({ at, names, kind }) => ({ at, message: `${spoken(names)} ${verb[kind] ?? 'differs'}` }));
}

const verb: Partial<Record<Reason['kind'], string>> = {
	missing: 'missing',
	'struct-missing': 'missing',
	extra: 'no longer in the struct',
	changed: 'changed',
	cosmetic: 'reads differently',
	idle: 'not used',
	unneeded: 'missing',
};

/** Names as a sentence has them: up to three, then how many more. */
export function spoken(names: readonly string[]): string {
	const shown = names.slice(0, names.length > 3 ? 2 : 3).map(name => `\`${name}\``);
	if (names.length > 3) return `${shown.join(', ')} and ${names.length - 2} more`;
	return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}
