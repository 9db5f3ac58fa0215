import { defineRule } from '../../../engine/rule';
import { goFile } from '../../../facts/go/file';
import { identity } from '../../../facts/plugin/identity';
import { sdkModule } from '../../../facts/plugin/module';
import { registrations } from '../../../facts/plugin/registrations';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: "A component's name does not repeat the plugin's",
	title: 'Component name repeats plugin name',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: [
		'https://github.com/hashicorp/packer-plugin-googlecompute/pull/14',
		'https://github.com/hashicorp/packer-plugin-sdk/pull/5',
		'https://github.com/hashicorp/packer/issues/11234',
	],
	messages: { repeats: 'Component name `{name}` repeats the plugin name, so templates must use `{plugin}-{name}`.' },

	*check(read) {
		const plugin = read(identity).name;
		for (const { name, namePlace, literal, legacy, call } of read(registrations)) {
			if (legacy || plugin === '' || (name !== plugin && !name?.startsWith(`${plugin}-`))) continue;
			const qualifier = read(goFile, call.path)?.imports.find(i => i.path === `${sdkModule}/plugin`)?.name ?? 'plugin';
			const shorter = name === plugin ? `${qualifier}.DEFAULT_NAME` : `"${name.slice(plugin.length + 1)}"`;
			const fix = { title: `Rename component to ${shorter}`, kind: 'offer' as const, edits: [replace(namePlace, shorter)] };
			yield { at: namePlace, message: 'repeats', data: { plugin, name }, ...(literal ? { fix } : {}) };
		}
	},
});
