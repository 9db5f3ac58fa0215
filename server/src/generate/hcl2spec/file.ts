import type { Fact, Read } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { type Directive, specDirective } from '../../facts/generated/directives';
import { bodiesIn, goBody } from '../../facts/go/body';
import { constrained } from '../../facts/go/condition';
import { declarationText, goFile } from '../../facts/go/file';
import { goSourcesIn } from '../../facts/go/sources';
import { symbol } from '../../facts/go/symbols';
import { modulePath } from '../../facts/plugin/module';
import { Resolver } from '../go/resolver';
import type { NamedType, Type } from '../go/types';
import { type Generator, generatorOf } from '../version';
import { emit, type FlatStruct, type WrittenField } from './emit';
import { believing } from './external';
import { type Edited, flatten } from './flatten';
import type { FlatField, Remark } from './steps';

/** What `packer-sdc mapstructure-to-hcl2` makes for one directive. */
export interface Hcl2Spec {
	/** The file it writes, and the directive that has it written. */
	readonly path: string;
	readonly directive: Directive;
	/** Its whole text; undefined where we cannot tell, or packer-sdc would refuse: then `remarks` says why. */
	readonly text?: string;
	/** Whether `remarks` say what we could not look at, or what packer-sdc itself refuses. */
	readonly status: 'known' | 'unknown' | 'refused';
	readonly remarks: readonly Remark[];
	/** The packages of other modules whose types were taken from generated files, as their sources are not available. */
	readonly relies: readonly string[];
	/** The fields by struct, in the order of the file, with what each is from; empty if the text is not known. */
	readonly structs: readonly { readonly name: string; readonly fields: readonly (WrittenField & Pick<FlatField, 'origin'>)[] }[];
	/** The structs whose Flat types the text names, by import path and name: without those it does not compile. */
	readonly flats: ReadonlyArray<Pick<NamedType, 'path' | 'name'>>;
}

/** The path of the file that is generated for a file with a directive (SDK mapstructure-to-hcl2 Run). */
export const hcl2SpecPath = (source: string): string => `${source.slice(0, -2)}hcl2spec.go`;

/** What should be in the hcl2spec file of a Go file; undefined if no directive makes one. Of two directives the later one decides. */
export const expectedHcl2Spec: Fact<Hcl2Spec | undefined, string> = (read, path) => {
	const directive = read(specDirective, path);
	return directive && specFor(read, path, directive);
};

/** What a directive of a Go file makes, whether or not the file has it; `edited`: of fields as they will be. */
export function specFor(read: Read, path: string, directive: Directive, edited?: Edited): Hcl2Spec {
	const base = { path: hcl2SpecPath(path), directive, structs: [], flats: [] };
	const relies = new Set<string>();
	const whole = (status: 'unknown' | 'refused', remarks: readonly Remark[]): Hcl2Spec => ({ ...base, status, remarks, relies: [...relies].sort() });
	const generator = generatorOf(read, directive);
	const reason = obstacle(read, path, directive, generator);
	if (reason !== undefined || generator === undefined) return whole('unknown', [{ message: reason ?? '' }]);
	const dir = dirname(path);
	const module = read(modulePath) as string;
	const own = dir === '' ? module : `${module}/${dir}`;
	const resolver = new Resolver(read, generator.seesAliases, believing(read, relies));
	const package_ = { path: own, name: read(goFile, path)?.package ?? '' };
	const structs: FlatStruct[] = [];
	const unknown: Remark[] = [];
	for (const name of [...directive.types].sort((a, b) => (a < b ? -1 : 1))) {
		const found = resolver.declaration(own, name);
		if ('reason' in found && found.absent && isLocal(read, dir, name)) return whole('unknown', [{ message: `${name} may be declared within a function` }]);
		if ('reason' in found && found.absent) continue;
		if ('reason' in found) return whole('unknown', [{ message: `${name}: ${found.reason}` }]);
		const type = { kind: 'named', path: own, package: package_.name, name } as const;
		const under = resolver.underlying(type);
		if (under.kind === 'unknown') unknown.push({ message: `${name}: ${under.reason}`, ...(under.wants === undefined ? {} : { wants: under.wants }) });
		if (found.alias || under.kind !== 'struct') continue;
		const flattened = flatten(read, generator, type, relies, edited);
		unknown.push(...flattened.unknown);
		if (flattened.failure && flattened.unknown.length === 0) return whole('refused', [flattened.failure]);
		structs.push({ name, fields: flattened.fields });
	}
	if (unknown.length > 0) return whole('unknown', unknown);
	const made = emit(resolver, generator, header(directive), package_, structs);
	if ('problem' in made) return whole('refused', [{ message: made.problem }]);
	return {
		...base,
		status: 'known',
		remarks: [],
		relies: [...relies].sort(),
		text: made.text,
		structs: placed(structs, made.structs),
		flats: structs.flatMap(({ fields }) => fields.flatMap(({ type }) => flatsIn(type))),
	};
}

/** The structs whose Flat types a type names, by import path and name. */
function flatsIn(type: Type): ReadonlyArray<Pick<NamedType, 'path' | 'name'>> {
	if (type.kind === 'pointer' || type.kind === 'slice') return flatsIn(type.element);
	return type.kind === 'named' && type.flat ? [{ path: type.path, name: type.name }] : [];
}

function obstacle(read: Read, path: string, directive: Directive, generator: Generator | undefined): string | undefined {
	const outline = read(goFile, path);
	if (read(modulePath) === undefined) return 'go.mod has no module path';
	if (generator === undefined) return 'nothing says which version of packer-sdc runs';
	if (new Set(directive.types).size < directive.types.length) return 'it names a type twice';
	if (directive.rest.length > 0) return `its argument ${directive.rest[0]} is not supported`;
	if (!outline || outline.problems.length > 0) return `${path} has a syntax error`;
	return constrained(path, outline) ? `${path} is built on some platforms only` : undefined;
}

/** Whether a type seems to be declared within a function of a package: packer-sdc takes those too, where no other hides them. */
export const isLocal = (read: Read, dir: string, name: string) =>
	read(goSourcesIn, dir).some(path => read(bodiesIn, path).some(decl => declaresType(read, path, decl, name)));

/** Whether a function declares a type of a name; only where it has that and the keyword, its body is read. */
function declaresType(read: Read, path: string, decl: string, name: string): boolean {
	const { text = '' } = read(declarationText, symbol(path, decl)) ?? {};
	if (!text.includes(name) || !/\btype\b/.test(text)) return false;
	return read(goBody, symbol(path, decl))?.locals.some(local => local.kind === 'type' && local.name === name) ?? false;
}

/** What stands above the package clause (SDK mapstructure-to-hcl2 Run); the program from before packer-sdc repeats its arguments, and leaves no line empty. */
const header = ({ runner, words }: Directive) =>
	runner === 'legacy'
		? `// Code generated by "${words.join(' ')}"; DO NOT EDIT.\n`
		: '// Code generated by "packer-sdc mapstructure-to-hcl2"; DO NOT EDIT.\n\n';

function placed(structs: readonly FlatStruct[], written: ReadonlyMap<string, readonly WrittenField[]>): Hcl2Spec['structs'] {
	return structs.map(({ name, fields }) => ({
		name,
		fields: (written.get(name) ?? []).map((field, i) => {
			const origin = fields[i]?.origin;
			return origin ? { ...field, origin } : field;
		}),
	}));
}
