/** A Go type with its names resolved: as much of go/types as packer-sdc looks at. */
export type Type =
	| { readonly kind: 'basic'; readonly name: string }
	| { readonly kind: 'pointer' | 'slice'; readonly element: Type }
	| { readonly kind: 'array'; readonly length: string; readonly element: Type }
	| { readonly kind: 'map'; readonly key: Type; readonly element: Type }
	| NamedType
	| { readonly kind: 'alias'; readonly path: string; readonly name: string; readonly actual: Type }
	| { readonly kind: 'struct' | 'interface' | 'function' | 'channel'; readonly text: string }
	| UnknownType;

/** A type that could not be resolved: why, and the package whose sources would tell. */
export interface UnknownType {
	readonly kind: 'unknown';
	readonly name: string;
	readonly reason: string;
	readonly wants?: string;
}

/** A defined type: the import path of its package (`''` for `error`), that package's name, and its own. */
export interface NamedType {
	readonly kind: 'named';
	readonly path: string;
	readonly package: string;
	readonly name: string;
	/** Whether it is the `Flat…` struct that packer-sdc makes of the type whose name follows. */
	readonly flat?: true;
}

const numbers = 'int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 byte rune'.split(' ');

/** Go's predeclared basic types (Go specification, "Predeclared identifiers"), and what cty makes of each (SDK basicKindToCtyType). */
export const basics: ReadonlyMap<string, 'cty.Bool' | 'cty.String' | 'cty.Number'> = new Map([
	['bool', 'cty.Bool'],
	['string', 'cty.String'],
	...numbers.map(name => [name, name === 'uintptr' ? 'cty.String' : 'cty.Number'] as const),
]);

/** The first type within a type that could not be resolved, or that we cannot print as go/types does; undefined if there is none. */
export function unresolved(type: Type): Omit<UnknownType, 'kind'> | undefined {
	switch (type.kind) {
		case 'unknown':
			return type;
		case 'pointer':
		case 'slice':
		case 'array':
			return unresolved(type.element);
		case 'map':
			return unresolved(type.key) ?? unresolved(type.element);
		case 'alias':
			return unresolved(type.actual);
		case 'interface':
			return type.text === 'interface' ? { name: 'interface', reason: 'interface type literals are not supported' } : undefined;
		case 'struct':
		case 'function':
		case 'channel':
			return { name: type.text, reason: `${type.kind} type literals are not supported` };
		default:
			return undefined;
	}
}

/** A type as go/types prints it: packages by their whole import paths. */
export function print(type: Type): string {
	switch (type.kind) {
		case 'basic':
			return type.name;
		case 'pointer':
			return `*${print(type.element)}`;
		case 'slice':
			return `[]${print(type.element)}`;
		case 'array':
			return `[${type.length}]${print(type.element)}`;
		case 'map':
			return `map[${print(type.key)}]${print(type.element)}`;
		case 'named':
		case 'alias':
			return `${type.path === '' ? '' : `${type.path}.`}${type.kind === 'named' && type.flat ? 'Flat' : ''}${type.name}`;
		case 'unknown':
			return type.name;
		default:
			return type.text;
	}
}
