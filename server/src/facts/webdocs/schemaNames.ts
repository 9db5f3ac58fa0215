/** What a value must be. */
export type Wanted = 'a string' | 'a list of strings' | 'true or false';

/** What the validator wants of an attribute. */
export interface Attribute {
	readonly wanted: Wanted;
	readonly required?: true;
	readonly nullable?: true;
	readonly url?: true;
}

const text: Attribute = { wanted: 'a string' };

/** The attributes of each block. */
export const attributes: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = {
	integration: {
		name: { ...text, required: true },
		description: { ...text, required: true },
		identifier: { ...text, required: true },
		flags: { wanted: 'a list of strings' },
		hide_versions: { wanted: 'true or false' },
		integration_type: { ...text, nullable: true },
	},
	component: { type: { ...text, required: true }, name: { ...text, required: true }, slug: { ...text, required: true } },
	docs: { process_docs: { wanted: 'true or false' }, readme_location: text, external_url: { ...text, nullable: true } },
	license: { type: { ...text, nullable: true }, url: { ...text, nullable: true, url: true } },
};

/** The blocks within `integration`. */
export const blocks = ['component', 'docs', 'license'];

/** The names that the validator knows in a block: those of attributes, and those of blocks. The others are dropped. */
export const knownNames = (parent: string): { readonly attributes: readonly string[]; readonly blocks: readonly string[] } => ({
	attributes: Object.keys(attributes[parent] ?? {}),
	blocks: parent === 'integration' ? blocks : [],
});
