import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { basename } from '../../../facts/core/paths';
import { unwritten } from '../../../facts/docs/unwritten';
import { isPlugin } from '../../../facts/plugin/plugin';
import { isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { type ScaffoldingRemnant, scaffoldingRemnants } from '../../../facts/plugin/scaffoldingRemnants';
import { metadataPath } from '../../../facts/webdocs/paths';
import { templateValues, valueEdits } from '../../../facts/webdocs/templateValues';
import { type Edit, replace } from '../../../text/edit';
import { at, type Place } from '../../../text/place';

/** The kinds with a message of their own for a single place. */
type Single = Exclude<Kind, 'readme' | 'metadata'>;
type Kind = ScaffoldingRemnant['kind'] | 'page' | 'readme' | 'metadata';

/** One place that still is the template's; without edits where only the author knows what belongs there. */
interface Left {
	readonly kind: Kind;
	readonly said: string;
	readonly place: Place;
	readonly edits: readonly Edit[];
	readonly replacement?: string;
}

/** What a sentence calls one place of a kind, and several; in the order of their weight. */
const nouns: Readonly<Record<Kind, readonly [one: string, several: string]>> = {
	module: ['module path', 'module paths'],
	import: ['import', 'imports'],
	registration: ['component', 'components'],
	builderId: ['builder ID', 'builder IDs'],
	makefile: ['Makefile', 'Makefiles'],
	source: ['example', 'examples'],
	metadata: [`\`${basename(metadataPath)}\``, 'values'],
	readme: ['`docs/README.md`', 'overviews'],
	package: ['package', 'packages'],
	page: ['page', 'pages'],
	docs: ['page text', 'page texts'],
};
const order = Object.keys(nouns) as Kind[];

export default defineRule({
	summary: 'The plugin has no names, pages or values of the template',
	title: 'Template not finished',
	titles: {
		module: 'Module named after template',
		import: 'Template imported',
		registration: 'Component named after template',
		builderId: 'Builder ID from template',
		makefile: 'Makefile builds template',
		source: 'Example installs template',
		package: 'Package named after template',
		page: 'Template page',
		docs: 'Page describes template',
		minor: 'Template texts and packages',
	},
	severity: 'error',
	severities: { package: 'warning', page: 'warning', docs: 'warning', minor: 'warning' },
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding',
	threads: ['https://github.com/nutanix-cloud-native/packer-plugin-nutanix/pull/29'],
	messages: {
		module: "Module path is still the template's `{said}`.",
		import: 'Import is of the template: `{said}`.',
		registration: "Component still has the template's name `{said}`.",
		builderId: "Builder ID is still the template's `{said}`. Post-processors tell plugins apart by it.",
		makefile: 'The Makefile still builds `packer-plugin-{said}`.',
		source: "Example installs the template's `{said}`.",
		package: 'Package is still named `{said}`, as in the template.',
		page: 'Page is still that of the template.',
		docs: 'Page still describes the template: `{said}`.',
		unfinished: 'Template is not finished. To change: {places}.',
		minor: 'The plugin still has names of the template. To change: {places}.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const all = left(read);
		const [first, ...others] = all;
		if (first === undefined) return;
		const edits = all.flatMap(one => one.edits);
		const isMinor = all.every(({ kind }) => kind === 'package' || kind === 'page' || kind === 'docs');
		const message = others.length === 0 && isSingle(first.kind) ? first.kind : isMinor ? 'minor' : 'unfinished';
		const act = edits[0]?.kind === 'delete' ? 'Delete' : 'Rewrite';
		const title =
			others.length > 0 ? 'Replace names of the template' : first.replacement === undefined ? `${act} ${first.said}` : `Replace with ${first.replacement}`;
		yield {
			at: first.place,
			message,
			data: { said: first.said, places: places(all) },
			related: others.map(({ said, place }) => ({ at: place, message: `From the template: \`${said}\`` })),
			...(edits.length === 0 ? {} : { fix: { title, kind: 'offer', edits } }),
		};
	},
});

const isSingle = (kind: Kind): kind is Single => kind !== 'readme' && kind !== 'metadata';

/** All places that are still the template's, by weight. In an untouched template this includes the values of metadata.hcl, which webdocs/leftover reports otherwise. */
function left(read: Read): readonly Left[] {
	const names = read(scaffoldingRemnants).map(one => ({ ...one, edits: one.replacement === undefined ? [] : [replace(one.place, one.replacement)] }));
	const pages = read(unwritten).map(({ path, edits }) => ({
		kind: /\/README\.md$/.test(path) ? ('readme' as const) : ('page' as const),
		said: path,
		place: at(path),
		edits,
	}));
	const values = read(isUntouchedTemplate) ? read(templateValues) : [];
	const metadata = values.map(({ name, value }, i) => ({
		kind: 'metadata' as const,
		said: `${name} = ${value.value}`,
		place: value.place,
		edits: i === 0 ? (valueEdits(values) ?? []) : [],
	}));
	const all: Left[] = [...names, ...pages, ...metadata];
	return order.flatMap(kind => all.filter(one => one.kind === kind));
}

/** What is left, as a sentence lists it: `module path, 5 imports and metadata.hcl`. */
function places(all: readonly Left[]): string {
	const counted = order.flatMap(kind => {
		const count = all.filter(one => one.kind === kind).length;
		return count === 0 ? [] : [count === 1 || kind === 'metadata' ? nouns[kind][0] : `${count} ${nouns[kind][1]}`];
	});
	return counted.length < 2 ? counted.join('') : `${counted.slice(0, -1).join(', ')} and ${counted.at(-1)}`;
}
