import { defineRule } from '../../../engine/rule';
import { goFile } from '../../../facts/go/file';
import { identity } from '../../../facts/plugin/identity';
import { sdkModule } from '../../../facts/plugin/module';
import { registrations } from '../../../facts/plugin/registrations';
import { words } from '../../../facts/plugin/words';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'Templates can refer to every builder and data source by its name',
	title: 'Component name not an identifier',
	titles: { empty: 'Component name empty' },
	severity: 'error',
	severities: { empty: 'warning' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	messages: {
		identifier: 'HCL templates cannot refer to {kind} `{name}`, because the name is not an HCL identifier. Use letters, digits, `-` and `_`.',
		empty: 'Name is empty, so templates must write `{plugin}-`. Use `plugin.DEFAULT_NAME` for the name of the plugin alone.',
	},

	*check(read) {
		for (const { kind, name, namePlace, literal, legacy, call } of read(registrations)) {
			if (legacy || name === undefined) continue;
			if (name === '' && literal) {
				const qualifier = read(goFile, call.path)?.imports.find(i => i.path === `${sdkModule}/plugin`)?.name ?? 'plugin';
				const fix = { title: 'Use plugin.DEFAULT_NAME', kind: 'offer' as const, edits: [replace(namePlace, `${qualifier}.DEFAULT_NAME`)] };
				yield { at: namePlace, message: 'empty', data: { plugin: read(identity).name }, fix };
			}
			// Nothing refers to provisioners and post-processors: their names may be any text.
			if ((kind === 'builder' || kind === 'datasource') && !/^[\p{ID_Continue}-]*$/u.test(name))
				yield { at: namePlace, message: 'identifier', data: { kind: words[kind].kind, name } };
		}
	},
});
