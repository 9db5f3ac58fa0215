import type { Fact } from '../../facts/core/database';
import { dirname } from '../../facts/core/paths';
import { type Directive, directivesIn } from '../../facts/generated/directives';
import { constrained } from '../../facts/go/condition';
import { goDocs, goFile } from '../../facts/go/file';
import type { GoDocs, GoField, GoType } from '../../syntax/go/file';
import type { Origin } from '../go/origin';
import { readTags, tagOf, tagValue } from '../go/tags';
import type { Remark } from '../hcl2spec/steps';
import { generatorOf } from '../version';
import { commentText, splitCamelCase } from './comment';

/** One partial that `packer-sdc struct-markdown` writes, and the items it lists with the field each is from. */
export interface MarkdownPartial {
	readonly path: string;
	readonly text: string;
	readonly struct: Origin;
	readonly items: readonly { readonly text: string; readonly origin: Origin }[];
}

/** What struct-markdown makes of one Go file; with `unknown` where we cannot tell, or it would stop half-way. */
export interface Partials {
	readonly directive: Directive;
	readonly partials: readonly MarkdownPartial[];
	readonly unknown?: Remark;
	/** The folder of the partials; undefined where it is not known. */
	readonly folder?: string;
	/** Whether go generate runs on the file on some platforms only. */
	readonly conditional?: true;
}

/** What the partials of a Go file should be; undefined if no directive makes any (SDK struct-markdown Run). */
export const expectedPartials: Fact<Partials | undefined, string> = (read, path) => {
	const directive = read(directivesIn, path).findLast(({ command }) => command === 'struct-markdown');
	if (!directive) return undefined;
	const none = (message: string): Partials => ({ directive, partials: [], unknown: { message } });
	if (directive.rest.length > 0) return none(`its argument ${directive.rest[0]} is not followed`);
	const root = rootOf(path);
	if (root === 'packer') {
		const generator = generatorOf(read, directive);
		return generator?.skipsPacker ? { directive, partials: [] } : none('a folder called packer is above it, where packer-sdc takes the root to be');
	}
	const outline = read(goFile, path);
	const docs = read(goDocs, path);
	if (!outline || outline.problems.length > 0) return none(`${path} has a syntax error`);
	if (outline.emptyGroup) return none(`${path} has an empty declaration in parentheses, at which packer-sdc crashes`);
	const made = partialsOf(path, outline.types, docs);
	if ('message' in made) return { directive, partials: [], unknown: made };
	return { directive, partials: made, folder: folderOf(path, root), ...(constrained(path, outline) ? { conditional: true } : {}) };
};

/** The partials of the types that a Go file declares, with these comments; or why they cannot be made. */
export function partialsOf(path: string, types: readonly GoType[], docs: readonly GoDocs[]): readonly MarkdownPartial[] | Remark {
	const made = new Map<string, MarkdownPartial>();
	for (const [i, type] of types.entries()) {
		const result = ofType(path, rootOf(path), type, docs[i] ?? { fields: [], trailing: {} });
		if ('message' in result) return result;
		for (const partial of result) made.set(partial.path, partial);
	}
	return [...made.values()];
}

/** The folder that packer-sdc takes for the root: the nearest one named `packer-plugin-…` (`''` is the plugin's own), or one called `packer`. */
function rootOf(path: string): string | 'packer' {
	const folders = dirname(path).split('/');
	for (let i = folders.length; i > 0; i--) {
		const name = folders[i - 1] as string;
		if (name === 'packer' || name === 'packer-internal') return 'packer';
		if (name.startsWith('packer-plugin-')) return folders.slice(0, i).join('/');
	}
	return '';
}

const relativeTo = (path: string, root: string) => (root === '' ? path : path.slice(root.length + 1));

/** The folder of a Go file's partials. */
const folderOf = (path: string, root: string) => [root, 'docs-partials', dirname(relativeTo(path, root))].filter(part => part !== '').join('/');

type Item = MarkdownPartial['items'][number] & { readonly required: boolean };
type Bucket = { readonly suffix: string; readonly header: string; readonly items: MarkdownPartial['items'] };

function ofType(path: string, root: string, type: GoType, docs: GoDocs): readonly MarkdownPartial[] | Remark {
	if (type.index > 0 || !type.fields) return [];
	const all: Item[] = [];
	for (const [i, field] of type.fields.entries()) {
		const item = itemOf(field, docs.fields[i], { path, type: type.name, field: i });
		if (item === undefined) continue;
		if ('message' in item) return item;
		all.push(item);
	}
	const header = commentText(docs.declaration ?? []).trim();
	const whole: Bucket = { suffix: '', header, items: [] };
	const output = type.name === 'DatasourceOutput';
	const buckets: Bucket[] = output
		? [whole, { suffix: '', header: '', items: all }]
		: [
				whole,
				{ suffix: '-required', header: '', items: all.filter(({ required }) => required) },
				{ suffix: '-not-required', header: '', items: all.filter(({ required }) => !required) },
			];
	const folder = folderOf(path, root);
	const relative = relativeTo(path, root);
	return buckets
		.filter(bucket => bucket.header !== '' || bucket.items.length > 0)
		.map(({ suffix, header, items }) => ({
			path: `${folder}/${type.name}${suffix}.mdx`,
			text: partialText(type.name, relative, header, items),
			struct: { path, type: type.name },
			items,
		}));
}

function itemOf({ names: [first], tag, quotedTag, written }: GoField, doc: readonly string[] | undefined, origin: Origin): Item | Remark | undefined {
	if (first === undefined || tag === undefined) return undefined;
	const tags = readTags(quotedTag ?? tag); // it takes the quotes off, and unquotes nothing
	if (tags === 'unsure') return { message: `the tag of ${first} has an escape that is not supported` };
	if (tags === undefined || tags === 'crash') return { message: `the tag of ${first} cannot be read, so packer-sdc stops` };
	const name = tagOf(tags, 'mapstructure')?.name ?? '';
	if (tagOf(tags, 'undocumented')?.name === 'true' || name === '') return undefined;
	const docs = doc ? commentText(doc) : splitCamelCase(first).join(' ');
	if (docs.includes('TODO')) return undefined;
	const type = written.replaceAll('*', '\\*');
	const required = tagOf(tags, 'required');
	return {
		text: `- \`${name}\` (${spoken[type] ?? type}) - ${docs.replaceAll('\n', '\n  ').trim()}`,
		origin,
		required: required !== undefined && tagValue(required) === 'true',
	};
}

/** What some types are called in documentation (SDK struct-markdown Run). */
const spoken: Readonly<Record<string, string>> = {
	'time.Duration': 'duration string | ex: "1h5m2s"',
	'config.Trilean': 'boolean',
	'config.NameValues': '[]{name string, value string}',
	'config.KeyValues': '[]{key string, value string}',
};

/** A partial's text (SDK struct-markdown template). */
function partialText(struct: string, source: string, header: string, items: MarkdownPartial['items']): string {
	const body = (header === '' ? '' : `\n${header}\n`) + items.map(({ text }) => `\n${text}\n`).join('');
	return `<!-- Code generated from the comments of the ${struct} struct in ${source}; DO NOT EDIT MANUALLY -->\n${body}\n<!-- End of code generated from the comments of the ${struct} struct in ${source}; -->\n`;
}
