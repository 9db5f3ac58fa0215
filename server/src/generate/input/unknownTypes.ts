import type { Fact, Read } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { type Directive, directivePlace, naming, specDirective } from '../../facts/generated/directives';
import { isBroken } from '../../facts/go/broken';
import { filesDeclaring, typeNamed } from '../../facts/go/packages';
import { goSourcesIn } from '../../facts/go/sources';
import { named } from '../../facts/go/symbols';
import { type Edit, replace } from '../../text/edit';
import { isLocal } from '../hcl2spec/file';
import { specSources } from '../hcl2spec/flats';

/** A directive, and the names in its `-type` that are not structs of its package. */
export interface UnknownTypes {
	readonly directive: Directive;
	readonly names: readonly string[];
}

/** The directives that name what is not a struct of their package: packer-sdc goes on without it (SDK mapstructure-to-hcl2 Run). */
export const unknownTypes: Fact<readonly UnknownTypes[]> = read =>
	read(specSources).flatMap(source => {
		const directive = read(specDirective, source);
		const dir = dirname(source);
		if (directive === undefined || directive.rest.length > 0 || read(goSourcesIn, dir).some(path => read(isBroken, path))) return [];
		const names = directive.types.filter(name => isUnknown(read, dir, name));
		return names.length === 0 ? [] : [{ directive, names }];
	});

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
