import type { Read } from '../../facts/core/database';
import { exists, text } from '../../facts/core/files';
import { directivePlace } from '../../facts/generated/directives';
import { isGitIgnored } from '../../facts/generated/ignored';
import { goFile } from '../../facts/go/file';
import { locate } from '../../facts/places/locate';
import { nodes } from '../../syntax/go/file';
import { create, type Edit, insertLineBefore, replace } from '../../text/edit';
import { at } from '../../text/place';
import { hcl2SpecStaleness } from '../stale/hcl2spec';
import { reasonsOf } from '../stale/reasons';
import type { Lacking } from './lacking';
import { obstaclesTo } from './obstacles';

/** The edits that have the missing Flat types generated: their structs in the directive, and the hcl2spec file as that makes it. For fixes only. */
export const extending = (read: Read, lacking: Lacking): readonly Edit[] => {
	const edits = inDirective(read, lacking);
	return edits.length === 0 ? [] : [...edits, ...generated(read, lacking)];
};

function inDirective(read: Read, { source, directive, extended }: Lacking): readonly Edit[] {
	if (!extended) return [];
	if (directive) return directive.node === undefined ? [] : [replace(directivePlace(directive), extended.text)]; // one in a string has no node
	if (!read(goFile, source)?.package) return [];
	const clause = at(source, nodes.package);
	const { start } = locate(read, clause);
	const before = (read(text, source) ?? '').slice(0, start).split('\n').at(-2)?.trim() ?? '';
	return [insertLineBefore(clause, `${extended.text}${before === '' ? '\n\n' : ''}`)];
}

/** The file itself, unless its text is unknown, git ignores it, or it was edited by hand. */
function generated(read: Read, { source, spec }: Lacking): readonly Edit[] {
	if (spec?.text === undefined || read(obstaclesTo, source).some(({ kind }) => kind !== 'lacking')) return [];
	if (!read(exists, spec.path) && read(isGitIgnored, spec.path)) return [];
	const byHand = read(hcl2SpecStaleness, source).files.some(file => reasonsOf(read, file).some(({ kind }) => kind === 'by-hand'));
	return byHand ? [] : [create(spec.path, spec.text, { overwrite: true })];
}
