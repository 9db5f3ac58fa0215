import type { Fact, Read } from '../../facts/core/database';
import { goDocs, goFile } from '../../facts/go/file';
import type { GoField, GoType } from '../../syntax/go/file';
import { readTags, tagOf, tagValue } from '../go/tags';
import { commentText, splitCamelCase } from './comment';
import { isIncluded } from './included';
import { expectedPartials } from './partials';

/**
 * Why a field is not described as its author may think: it has no comment (`missing`), or one behind it, which struct-markdown does not read
 * (`trailing`); the word TODO in its comment leaves it out (`todo`).
 */
export type Why = 'missing' | 'trailing' | 'todo';

/** Some fields of a struct that the generated documentation does not describe. */
export interface Undescribed {
	readonly path: string;
	readonly type: GoType;
	readonly why: Why;
	/** Their indexes in the struct, and what stands for the description of each. */
	readonly fields: ReadonlyArray<{ readonly index: number; readonly field: GoField; readonly words: string; readonly comment: readonly string[] }>;
}

/** The fields of a Go file's structs that a page of the documentation lists without a description, or would list but for a word (SDK struct-markdown Run). */
export const undescribedIn: Fact<readonly Undescribed[], string> = (read, path) => {
	const made = read(expectedPartials, path);
	if (made === undefined || made.unknown || made.conditional || made.folder === undefined) return [];
	const { folder } = made;
	return (read(goFile, path)?.types ?? []).flatMap((type, nth) => {
		if (type.index > 0 || type.fields === undefined) return [];
		const groups: Record<Why, Undescribed['fields'][number][]> = { missing: [], trailing: [], todo: [] };
		for (const [index, field] of type.fields.entries()) {
			const found = judge(read, path, nth, index, field);
			if (found && read(isIncluded, partialOf(folder, type.name, found.required))) groups[found.why].push({ index, field, ...found });
		}
		return (['todo', 'trailing', 'missing'] as const).flatMap(why => (groups[why].length === 0 ? [] : [{ path, type, why, fields: groups[why] }]));
	});
};

/** The partial that lists a field: that of a data source's output is one whole. */
const partialOf = (folder: string, struct: string, required: boolean): string =>
	`${folder}/${struct}${struct === 'DatasourceOutput' ? '' : required ? '-required' : '-not-required'}.mdx`;

function judge(read: Read, path: string, nth: number, index: number, { names: [first], tag, quotedTag }: GoField) {
	const tags = first === undefined || tag === undefined ? undefined : readTags(quotedTag ?? tag);
	if (first === undefined || typeof tags !== 'object') return undefined;
	const name = tagOf(tags, 'mapstructure')?.name ?? '';
	if (name === '' || name === '-' || tagOf(tags, 'undocumented')?.name === 'true') return undefined;
	const docs = read(goDocs, path)[nth];
	const [above, comment = []] = [docs?.fields[index], docs?.trailing[index]];
	const words = splitCamelCase(first).join(' ');
	const written = tagOf(tags, 'required');
	const found = { required: written !== undefined && tagValue(written) === 'true', words, comment };
	if (above !== undefined) return hidesDocumentation(commentText(above)) ? { ...found, why: 'todo' as const } : undefined;
	return { ...found, why: isDocumentation(comment) ? ('trailing' as const) : ('missing' as const) };
}

/** Whether a comment describes what it stands behind: it has words, and does not instruct a linter. */
const isDocumentation = (comment: readonly string[]): boolean => {
	const text = commentText(comment).trim();
	return /\p{L}/u.test(text) && !/^(?:nolint|lint:|#nosec|revive:|go-sumtype)/.test(text) && !text.includes('TODO');
};

/** Whether the word TODO hides what a comment says otherwise; of options that are on their way out it may be there for that. */
const hidesDocumentation = (text: string): boolean =>
	text.includes('TODO') && !/deprecat|obsolete|legacy|remove|compatib|internal|unused|not used/i.test(text) && /^(?!.*TODO).*\p{L}{2}/mu.test(text);
