import type { Fact } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { specDirective } from '../../facts/generated/directives';
import { filesDeclaring, typeNamed } from '../../facts/go/packages';
import { named } from '../../facts/go/symbols';
import { modulePath } from '../../facts/plugin/module';
import { specSources } from '../hcl2spec/flats';
import { type Generator, generatorOf } from '../version';

/** A struct of which a directive makes a Flat type. */
export interface Made {
	/** The folder of its package, its import path, and its name. */
	readonly dir: string;
	readonly path: string;
	readonly name: string;
	/** The Go file with the directive, and the generator that it runs. */
	readonly source: string;
	readonly generator: Generator;
}

/** The structs of which directives make Flat types, each once, where the generator is known. */
export const madeStructs: Fact<readonly Made[]> = read => {
	const module = read(modulePath);
	const found = new Map<string, Made>();
	for (const source of module === undefined ? [] : read(specSources)) {
		const directive = read(specDirective, source);
		const generator = directive && generatorOf(read, directive);
		const dir = dirname(source);
		for (const name of generator ? (directive?.types ?? []) : []) {
			const key = named(dir, name);
			const type = read(typeNamed, key)?.value;
			if (type?.fields === undefined || type.alias || type.generic || read(filesDeclaring, key).length > 1) continue;
			found.set(key, { dir, path: dir === '' ? (module as string) : `${module}/${dir}`, name, source, generator: generator as Generator });
		}
	}
	return [...found.values()];
};
