import type { Fact } from '../core/database';
import { filesIn } from '../core/files';
import { type Directive, directivesIn } from '../generated/directives';
import { goFile } from '../go/file';
import { methodsOf } from '../go/packages';
import { goSourcesIn, isHcl2Spec } from '../go/sources';
import { named } from '../go/symbols';
import type { TypeRef } from '../go/types';
import { type Component, components } from '../plugin/components';
import { decodingOf } from './decoding';
import { specOf } from './specs';

/** A struct in which a component takes its configuration, or a data source gives its output. */
export interface ConfigStruct {
	readonly component: Component;
	readonly role: 'config' | 'output';
	readonly type: TypeRef;
}

/** The structs of this module that components decode into, and those whose spec they give for it where that is not seen; the outputs of data sources. */
export const configStructs: Fact<readonly ConfigStruct[]> = read =>
	read(components).flatMap(component => {
		const spec = specOf(read, component, 'ConfigSpec');
		const config = decodingOf(read, component)?.type ?? spec?.type;
		const output = component.kind === 'datasource' ? specOf(read, component, 'OutputSpec')?.type : undefined;
		return [
			...(config ? [{ component, role: 'config' as const, type: config }] : []),
			...(output ? [{ component, role: 'output' as const, type: output }] : []),
		];
	});

/** The `mapstructure-to-hcl2` directives in the files of a package. */
export const specDirectivesIn: Fact<readonly Directive[], string> = (read, dir) =>
	read(goSourcesIn, dir).flatMap(path => read(directivesIn, path).filter(d => d.command === 'mapstructure-to-hcl2'));

/** The structs of a package that have a Flat type, generated or written by hand. */
export const flatTypesIn: Fact<readonly string[], string> = (read, dir) =>
	read(filesIn, dir).flatMap(name => {
		const path = dir === '' ? name : `${dir}/${name}`;
		return path.endsWith('.go') && !path.endsWith('_test.go') ? read(flatTypesOf, path) : [];
	});

/** The structs that a Go file has Flat types of: those give their spec. */
export const flatTypesOf: Fact<readonly string[], string> = (read, path) => {
	const { types = [], functions = [] } = read(goFile, path) ?? {};
	const specced = new Set(functions.filter(f => f.name === 'HCL2Spec').map(f => f.receiver?.type));
	return types.flatMap(({ name, fields }) =>
		fields !== undefined && /^Flat./.test(name) && (isHcl2Spec(path) || specced.has(name)) ? [name.slice('Flat'.length)] : [],
	);
};

/** Whether a type says itself what its Flat type is, written by hand outside the generated files. */
export const flattensItself: Fact<boolean, string> = (read, key) => read(methodsOf, key).some(m => m.value.name === 'FlatMapstructure');

/** The key of a struct for `flattensItself`. */
export const keyOf = ({ dir, type }: Pick<TypeRef, 'path' | 'dir' | 'type'>): string => named(dir, type);
