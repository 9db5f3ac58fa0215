import type { Fact, Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { dirname } from '../../facts/core/paths';
import { type Directive, directivePlace, naming, specDirective } from '../../facts/generated/directives';
import { constrained } from '../../facts/go/condition';
import { goFile } from '../../facts/go/file';
import { typeNamed } from '../../facts/go/packages';
import { isHcl2Spec } from '../../facts/go/sources';
import { named } from '../../facts/go/symbols';
import { create, type Edit, remove, replace } from '../../text/edit';
import type { Place } from '../../text/place';
import { hcl2SpecPath, specFor } from './file';
import { flatFiles, flatsDeclared, specSources } from './flats';
import { obstaclesTo, ownDeclarations } from './obstacles';

/** Flat types that a directive generates into one file of a package, and that another file of it declares as well. */
export interface Collision {
	/** The Go file with the directive, the directive, and the file that it makes. */
	readonly source: string;
	readonly place: Place;
	readonly path: string;
	readonly other: string;
	/** The Flat types. */
	readonly names: readonly string[];
	/** Whether the other file is what an earlier directive generated, and all in it can be generated again: then it can go. */
	readonly moves: boolean;
}

/** The Flat types that would be declared twice: of two directives that name the same struct, the finding is at the one whose file does not have the Flat type yet. */
export const collisions: Fact<readonly Collision[]> = read => {
	const found = new Map<string, Collision>();
	for (const source of read(specSources)) {
		const path = hcl2SpecPath(source);
		for (const { kind, names, path: other } of read(obstaclesTo, source)) {
			const outline = read(goFile, other);
			if (kind !== 'twice' || (outline && constrained(other, outline))) continue;
			const key = [path, other].sort().join('\0');
			const hasNone = !names.some(name => read(flatsDeclared, path).includes(name));
			if (found.has(key) && !hasNone) continue;
			const directive = read(specDirective, source);
			if (directive)
				found.set(key, { source, place: directivePlace(directive), path, other, names: names.map(name => `Flat${name}`), moves: isLeft(read, source, other) });
		}
	}
	return [...found.values()];
};

/** Whether a file was generated for a directive that is gone, and all that it declares can be generated into other files of the package. */
function isLeft(read: Read, source: string, path: string): boolean {
	if (!isHcl2Spec(path) || read(specDirective, sourceOf(path)) || !read(goFile, path)?.generated || ownDeclarations(read, path).length > 0) return false;
	return directiveFor(read, source, path) !== undefined;
}

const sourceOf = (spec: string) => spec.replace(/hcl2spec\.go$/, 'go');

/** The directive of a Go file, with the structs whose Flat types only another file has; undefined if one of those is not a struct of the package. */
function directiveFor(read: Read, source: string, other: string): Directive | undefined {
	const dir = dirname(source);
	const directive = read(specDirective, source);
	const rest = read(flatsDeclared, other).filter(name => (read(flatFiles, dir)[name]?.length ?? 0) < 2);
	if (!directive || !rest.every(name => read(typeNamed, named(dir, name))?.value.fields)) return undefined;
	return rest.length === 0 ? directive : naming(directive, rest);
}

/** The edits that delete the file of an earlier directive, and have today's generate what is in it. */
export function moving(read: Read, { source, path, other }: Collision): readonly Edit[] {
	const directive = directiveFor(read, source, other);
	const made = directive && specFor(read, source, directive).text;
	if (directive === undefined || made === undefined) return [];
	const extends_ = directive.text !== read(specDirective, source)?.text;
	return [
		...(extends_ ? [replace(directivePlace(directive), directive.text)] : []),
		remove(other),
		...(read(text, path) === made ? [] : [create(path, made, { overwrite: true })]),
	];
}
