import { defineRule } from '../../../engine/rule';
import { pluginSentence } from '../../../facts/docs/names';
import { isUntouchedTemplate } from '../../../facts/plugin/scaffolding';
import { metadata, type Text } from '../../../facts/webdocs/metadata';
import { placeholders } from '../../../facts/webdocs/placeholders';
import { replace } from '../../../text/edit';

export default defineRule({
	summary: 'The names and the description in metadata.hcl fit the cards of the portal',
	title: 'Text on portal card',
	titles: { description: 'Description missing on portal card', name: 'Name missing on portal card' },
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/integration-template#metadata-configuration',
	messages: {
		description: '`description` is `{said}`, which the portal shows on the card of the plugin. Say what the plugin does.',
		none: '`description` is empty. The portal shows it on the card of the plugin.',
		name: '`name` is `{said}`, which the portal shows as the title of the card.',
		word: '`{said}` is shown among the Packer plugins in the portal, so `{word}` in the name says nothing new.',
	},

	*check(read) {
		const file = read(metadata);
		if (file === undefined || read(placeholders).length > 0 || read(isUntouchedTemplate)) return;
		const { name, description } = file;
		if (description !== undefined && isUnwritten(description.value)) {
			const said = description.value.trim();
			const fix = { title: 'Replace description', kind: 'offer' as const, edits: [replace(description.place, pluginSentence(read))] };
			yield { at: said === '' ? file.header : description.place, message: said === '' ? 'none' : 'description', data: { said }, fix };
		}
		for (const component of [file, ...file.components])
			if (component.name && isUnwritten(component.name.value) && component.name.value.trim() !== '')
				yield { at: component.name.place, message: 'name', data: { said: component.name.value } };
		const [first, ...others] = [name, ...file.components.map(component => component.name)].flatMap(text => surplusWord(text));
		if (first === undefined) return;
		yield {
			at: first.text.place,
			message: 'word',
			data: { said: first.text.value, word: first.word },
			related: others.map(({ text, word }) => ({ at: text.place, message: `\`${word}\` here, too` })),
			fix: { title: `Remove ${first.word}`, kind: 'offer', edits: [first, ...others].map(({ text, rest }) => replace(text.place, rest)) },
		};
	},
});

const isUnwritten = (text: string): boolean => /^\s*(?:(?:todo|tbd|fixme|n\/a|description|lorem ipsum)\b[\s.:…]*)?$/i.test(text);

/** The word that all of the portal's cards could have: `Packer` or `plugin`, where something is left without it. */
function surplusWord(text: Text | undefined): { text: Text; word: string; rest: string }[] {
	const [word] = /\b(?:packer plugin|plugin|packer)\b/i.exec(text?.value ?? '') ?? [];
	if (text === undefined || word === undefined) return [];
	const rest = text.value
		.replace(/\b(?:(?:for )?packer|plugin)\b/gi, '')
		.replace(/\s+/g, ' ')
		.trim();
	return /^[\p{L}\d]/u.test(rest) && !/\b(?:for|of|the|hcp)$/i.test(rest) && !/hcp\s+packer/i.test(text.value) ? [{ text, word, rest }] : [];
}
