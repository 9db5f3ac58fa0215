import type { Place } from '../../text/place';
import type { Fact } from '../core/database';

import { partOfTemplate } from './edits';
import { archiveNames, binaryNames, type Name } from './names';
import type { Template } from './plan/option';

/** A release name whose API version is not the one Packer looks for, and where that comes from; `others` are the other names of the same cause. */
export type BrokenVersion = { readonly place: Place; readonly name: Name; readonly others: readonly Template[] } & (
	| { readonly kind: 'unset'; readonly variable: string }
	| { readonly kind: 'empty'; readonly variable: string; readonly of: string }
	/** `literal` where the workflow says the wrong version, and the template only puts it in. */
	| { readonly kind: 'wrong'; readonly version: string; readonly literal: boolean }
);

/** What is wrong with the API version in the names of a release: each variable once, and each wrong version once. */
export const brokenVersions: Fact<readonly BrokenVersion[]> = read => {
	const names = [...read(binaryNames), ...read(archiveNames)].flatMap(({ names }) => names.find(n => n.verdict === 'unset' || n.verdict === 'version') ?? []);
	const causes = new Map<string, Name[]>();
	for (const name of names) causes.set(keyOf(name), [...(causes.get(keyOf(name)) ?? []), name]);
	return [...causes.values()].flatMap(([name, ...more]): BrokenVersion[] => {
		if (name === undefined) return [];
		const { variable, version = '', template } = name;
		const known = variable?.known;
		const others = more.map(({ template }) => template);
		if (name.verdict === 'version') {
			const literal = literalOf(name);
			return [{ kind: 'wrong', place: literal ?? template.place, name, others: literal ? [] : others, version, literal: literal !== undefined }];
		}
		const placeholder = variable && new RegExp(`\\{\\{-?\\s*\\.Env\\.${variable.name}\\s*-?\\}\\}`).exec(template.text);
		if (!variable || !known) return [];
		const place = placeholder ? partOfTemplate(read, template, placeholder.index, placeholder.index + placeholder[0].length) : template.place;
		const found = { place, name, others: [], variable: variable.name };
		if (known.kind === 'empty') return [{ kind: 'empty', ...found, of: known.of }];
		return known.kind === 'unset' ? [{ kind: 'unset', ...found }] : [];
	});
};

/** Where a workflow says the wrong version, which the template only puts in. */
function literalOf({ variable, version }: Name): Place | undefined {
	return variable?.known.kind === 'text' && variable.known.text === version ? variable.known.place : undefined;
}

/** What two names have in common that are wrong for the same reason. */
const keyOf = (name: Name) => `${name.verdict} ${name.verdict === 'unset' || literalOf(name) ? name.variable?.name : name.version}`;
