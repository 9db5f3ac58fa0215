import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { kindOfType } from '../docs/layout';
import { componentTitle, pluginSentence, pluginTitle, slugOf } from '../docs/names';
import { type Component, components } from '../plugin/components';
import { identity } from '../plugin/identity';
import { isScaffolding } from '../plugin/scaffolding';
import { type MetadataComponent, metadata, type Text } from './metadata';

/** A value of metadata.hcl from the scaffolding or hashicorp/integration-template. */
export interface Placeholder {
	readonly name: string;
	readonly value: Text;
	/** The right value, where it is known. */
	readonly wanted?: string;
	/** The whole block, where the plugin has no component for it. */
	readonly surplus?: Place;
}

/** The values of metadata.hcl that are still the template's; none in the scaffolding itself. */
export const placeholders: Fact<readonly Placeholder[]> = read => {
	const file = read(metadata);
	if (file === undefined || read(isScaffolding)) return [];
	const { repository, owner } = read(identity);
	const home = owner === undefined ? undefined : `https://github.com/${owner}/${repository}`;
	const is = (name: string, value: Text | undefined, pattern: RegExp, wanted: string | undefined): Placeholder[] =>
		value !== undefined && pattern.test(value.value) ? [{ name, value, ...(wanted === undefined ? {} : { wanted }) }] : [];
	return [
		...is('name', file.name, /^integration template$/i, pluginTitle(read)),
		...is('description', file.description, /^this is an integration template\.?$/i, pluginSentence(read)),
		...is('external_url', file.docs?.externalUrl, /hashicorp\/integration-template\b/, home),
		...is('url', file.license?.url, /hashicorp\/integration-template\b/, home === undefined ? undefined : `${home}/blob/HEAD/LICENSE`),
		...file.components.flatMap((component, i) => ofComponent(read, component, file.components.slice(0, i))),
	];
};

/** Whether a component block is still the template's. */
export const isPlaceholder = (read: Read, { name, slug, type }: MetadataComponent): boolean =>
	/^component name\b/i.test(name?.value ?? '') || (slug?.value === 'name' && !ofType(read, type).some(component => component.name === 'name'));

function ofComponent(read: Read, block: MetadataComponent, before: readonly MetadataComponent[]): Placeholder[] {
	if (!isPlaceholder(read, block)) return [];
	const meant = ofType(read, block.type)[before.filter(other => other.type?.value === block.type?.value).length];
	const values = [
		{ name: 'name', value: block.name, placeholder: /^component name\b/i, wanted: meant && componentTitle(read, meant) },
		{ name: 'slug', value: block.slug, placeholder: /^name$/, wanted: meant && slugOf(read, meant) },
	];
	return values.flatMap(({ name, value, placeholder, wanted }) =>
		value === undefined || !placeholder.test(value.value) ? [] : [{ name, value, ...(wanted === undefined ? { surplus: block.whole } : { wanted }) }],
	);
}

/** The components of a type of metadata.hcl. */
const ofType = (read: Read, type: Text | undefined): readonly Component[] =>
	read(components).filter(({ kind }) => type !== undefined && kind === kindOfType(type.value));
