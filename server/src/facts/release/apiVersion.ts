import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { partOfTemplate } from './edits';
import { archiveNames, binaryNames, type Name } from './names';

/** A release name whose API version is not the one Packer looks for, and where that comes from. */
export type BrokenVersion = { readonly place: Place; readonly name: Name } & (
	| { readonly kind: 'unset'; readonly variable: string }
	| { readonly kind: 'empty'; readonly variable: string; readonly of: string }
	/** `literal` where the workflow says the wrong version, and the template only puts it in. */
	| { readonly kind: 'wrong'; readonly version: string; readonly literal: boolean }
);

/** What is wrong with the API version in the names of a release: each variable once, each template that has it wrong by itself. */
export const brokenVersions: Fact<readonly BrokenVersion[]> = read => {
	const names = [...read(binaryNames), ...read(archiveNames)].flatMap(({ names }) => names.find(n => n.verdict === 'unset' || n.verdict === 'version') ?? []);
	const seen = new Set<string>();
	return names.flatMap((name): BrokenVersion[] => {
		const { variable, version = '', template } = name;
		const known = variable?.known;
		const literal = known?.kind === 'text' && known.text === version ? known.place : undefined;
		const key = variable !== undefined && (name.verdict === 'unset' || literal) ? variable.name : `${template.place.path}:${template.place.node}`;
		if (seen.has(key)) return [];
		seen.add(key);
		if (name.verdict === 'version') return [{ kind: 'wrong', place: literal ?? template.place, name, version, literal: literal !== undefined }];
		const placeholder = variable && new RegExp(`\\{\\{-?\\s*\\.Env\\.${variable.name}\\s*-?\\}\\}`).exec(template.text);
		if (!variable || !known) return [];
		const place = placeholder ? partOfTemplate(read, template, placeholder.index, placeholder.index + placeholder[0].length) : template.place;
		if (known.kind === 'empty') return [{ kind: 'empty', place, name, variable: variable.name, of: known.of }];
		return known.kind === 'unset' ? [{ kind: 'unset', place, name, variable: variable.name }] : [];
	});
};
