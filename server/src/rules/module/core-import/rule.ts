import { defineRule } from '../../../engine/rule';
import { coreImports } from '../../../facts/plugin/coreImports';
import { coreModule, goMod, requirement, sdkModule } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

/** Where the SDK has what Packer had when the SDK was taken out of it. */
const moved: Readonly<Record<string, string>> = {
	packer: 'packer',
	'packer/plugin': 'plugin',
	'helper/communicator': 'communicator',
	'helper/config': 'template/config',
	'helper/multistep': 'multistep',
	'template/interpolate': 'template/interpolate',
};

export default defineRule({
	summary: "The plugin is built on the SDK, not on Packer's own packages",
	title: 'Packer core package imported',
	titles: { require: 'Packer core module required' },
	severity: 'error',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#plugin-development-basics',
	messages: {
		import: "This is one of Packer's own packages, which are under BUSL-1.1 and no interface for plugins: take what the plugin SDK offers.",
		require: 'go.mod requires Packer itself, which is under BUSL-1.1 and no library for plugins: take what the plugin SDK offers.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const imports = read(coreImports);
		for (const { importPath, place } of imports) {
			const sdk = moved[importPath.slice(coreModule.length + 1)];
			const fix = { title: `Import ${sdkModule}/${sdk}`, kind: 'offer' as const, edits: [replace(place, `"${sdkModule}/${sdk}"`)] };
			yield { at: place, message: 'import', ...(sdk === undefined ? {} : { fix }) };
		}
		const required = read(requirement, coreModule);
		if (imports.length === 0 && required && !required.indirect && read(goMod)?.problems.length === 0)
			yield { at: at('go.mod', required.node), message: 'require' };
	},
});
