import type { Fact, Read } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { type Directive, directivePlace, naming, specDirective } from '../../facts/generated/directives';
import { isBroken } from '../../facts/go/broken';
import { filesDeclaring, typeNamed } from '../../facts/go/packages';
import { goSourcesIn } from '../../facts/go/sources';
import { named } from '../../facts/go/symbols';
import { type Edit, replace } from '../../text/edit';
import { extending } from '../hcl2spec/extending';
import { isLocal, specFor } from '../hcl2spec/file';
import { specSources } from '../hcl2spec/flats';
import { lackingTypes } from '../hcl2spec/lacking';

/** A directive, the names in its `-type` that are not structs of its package, and those that are without the space beside them. */
export interface UnknownTypes {
	readonly directive: Directive;
	readonly names: readonly string[];
	readonly spaced: readonly string[];
}

/**
 * The directives that name what is not a struct of their package: packer-sdc goes on without it (SDK mapstructure-to-hcl2 Run). It splits the list at commas and
 * nothing else: of a struct with a space beside it, it makes nothing either. One that needs a Flat type is left to those that say so.
 */
export const unknownTypes: Fact<readonly UnknownTypes[]> = read =>
	read(specSources).flatMap(source => {
		const directive = read(specDirective, source);
		const dir = dirname(source);
		if (directive === undefined || directive.rest.length > 0 || read(goSourcesIn, dir).some(path => read(isBroken, path))) return [];
		const lost = directive.types.filter(name => isUnknown(read, dir, name));
		const isSpaced = (name: string) => name !== name.trim() && !isUnknown(read, dir, name.trim());
		const names = lost.filter(name => !isSpaced(name));
		const spaced = lost.filter(isSpaced).map(name => name.trim());
		const isLacking = (name: string) => read(lackingTypes).some(({ types }) => types.some(({ type }) => type.dir === dir && type.type === name));
		const left = spaced.filter(name => !directive.types.includes(name) && !isLacking(name));
		return names.length + left.length === 0 ? [] : [{ directive, names, spaced: left }];
	});

/** Whether the spaces can be taken out of the text of the directive. */
export const canTrim = ({ directive, spaced }: UnknownTypes): boolean => directive.node !== undefined && naming(directive, spaced) !== undefined;

/** The edits that take the spaces out of the directive, and the hcl2spec file as that makes it. For fixes only. */
export function trimming(read: Read, { directive, spaced }: UnknownTypes): readonly Edit[] {
	const extended = naming(directive, spaced);
	const { path: source } = directive;
	const spec = extended && specFor(read, source, extended);
	return extended === undefined ? [] : extending(read, { source, directive, extended, types: [], users: [], ...(spec ? { spec } : {}) });
}

function isUnknown(read: Read, dir: string, name: string): boolean {
	const declared = read(typeNamed, named(dir, name))?.value;
	if (declared === undefined) return !isLocal(read, dir, name);
	return /^(?:\[|map\[|func\b|interface\b|\*)/.test(declared.type) && !declared.alias && read(filesDeclaring, named(dir, name)).length === 1;
}

/** The edits that take the names out of the directive; undefined if none is left then, or its text does not show them. */
export function withoutUnknown({ directive, names }: UnknownTypes): readonly Edit[] | undefined {
	const left = directive.types.filter(name => !names.includes(name));
	const emptied = directive.text.replace(/(-type[= ]+"?)(?:[^"]*(?=")|[^"\s]+)/, (_, option: string) => `${option}${left[0]}`);
	const [, ...others] = left;
	const shorter = others.length === 0 ? emptied : naming({ ...directive, text: emptied }, others)?.text;
	if (left.length === 0 || directive.node === undefined || !shorter?.includes(left.join())) return undefined;
	return [replace(directivePlace(directive), shorter)];
}
