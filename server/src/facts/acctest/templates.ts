import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import type { Component } from '../plugin/components';
import type { Kind } from '../plugin/registrations';

/** A component type that a template uses. */
export interface Used {
	/** Undefined in JSON, where the type alone does not tell. */
	readonly kind?: Kind;
	readonly type: string;
}

/** A used type with the offsets of its name in the text. */
export interface UsedAt extends Used {
	readonly from: number;
	readonly to: number;
}

const kindOf: Readonly<Record<string, Kind>> = {
	source: 'builder',
	data: 'datasource',
	provisioner: 'provisioner',
	'error-cleanup-provisioner': 'provisioner',
	'post-processor': 'post-processor',
};

/** A block of HCL at the start of a line or of a string of another language, whose quotes may be escaped. */
const block = /(?<=^|["`'{;]|\\n)[ \t]{0,200}(source|data|provisioner|error-cleanup-provisioner|post-processor)[ \t]{1,200}\\?"([\w-]{1,200})\\?"/gm;
const property = /\\?"type\\?"[ \t]{0,200}:[ \t]{0,200}\\?"([\w-]{1,200})\\?"/g;

/** The types that the templates in a text use, with their places, in order: the text may be a template, or code with templates in it. */
export function usesIn(source: string): readonly UsedAt[] {
	const at = (type: string, index: number, whole: string) => {
		const from = index + whole.lastIndexOf(type);
		return { type, from, to: from + type.length };
	};
	const blocks = [...source.matchAll(block)].map(({ 0: whole, 1: word = '', 2: type = '', index }) => ({
		kind: kindOf[word] as Kind,
		...at(type, index, whole),
	}));
	const properties = [...source.matchAll(property)].map(({ 0: whole, 1: type = '', index }) => at(type, index, whole));
	return [...blocks, ...properties].sort((a, b) => a.from - b.from);
}

/** The types that the templates in a file use, each once. */
export const usedIn: Fact<readonly Used[], string> = (read, path) => {
	const seen = new Map(usesIn(read(text, path) ?? '').map(({ kind, type }) => [`${kind}\0${type}`, { ...(kind === undefined ? {} : { kind }), type }]));
	return [...seen.values()];
};

/** Whether a used type is that of a component. */
export const isUseOf = ({ kind, type }: Used, component: Pick<Component, 'kind' | 'fullName'>): boolean =>
	type === component.fullName && (kind === undefined || kind === component.kind);

/** The files of the plugin that are templates, or from which templates are made. */
export const templateFiles: Fact<readonly string[]> = read => read(filesUnder, '').filter(path => isTemplateName(path) && read(usedIn, path).length > 0);

const isTemplateName = (path: string) => /\.(?:hcl|json|tpl|tmpl|tftpl|gotmpl|j2)$/.test(path) && !/\.pkrvars\./.test(path) && !foreign.test(path);

/** Folders of documentation, and of what nobody here writes. */
export const foreign = /^(?:docs|docs-partials|\.docs|\.web-docs|website)\/|(?:^|\/)(?:vendor|node_modules|\.git|\.terraform)\//;

/** Whether a file speaks of a component: its templates use it, or its name is quoted somewhere and no template has that name for another kind. */
export function names(read: Read, path: string, component: Pick<Component, 'kind' | 'fullName'>): boolean {
	const used = read(usedIn, path);
	if (used.some(use => isUseOf(use, component))) return true;
	return used.every(({ type }) => type !== component.fullName) && read(quotes, `${path}\0${component.fullName}`);
}

/** Whether a file has a name in quotes, or as a part of a reference (`path\0name`). */
const quotes: Fact<boolean, string> = (read, key) => {
	const [path, name] = key.split('\0', 2) as [string, string];
	const source = read(text, path) ?? '';
	return [`"${name}"`, `'${name}'`, `"${name}.`, `\\"${name}\\"`, `source.${name}.`, `data.${name}.`].some(word => source.includes(word));
};
