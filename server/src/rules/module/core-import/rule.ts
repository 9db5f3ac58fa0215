import { defineRule, type Related } from '../../../engine/rule';
import { type CoreImport, coreImports } from '../../../facts/plugin/coreImports';
import { coreModule, goMod, requirement, sdkModule } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { removeLines, replace } from '../../../text/edit';
import { listed } from '../../../text/listed';
import { at } from '../../../text/place';

/** Where the SDK has the packages that it took over from Packer. */
const moved: Readonly<Record<string, string>> = {
	packer: 'packer',
	'packer/plugin': 'plugin',
	'helper/communicator': 'communicator',
	'helper/config': 'template/config',
	'helper/multistep': 'multistep',
	'template/interpolate': 'template/interpolate',
};

/** The imports of each file as one related place. */
function byFile(imports: readonly CoreImport[]): readonly Related[] {
	const paths = [...new Set(imports.map(({ place }) => place.path))];
	return paths.flatMap(path => {
		const here = imports.filter(({ place }) => place.path === path);
		const names = listed(here.map(({ importPath }) => importPath));
		return here.slice(0, 1).map(({ place }) => ({ at: place, message: `${names} ${here.length > 1 ? 'are' : 'is'} imported here` }));
	});
}

export default defineRule({
	summary: "The plugin is built on the SDK, not on Packer's own packages",
	title: 'Packer core package imported',
	titles: { require: 'Packer core module required' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	threads: ['https://github.com/mkaczanowski/packer-plugin-builder-arm/pull/71', 'https://github.com/rgl/packer-plugin-windows-update/pull/84'],
	messages: {
		one: '`{path}` is a package of Packer itself, which can change without notice. Import the plugin SDK instead.',
		several: '{count} imports use packages of Packer itself, which can change without notice. Import the plugin SDK instead.',
		require: '`go.mod` requires Packer itself, which can change without notice. Require the plugin SDK instead.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const [first, ...others] = read(coreImports);
		const required = read(goMod)?.problems.length === 0 ? read(requirement, coreModule) : undefined;
		const requirePlace = required && !required.indirect ? at('go.mod', required.node) : undefined;
		if (first === undefined) {
			if (requirePlace) yield { at: requirePlace, message: 'require' };
			return;
		}
		const replacements = [first, ...others].flatMap(({ name, place }) => (moved[name] === undefined ? [] : replace(place, `"${sdkModule}/${moved[name]}"`)));
		const edits = [...replacements, ...(requirePlace ? [removeLines(requirePlace)] : [])];
		const fix = { title: 'Import packages of the plugin SDK', kind: 'offer' as const, edits };
		yield {
			at: first.place,
			message: others.length > 0 ? 'several' : 'one',
			data: { path: first.importPath, count: String(others.length + 1) },
			related: byFile(others),
			...(replacements.length > others.length ? { fix } : {}),
		};
	},
});
