import type { Fact } from '../../facts/core/database';
import { methodsOf } from '../../facts/go/packages';
import { named } from '../../facts/go/symbols';
import { directoryOf } from '../../facts/plugin/module';
import type { Origin } from '../go/origin';
import { Resolver, unaliased } from '../go/resolver';
import { isStandard } from '../go/standard';
import type { NamedType, Type } from '../go/types';
import { believing } from '../hcl2spec/external';
import { flatType } from '../hcl2spec/flatType';
import { leavesOf } from '../hcl2spec/leaves';
import type { FlatField } from '../hcl2spec/steps';
import { flatIn, type Verdict, verdictOn } from './judge';
import type { Made } from './made';

/** A field of a struct, or of one that it squashes, that packer-sdc makes something of that does not work. */
export interface Judged {
	/** The field's name, and that of its attribute. */
	readonly name: string;
	readonly accessor: string;
	readonly origin: Origin;
	/** `dash`: its attribute is called `-`, as packer-sdc does not know what that means to mapstructure; `unmatched`: the attribute's name is not that of the field, and no tag joins them, so that decoding knows the attribute not (mapstructure decodeStructFromMap); `embedded`: it is an embedded struct that is neither squashed nor named. */
	readonly verdict: Verdict | 'dash' | 'unmatched' | 'embedded';
	/** Why a verdict `list` is on it: its type is an `alias` of one of which the code compiles, the name of a `pointer` to a struct, or a list (undefined). */
	readonly as?: 'alias' | 'pointer';
}

/** What is wrong with the fields of one struct, and the structs that are its blocks. */
export interface Judgment {
	readonly fields: readonly Judged[];
	/** All fields without a `mapstructure` tag. */
	readonly untagged: ReadonlyArray<Pick<Judged, 'name' | 'accessor' | 'origin'>>;
	readonly blocks: ReadonlyArray<Pick<NamedType, 'path' | 'name'>>;
	/** Whether a field of it takes all keys that no other takes. */
	readonly takesRest: boolean;
}

/** The key of a struct for `judged`. */
export const judgedKey = ({ path, name, generator }: Made): string => `${path}\0${name}\0${generator.seesAliases}\0${generator.unaliases}`;

/** What is wrong with the fields of a struct, by `judgedKey`; nothing of fields whose types are not known, or that come from other modules. */
export const judged: Fact<Judgment, string> = (read, key) => {
	const [path, name, seesAliases, unaliases] = key.split('\0', 4) as [string, string, string, string];
	const relies = new Set<string>();
	const resolver = new Resolver(read, seesAliases === 'true', believing(read, relies));
	const leaves = leavesOf(read, seesAliases === 'true', { kind: 'named', path, package: '', name }, relies);
	const fields: Judged[] = [];
	const untagged: Pick<Judged, 'name' | 'accessor' | 'origin'>[] = [];
	const blocks = new Map<string, NamedType>();
	const mayHaveSpec = (of: string, type: string) => {
		const dir = read(directoryOf, of);
		return dir === undefined ? !isStandard(of) : read(methodsOf, named(dir, type)).some(({ value }) => value.name === 'HCL2Spec');
	};
	let takesRest = false;
	for (const leaf of leaves) {
		if (!('field' in leaf)) continue;
		const { field } = leaf;
		takesRest ||= /\bmapstructure:"[^"]*,remain\b/.test(field.tag ?? '');
		const block = flatIn(field.type);
		if (block) blocks.set(`${block.path}.${block.name}`, block);
		if (field.origin === undefined) continue;
		if (!/\bmapstructure:"/.test(field.tag ?? '')) untagged.push({ name: field.name, accessor: field.accessor, origin: field.origin });
		const judge = (one: Pick<FlatField, 'type' | 'accessor' | 'selfDefined'>) =>
			verdictOn(resolver, { unaliases: unaliases === 'true' }, one, path, mayHaveSpec);
		const found = judge(field);
		const verdict = found === 'flatless' && block && read(directoryOf, block.path) !== undefined ? undefined : found;
		const isEmbedded = field.embedded && block !== undefined && !isNamed(field);
		const other = isEmbedded ? 'embedded' : isMatched(field) ? verdict : 'unmatched';
		const worst = field.accessor === '-' ? 'dash' : verdict === 'list' || verdict === 'flatless' ? verdict : other;
		const as = worst === 'list' ? shapeOf(resolver, field.type, type => judge({ ...field, type })) : undefined;
		if (worst) fields.push({ name: field.name, accessor: field.accessor, origin: field.origin, verdict: worst, ...(as ? { as } : {}) });
	}
	return { fields, untagged, blocks: [...blocks.values()].map(({ path, name }) => ({ path, name })), takesRest };
};

/** What a type is of which the code does not compile: undefined for a list. */
function shapeOf(resolver: Resolver, type: Type, judge: (type: Type) => unknown): Judged['as'] {
	if (type.kind === 'alias' && judge(flatType(resolver, unaliased(type))) !== 'list') return 'alias';
	const under = resolver.underlying(type);
	return under.kind === 'pointer' && resolver.underlying(under.element).kind === 'struct' ? 'pointer' : undefined;
}

/** Whether a key finds its field: by the name in the tag, else by the field's own, whatever its case. */
const isMatched = ({ name, accessor, tag }: FlatField): boolean =>
	isNamed({ tag }) || name.toLowerCase() === accessor || accessor === 'type' || accessor.startsWith('packer_');

const isNamed = ({ tag }: Pick<FlatField, 'tag'>): boolean => /\bmapstructure:"[^",]/.test(tag ?? '');
