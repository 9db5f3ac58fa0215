import { defineRule } from '../../../engine/rule';
import { builderArtifacts, methodOf } from '../../../facts/component/artifacts';
import { generatedDataOf } from '../../../facts/component/generatedData';
import { functionName } from '../../../facts/go/packages';

export default defineRule({
	summary: 'Artifacts give post-processors the data that a build generates',
	title: 'Generated data lost',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://developer.hashicorp.com/packer/docs/plugins/creation/custom-builders',
	threads: ['https://github.com/hashicorp/packer/issues/11234'],
	messages: {
		hidden: '`State` of `{type}` never returns `generated_data`, so post-processors get no `build` variables such as `build.ID`.',
		lost: 'Artifacts of {builder} have no `generated_data` of the state bag, so post-processors get no `build` variables such as `build.ID`.',
	},

	*check(read) {
		for (const { builder: first, type } of read(builderArtifacts)) {
			const state = methodOf(read, type, 'State');
			const dir = first.implementation?.dir;
			if (state === undefined || dir === undefined) continue;
			const { outcome, builder = first } = generatedDataOf(read, dir, type);
			if (outcome === 'kept') continue;
			yield { at: functionName(state.method), message: outcome, data: { type: type.type, builder: `\`${builder.fullName}\`` } };
		}
	},
});
