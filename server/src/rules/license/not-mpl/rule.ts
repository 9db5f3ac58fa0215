import { defineRule } from '../../../engine/rule';
import { license } from '../../../facts/license/license';
import { mpl2 } from '../../../facts/license/mpl';
import { isPlugin } from '../../../facts/plugin/plugin';
import { create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The license is MPL-2.0',
	title: 'License is not MPL-2.0',
	severity: 'error',
	community: 'warning',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	threads: ['https://github.com/wata727/packer-plugin-amazon-ami-management/pull/166'],
	messages: {
		other: 'License is {id}, but the integration program requires MPL-2.0. Community plugins have been listed under other licenses.',
		unknown: 'License text is not MPL-2.0, which the integration program requires. Community plugins have been listed under other licenses.',
	},

	options: {
		accepted: { type: 'strings', default: [], description: 'SPDX identifiers of other licenses that the plugin may be under' },
	},

	*check(read, { accepted }) {
		const found = read(license);
		if (!read(isPlugin) || found === undefined || !found.read || found.id === 'MPL-2.0') return;
		if (found.id !== undefined && accepted.includes(found.id)) return;
		const fix = { title: `Replace ${found.path} with MPL-2.0 text`, kind: 'offer' as const, edits: [create(found.path, mpl2, { overwrite: true })] };
		yield found.id === undefined ? { at: at(found.path), message: 'unknown', fix } : { at: at(found.path), message: 'other', data: { id: found.id }, fix };
	},
});
