import { defineRule } from '../../../engine/rule';
import { docsReadme } from '../../../facts/docs/pages';
import { wrongSources } from '../../../facts/docs/sources';
import { isTemplatePage } from '../../../facts/docs/templatePages';
import { identity } from '../../../facts/plugin/identity';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The documentation tells users how to install this plugin',
	title: 'Plugin source address',
	titles: {
		placeholder: 'Plugin source from template',
		prefix: 'Plugin source with prefix',
		other: 'Plugin source differs',
	},
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation#registering-plugins',
	threads: ['https://github.com/ethanmdavidson/packer-plugin-git/issues/79', 'https://github.com/hashicorp/packer/pull/10633'],
	messages: {
		placeholder: "`{said}` is still the template's plugin source, which does not install this plugin.",
		prefix: '`{said}` must not contain `packer-plugin-`: Packer rejects the source.',
		other: '`{said}` is not this plugin, so Packer installs releases of another repository. Use `{wanted}`.',
	},

	*check(read) {
		const all = read(wrongSources);
		const readme = read(docsReadme);
		const isUnwritten = readme !== undefined && read(isTemplatePage, readme); // repo/scaffolding-leftover reports the page
		for (const message of ['placeholder', 'prefix', 'other'] as const) {
			const found = all.filter(({ wrong }) => wrong === message);
			const [first, ...others] = found;
			if (first === undefined || (message === 'placeholder' && isUnwritten)) continue;
			const edits = found.flatMap(({ said, wanted, name }) =>
				wanted === undefined ? [] : [replace(said.place, wanted), ...(name ? [replace(name.place, read(identity).name)] : [])],
			);
			const fix = found.some(({ wanted }) => wanted === undefined) ? {} : { fix: { title: `Replace with ${first.wanted}`, kind: 'safe' as const, edits } };
			const related = others.map(({ said }) => ({ at: said.place, message: `Also \`${said.text}\`` }));
			yield { at: first.said.place, message, data: { said: first.said.text, wanted: first.wanted ?? '' }, related, ...fix };
		}
	},
});
