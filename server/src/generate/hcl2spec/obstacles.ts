import type { Fact, Read } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { specDirective } from '../../facts/generated/directives';
import { goFile } from '../../facts/go/file';
import { named } from '../../facts/go/symbols';
import { hcl2SpecPath } from './file';
import { flatFiles, flatUse } from './flats';
import { dropped, lackingTypes } from './lacking';

/** Why the hcl2spec file of a Go file cannot be written without breaking the package, or losing what was written into it. */
export interface Obstacle {
	/** `lacking`: a struct is missing from a directive; `dropped`: Flat types go that may be used; `twice`: another file declares the same Flat types; `own`: the file has declarations of its own. */
	readonly kind: 'lacking' | 'dropped' | 'twice' | 'own';
	/** The structs, or the names declared. */
	readonly names: readonly string[];
	/** The Go file whose directive lacks the structs, or the other file that declares them. */
	readonly path: string;
}

/** What stands in the way of generating the hcl2spec file of a Go file. */
export const obstaclesTo: Fact<readonly Obstacle[], string> = (read, source) => [...lacking(read, source), ...twice(read, source), ...own(read, source)];

function lacking(read: Read, source: string): Obstacle[] {
	const found = read(lackingTypes).filter(one => one.source === source || one.users.includes(source));
	const unsure = read(dropped, source).filter(({ dir, name }) => read(flatUse, named(dir, name)) === 'unsure');
	const names = unsure.map(({ name }) => name);
	return [
		...found.map(one => ({ kind: 'lacking' as const, names: one.types.map(({ type }) => type.type), path: one.source })),
		...(names.length > 0 && found.length === 0 ? [{ kind: 'dropped' as const, names, path: source }] : []),
	];
}

function twice(read: Read, source: string): Obstacle[] {
	const path = hcl2SpecPath(source);
	const others = new Map<string, string[]>();
	for (const [name, files] of Object.entries(read(flatFiles, dirname(source))))
		for (const other of files.includes(path) ? files : []) if (other !== path) others.set(other, [...(others.get(other) ?? []), name]);
	return [...others].map(([other, names]) => ({ kind: 'twice', names, path: other }));
}

function own(read: Read, source: string): Obstacle[] {
	const path = hcl2SpecPath(source);
	const names = read(specDirective, source) ? ownDeclarations(read, path) : [];
	return names.length === 0 ? [] : [{ kind: 'own', names, path }];
}

/** What a hcl2spec file declares that packer-sdc never writes, and what limits it to some platforms. */
export function ownDeclarations(read: Read, path: string): readonly string[] {
	const file = read(goFile, path);
	if (!file) return [];
	const types = file.types.filter(({ name }) => !/^Flat./.test(name));
	const functions = file.functions.filter(({ name, receiver }) => receiver === undefined || !['HCL2Spec', 'FlatMapstructure'].includes(name));
	return [
		...(file.constrained ? ['//go:build'] : []),
		...types.map(({ name }) => name),
		...functions.map(({ name, receiver }) => (receiver ? `${receiver.type}.${name}` : name)),
		...file.values.flatMap(({ names }) => names),
	];
}
