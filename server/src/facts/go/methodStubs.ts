import { append, type Edit } from '../../text/edit';
import type { Read } from '../core/database';
import type { Required } from '../plugin/interfaces';
import { goFile } from './file';
import { importing } from './imports';
import { methodsOf } from './packages';
import { named } from './symbols';
import type { TypeRef } from './types';

/** The edits that add method stubs to a type. For fixes only. */
export const addingMethods =
	({ path, dir, type }: TypeRef, missing: readonly Required[]) =>
	(read: Read): readonly Edit[] => {
		const receiver = read(methodsOf, named(dir, type)).find(m => m.value.receiver?.name !== undefined)?.value.receiver?.name ?? type.slice(0, 1).toLowerCase();
		const edits: Edit[] = [];
		const names = new Map<string, string>();
		for (const importPath of new Set(missing.flatMap(m => [...m.parameters, ...m.results].flatMap(packageOf)))) {
			const sdk = importPath.endsWith('/packer');
			const imported = importing(read, path, importPath, sdk ? 'packersdk' : `sdk${importPath.split('/').at(-1)}`, sdk);
			names.set(importPath, imported.name);
			edits.push(...imported.edits);
		}
		const write = (type: string) => {
			const [own] = packageOf(type);
			return own === undefined ? type.replace(/\bany\b/, 'interface{}') : type.replace(own, names.get(own) ?? '');
		};
		return read(goFile, path) ? [...edits, append(path, missing.map(m => `\n${stub(receiver, type, m, write)}`).join(''))] : [];
	};

/** The path of the package that a type is qualified with. */
const packageOf = (type: string): string[] => /(?:[\w.-]+\/)*[\w-]+(?=\.[A-Z])/.exec(type)?.slice(0, 1) ?? [];

const parameterNames: Readonly<Record<string, readonly string[]>> = {
	Prepare: ['raws'],
	Configure: ['raws'],
	Run: ['ctx', 'ui', 'hook'],
	Provision: ['ctx', 'ui', 'comm', 'generatedData'],
	PostProcess: ['ctx', 'ui', 'artifact'],
};

function stub(receiver: string, type: string, { name, parameters, results }: Required, write: (type: string) => string): string {
	const list = parameters.map((parameter, i) => `${parameterNames[name]?.[i] ?? `p${i}`} ${write(parameter)}`).join(', ');
	const out = results.map(write).join(', ');
	return `func (${receiver} *${type}) ${name}(${list}) ${results.length === 1 ? out : `(${out})`} {\n\tpanic("not written yet")\n}\n`;
}
