import type { Fact } from '../../facts/core/database';
import { typeNamed } from '../../facts/go/packages';
import { named } from '../../facts/go/symbols';
import { directoryOf } from '../../facts/plugin/module';
import { readType } from '../../syntax/go/type';
import type { Origin } from '../go/origin';
import { readTags, tagOf } from '../go/tags';
import type { NamedType } from '../go/types';
import { embeddedName, isExported } from '../hcl2spec/names';
import { stepsIn } from '../hcl2spec/steps';
import { madeStructs } from './made';

/** A field that packer-sdc leaves out though nothing tells it to: its tag cannot be read (`tag`), or a pointer is squashed (`squash`). */
export interface Dropped {
	readonly why: 'tag' | 'squash';
	readonly name: string;
	readonly origin: Origin;
}

/** The fields that packer-sdc leaves out though nothing tells it to, of all structs with Flat types and those that they squash. */
export const droppedFields: Fact<readonly Dropped[]> = read => {
	const seen = new Set<string>();
	const found: Dropped[] = [];
	for (const { path, name, generator } of read(madeStructs)) {
		const left: Pick<NamedType, 'path' | 'name'>[] = [{ path, name }]; // a list, as structs may squash each other deeper than the stack is
		for (let type = left.pop(); type !== undefined; type = left.pop()) {
			const dir = read(directoryOf, type.path);
			const key = `${type.path}\0${type.name}`;
			if (dir === undefined || seen.has(key)) continue;
			seen.add(key);
			for (const dropped of read(droppedIn, named(dir, type.name))) found.push(dropped);
			const squashed = read(stepsIn, `${key}\0${generator.seesAliases}`).steps.flatMap(step => ('squash' in step ? [step.squash] : []));
			for (const one of squashed.reverse()) left.push(one);
		}
	}
	return found;
};

/** The fields of one struct that packer-sdc leaves out though nothing tells it to (`named(dir, name)`). */
const droppedIn: Fact<readonly Dropped[], string> = (read, key) => {
	const declared = read(typeNamed, key);
	return (declared?.value.fields ?? []).flatMap(({ names, type, tag = '' }, field): readonly Dropped[] => {
		const [name = embeddedName(type)] = names;
		if (declared === undefined || !isExported(name) || /^\(?\s*func\b/.test(type)) return [];
		const tags = readTags(tag);
		const origin = { path: declared.path, type: declared.value.name, field };
		if (tags === undefined) return [{ why: 'tag' as const, name, origin }];
		const squashes =
			typeof tags === 'object' && tagOf(tags, 'mapstructure')?.options.includes('squash') && !tagOf(tags, 'mapstructure-to-hcl2')?.options.includes('skip');
		return squashes && readType(type).kind === 'pointer' ? [{ why: 'squash' as const, name, origin }] : [];
	});
};
