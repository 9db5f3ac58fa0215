import { nodes } from '../../syntax/go/file';
import { insertLineBefore, replace, type TextEdit } from '../../text/edit';
import { at } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { type Directive, directivePlace } from '../generated/directives';
import { goFile } from '../go/file';
import type { TypeRef } from '../go/types';
import { locate } from '../places/locate';
import { components } from '../plugin/components';
import { specOf } from './specs';
import { configStructs, flatTypesIn, flattensItself, keyOf, specDirectivesIn } from './structs';

/** A struct that needs generated code, and nothing has it generated. */
export interface Ungenerated {
	readonly type: TypeRef;
	readonly role: 'config' | 'output';
	/** The directive in the struct's file that could name it too. */
	readonly directive?: Directive;
}

/** The configuration and output structs that no directive of their package names and that have no Flat type; those whose component has a spec written by hand are no matter. */
export const ungenerated: Fact<readonly Ungenerated[]> = read => {
	const byHand = new Set(read(components).filter(c => specOf(read, c, 'ConfigSpec')?.how === 'written'));
	const found = read(configStructs).flatMap(({ component, role, type }) => {
		if (byHand.has(component)) return [];
		const directives = read(specDirectivesIn, type.dir);
		if (directives.some(d => d.types.includes(type.type)) || read(flatTypesIn, type.dir).includes(type.type) || read(flattensItself, keyOf(type))) return [];
		const directive = directives.find(d => d.path === type.path && d.types.length > 0);
		return [{ type, role, ...(directive ? { directive } : {}) }];
	});
	return found.filter((one, i) => found.findIndex(other => keyOf(other.type) === keyOf(one.type)) === i);
};

/** The edit that has a struct's code generated: its name in the directive of its file, or a new directive above the package clause. For fixes only. */
export function generating(read: Read, { type, directive }: Ungenerated): readonly TextEdit[] {
	if (directive) {
		const longer = directive.text.replace(/(-type[= ]+"?)([^"\s]+)/, `$1$2,${type.type}`);
		const place = directivePlace(directive);
		return longer === directive.text || place.node === undefined ? [] : [replace(place, longer)]; // one in a string has no node
	}
	if (!read(goFile, type.path)?.package) return [];
	const clause = at(type.path, nodes.package);
	const line = `//go:generate packer-sdc mapstructure-to-hcl2 -type ${type.type}`;
	const { start } = locate(read, clause);
	const before = (read(text, type.path) ?? '').slice(0, start).split('\n').at(-2)?.trim() ?? '';
	return before === '' ? [insertLineBefore(clause, `${line}\n\n`)] : [insertLineBefore(clause, line)];
}
