import { layout, titleOf } from '../facts/docs/layout';
import type { Kind } from '../facts/plugin/registrations';
import { packageName } from './names';

/** The plugin that a component is made for. */
export interface Plugin {
	readonly name: string;
	readonly owner: string;
	/** The module path. */
	readonly module: string;
}

/** A component to be made, and what everything about it is called. */
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
	/** What artifacts of a builder say that they are from. */
	readonly builderId: string;
}

/** The Go type of each kind, which is also what its registration is called after. */
export const typeOf: Readonly<Record<Kind, string>> = {
	builder: 'Builder',
	provisioner: 'Provisioner',
	'post-processor': 'PostProcessor',
	datasource: 'Datasource',
};

/** What everything about a new component is called. */
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

/** What a sentence calls a component: `the acme-ebs builder`. */
export const spoken = ({ fullName, kind }: Part): string => `the ${fullName} ${layout[kind].noun}`;
