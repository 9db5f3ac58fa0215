import { type Edit, removeLines, replace } from '../../text/edit';
import type { Fact, Read } from '../core/database';
import { exists } from '../core/files';
import { templateArchived } from './archived';
import { identifierProblem, ownIdentifier, repeatedIdentifiers } from './identifier';
import { metadata } from './metadata';
import { webDocs } from './paths';
import { type Placeholder, placeholders } from './placeholders';

/** The values of an unfinished metadata.hcl that are still the template's, with its identifier and the copies of that in workflows. */
export const templateValues: Fact<readonly Placeholder[]> = read => {
	const found = [...read(placeholders), ...oldReadme(read), ...archived(read)];
	const said = read(metadata)?.identifier;
	if (found.length === 0 || said === undefined || read(identifierProblem, said.value) !== 'template') return found;
	const wanted = read(ownIdentifier);
	const copies = read(repeatedIdentifiers).map(({ text, content }) => ({ name: 'integration_identifier', value: { value: text, place: content } }));
	return [...found, ...[{ name: 'identifier', value: said }, ...copies].map(one => ({ ...one, ...(wanted === undefined ? {} : { wanted }) }))];
};

/** The edits that replace the values of the template; undefined if a right value is not known. */
export function valueEdits(values: readonly Placeholder[]): readonly Edit[] | undefined {
	const surplus = new Map(values.flatMap(({ surplus }) => (surplus ? [[JSON.stringify(surplus), surplus] as const] : [])));
	const kept = values.filter(({ surplus }) => surplus === undefined);
	if (kept.some(({ wanted }) => wanted === undefined)) return undefined;
	return [...kept.map(({ value, wanted = '' }) => replace(value.place, wanted)), ...[...surplus.values()].map(removeLines)];
}

/** The README of older templates, where metadata.hcl has other values of the template. */
function oldReadme(read: Read): Placeholder[] {
	const value = read(metadata)?.docs?.readmeLocation;
	if (value === undefined || !/^(?:\.\/)?INTEGRATION_README\.md$/.test(value.value) || read(placeholders).length < 2) return [];
	return read(exists, `${webDocs}/INTEGRATION_README.md`) ? [] : [{ name: 'readme_location', value, wanted: './README.md' }];
}

/** The flag of the template, where metadata.hcl has other values of it: webdocs/flag-archived reports it alone. */
function archived(read: Read): Placeholder[] {
	const found = read(placeholders).length === 0 ? undefined : read(templateArchived);
	return found?.flags.apart ? [{ name: 'flags', value: found.flag, surplus: found.flag.place }] : [];
}
