import { at, type Place, partOfPlace } from '../../text/place';
import { type Used, usesIn } from '../acctest/templates';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { codeBlocks } from './markdown';

/** A component type that the code on a page uses. */
export interface ExampleUse extends Used {
	readonly place: Place;
	/** Where the same code refers to blocks of the type, as `source.acme-vm.` does; at the first of its uses there. */
	readonly references: readonly Place[];
}

/** The component types that the templates in the code of a page use, in order. */
export const exampleUses: Fact<readonly ExampleUse[], string> = (read, path) => {
	if (!used.test(read(text, path) ?? '')) return [];
	return read(codeBlocks, path)
		.filter(({ lang, verbatim }) => verbatim && !otherLanguages.test(lang ?? ''))
		.flatMap(({ value, contentNode }) => {
			const place = (from: number, length: number) => partOfPlace(at(path, contentNode), from, from + length);
			const isJson = /"(?:builders|provisioners|post-processors)"/.test(value);
			const found = usesIn(value).filter(({ kind }) => kind !== undefined || isJson);
			const names = new Map<string, number[]>();
			for (const { 0: word, index } of found.length === 0 ? [] : value.matchAll(/(?<=(?:source|data)\.)[\w-]{1,200}(?=\.)/g))
				if (names.get(word)?.push(index) === undefined) names.set(word, [index]);
			return found.map(({ kind, type, from }) => {
				const references = (names.get(type) ?? []).map(index => place(index, type.length));
				names.delete(type);
				return { ...(kind === undefined ? {} : { kind }), type, place: place(from, type.length), references };
			});
		});
};

/** A cheap look for what can be a use. */
const used = /^[ \t]{0,200}(?:source|data|(?:error-cleanup-)?provisioner|post-processor)[ \t]{1,200}"|"(?:builders|provisioners|post-processors)"/m;

/** What changes templates, or makes them. */
const otherLanguages = /^(?:diff|patch|go|golang)$/i;
