import type { Kind } from '../plugin/registrations';

/** The names of one kind of component in documentation. */
export interface KindLayout {
	/** The folder of its pages below docs/. */
	readonly docs: string;
	/** The folder below .web-docs/components/, which is also its type in metadata.hcl. */
	readonly web: string;
	/** Its name in a sentence. */
	readonly noun: string;
	/** The heading of its pages in the portal's navigation. */
	readonly group: string;
	/** The block in which a template uses it. */
	readonly block: string;
}

/** The names of each kind of component in documentation (the scaffolding's compile-to-webdocs.sh maps one folder to the other). */
export const layout: Readonly<Record<Kind, KindLayout>> = {
	builder: { docs: 'builders', web: 'builder', noun: 'builder', group: 'Builders', block: 'source' },
	provisioner: { docs: 'provisioners', web: 'provisioner', noun: 'provisioner', group: 'Provisioners', block: 'provisioner' },
	'post-processor': { docs: 'post-processors', web: 'post-processor', noun: 'post-processor', group: 'Post-Processors', block: 'post-processor' },
	datasource: { docs: 'datasources', web: 'data-source', noun: 'data source', group: 'Data Sources', block: 'data' },
};

/** The kind whose pages lie in a folder below docs/; undefined for another folder. */
export const kindOfFolder = (folder: string): Kind | undefined => kindWhere(k => k.docs === folder);

/** The kind that has a type in metadata.hcl; undefined where none has. */
export const kindOfType = (type: string): Kind | undefined => kindWhere(k => k.web === type);

const kindWhere = (is: (layout: KindLayout) => boolean) => (Object.keys(layout) as Kind[]).find(kind => is(layout[kind]));

/** A name as a title: `acme-cloud` is `Acme Cloud`; a part without a vowel is an abbreviation. */
export const titleOf = (name: string): string =>
	name
		.split(/[-_ ]+/)
		.filter(part => part !== '')
		.map(part => (/[aeiouy]/i.test(part) ? part[0]?.toUpperCase() + part.slice(1) : part.toUpperCase()))
		.join(' ');
