import type { Fact, Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { goFile } from '../../facts/go/file';
import { hcl2Specs } from '../../facts/go/sources';
import { directoryOf, sdkModule } from '../../facts/plugin/module';
import type { GoFile } from '../../syntax/go/file';
import { readType } from '../../syntax/go/type';
import type { External } from '../go/declarations';
import { isStandard } from '../go/standard';

/** What a type of another module is, going by a hcl2spec file: its package's name, and a type expression. */
interface ExternalType {
	readonly package: string;
	readonly type: string;
}

/**
 * What the hcl2spec files that are there say of types of other modules, by import path and name; null if they contradict each other.
 * packer-sdc had their source when it wrote: `*images.Visibility` with a `cty.String` was defined as a string. So a file can be brought
 * up to date without that source, as long as no other type of such a module comes in. The source, where it is available, says more.
 */
const externalTypes: Fact<Readonly<Record<string, ExternalType | null>>> = read => {
	const found: Record<string, ExternalType | null> = {};
	for (const path of read(hcl2Specs)) {
		const outline = read(goFile, path);
		for (const [name, type] of outline ? typesIn(outline, read(text, path) ?? '') : []) {
			const [of] = /^.*(?=\.)/.exec(name) ?? [''];
			if (isStandard(of) || of === sdkModule || of.startsWith(`${sdkModule}/`) || read(directoryOf, of) !== undefined) continue;
			const known = found[name];
			found[name] = known === undefined || (known?.type === type.type && known.package === type.package) ? type : null;
		}
	}
	return found;
};

/** Takes types of other modules for what generated files say of them; `relies` gets the packages of which they were believed. */
export const believing =
	(read: Read, relies: Set<string>): External =>
	(path, name) => {
		const found = read(externalTypes)[`${path}.${name}`] ?? undefined;
		if (found) relies.add(path);
		return found;
	};

function* typesIn({ imports, types }: GoFile, source: string): Generator<[string, ExternalType]> {
	const packages = new Map(imports.map(({ path, name }) => [name ?? (path.split('/').at(-1) as string), path]));
	const specs = specsIn(source);
	for (const { name: flat, fields } of types) {
		if (!flat.startsWith('Flat')) continue;
		for (const field of fields ?? []) {
			const accessor = /\bcty:("[^"]*")/.exec(field.tag ?? '')?.[1];
			const type = readType(field.type);
			const pointer = type.kind === 'pointer';
			const named = type.kind === 'pointer' || type.kind === 'slice' ? type.element : type;
			if (named.kind !== 'name' || named.qualifier === undefined || accessor === undefined) continue;
			const path = packages.get(named.qualifier);
			const [, struct] = /^Flat(.+)$/.exec(named.name) ?? [];
			const definition = struct === undefined ? (type.kind === 'slice' ? undefined : definedAs(pointer, specs.get(flat)?.get(accessor) ?? '')) : 'struct';
			if (path !== undefined && definition !== undefined) yield [`${path}.${struct ?? named.name}`, { package: named.qualifier, type: definition }];
		}
	}
}

/** The specs in the `HCL2Spec` methods of a generated file, by type and by attribute in quotes, as packer-sdc writes them. */
function specsIn(source: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
	const methods = source.matchAll(/^func \(\*(\w+)\) HCL2Spec\(\)[^\n]*\n([\s\S]*?)^\}/gm);
	const entries = (body: string) =>
		[...body.matchAll(/^\t\t("[^"\n]*"):[ \t]+(&hcldec\..*),/gm)].map(([, key, value]) => [key as string, value as string] as const);
	return new Map([...methods].map(([, type, body]) => [type as string, new Map(entries(body as string))]));
}

/** What a named type is defined as, from whether it became a pointer and what its attribute is (SDK goFieldToCtyType, read backwards). */
function definedAs(pointer: boolean, spec: string): string | undefined {
	const cty = /Type: (.*), Required: false\}$/.exec(spec)?.[1];
	if (pointer) return { 'cty.String': 'string', 'cty.Number': 'int', 'cty.Bool': 'bool' }[cty ?? ''];
	return { 'cty.Map(cty.String)': 'map[string]string', 'cty.List(cty.String)': '[]string', 'cty.List(cty.Number)': '[]int', 'cty.List(cty.Bool)': '[]bool' }[
		cty ?? ''
	];
}
