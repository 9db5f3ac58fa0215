/** One `key:"name,option"` of a struct tag. */
export interface Tag {
	readonly key: string;
	readonly name: string;
	readonly options: readonly string[];
}

/** Reads a struct tag as github.com/fatih/structtag does; undefined if that gives an error, `crash` where it gives nothing at all, `unsure` where it has an escape that we do not follow. */
export function readTags(tag: string): readonly Tag[] | 'crash' | 'unsure' | undefined {
	const tags: Tag[] = [];
	let rest = tag.replace(/^ +/, '');
	while (rest !== '') {
		const [all, key, quoted] = /^([^ \p{Cc}:"]+):("(?:[^"\\]|\\[\s\S])*")/u.exec(rest) ?? [];
		const value = quoted === undefined ? undefined : unquoted(quoted);
		if (all === undefined || key === undefined || value === undefined) return undefined;
		if (typeof value !== 'string') return 'unsure';
		const [name, ...options] = value.split(',') as [string, ...string[]];
		tags.push({ key, name, options });
		rest = rest.slice(all.length).replace(/^ +/, '');
	}
	return tag !== '' && tags.length === 0 ? 'crash' : tags;
}

/** The first tag of a key. */
export const tagOf = (tags: readonly Tag[], key: string): Tag | undefined => tags.find(tag => tag.key === key);

/** What stands between the quotes, as structtag writes it back: options that are all empty are left out. */
export function tagValue({ name, options }: Tag): string {
	const joined = options.join(',');
	return joined === '' ? name : `${name},${joined}`;
}

/** The tags with one of a key: replaced wherever it stands, else appended. */
export const withTag = (tags: readonly Tag[], tag: Tag): readonly Tag[] =>
	tagOf(tags, tag.key) ? tags.map(old => (old.key === tag.key ? tag : old)) : [...tags, tag];

/** The tags as one text, as structtag writes it (strconv.Quote); undefined if a value has characters whose quoting we do not know. */
export function writeTags(tags: readonly Tag[]): string | undefined {
	const values = tags.map(tag => `${tag.key}:"${tagValue(tag).replace(/["\\]/g, '\\$&')}"`);
	const text = values.join(' ');
	return /[^\x20-\x7e\xa1-\xac\xae-\u024f]|`/.test(text) ? undefined : text;
}

const escapes = /^(?:[^\\\n]|\\(?:[abfnrtv\\"]|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))*$/;

/** strconv.Unquote for a string in double quotes: undefined if that gives an error, null for an escape other than of a quote or a backslash. */
function unquoted(literal: string): string | null | undefined {
	const inner = literal.slice(1, -1);
	if (!inner.includes('\\')) return inner.includes('\n') ? undefined : inner;
	if (/^(?:[^\\\n]|\\["\\])*$/.test(inner)) return inner.replace(/\\(["\\])/g, '$1');
	return escapes.test(inner) ? null : undefined;
}
