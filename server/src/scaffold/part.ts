import { layout, titleOf } from '../facts/docs/layout';
import type { Kind } from '../facts/plugin/registrations';
import { packageName } from './names';

/** The plugin of a new component. */
export interface Plugin {
	readonly name: string;
	readonly owner: string;
	/** The module path. */
	readonly module: string;
}

/** A new component, and all its names. */
export interface Part extends Plugin {
	readonly kind: Kind;
	/** As registered; `''` for plugin.DEFAULT_NAME. */
	readonly component: string;
	readonly fullName: string;
	readonly package: string;
	/** The folder of the package, and the type in it. */
	readonly dir: string;
	readonly type: string;
	readonly slug: string;
	readonly title: string;
	/** The builder id of artifacts. */
	readonly builderId: string;
}

/** The Go type of each kind, which is also in the name of its registration. */
export const typeOf: Readonly<Record<Kind, string>> = {
	builder: 'Builder',
	provisioner: 'Provisioner',
	'post-processor': 'PostProcessor',
	datasource: 'Datasource',
};

/** All names of a new component. */
export function part(plugin: Plugin, kind: Kind, component: string): Part {
	const name = packageName(plugin.name, component);
	return {
		...plugin,
		kind,
		component,
		fullName: component === '' ? plugin.name : `${plugin.name}-${component}`,
		package: name,
		dir: `${kind}/${name}`,
		type: typeOf[kind],
		slug: component === '' ? plugin.name : component,
		title: component === '' ? titleOf(plugin.name) : `${titleOf(plugin.name)} ${titleOf(component)}`,
		builderId: [plugin.owner.toLowerCase(), plugin.name, ...(component === '' ? [] : [component])].join('.'),
	};
}

/** A component in a sentence: ``a builder `acme-ebs` ``. */
export const spoken = ({ fullName, kind }: Part): string => `a ${layout[kind].noun} \`${fullName}\``;
