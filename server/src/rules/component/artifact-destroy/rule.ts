import { defineRule } from '../../../engine/rule';
import { builderArtifacts, doesNothing, givesNothing, methodOf } from '../../../facts/component/artifacts';
import { functionName } from '../../../facts/go/packages';

export default defineRule({
	summary: 'Artifacts delete what they stand for',
	title: 'Artifact cannot be deleted',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/artifact.go',
	messages: {
		nothing: '`Destroy` of `{type}` does nothing, so what the build made stays when no post-processor keeps the artifact.',
	},

	*check(read) {
		for (const { type } of read(builderArtifacts)) {
			const destroy = methodOf(read, type, 'Destroy');
			if (destroy === undefined || !doesNothing(read, destroy.scope)) continue;
			const [id, files] = ['Id', 'Files'].map(name => methodOf(read, type, name));
			if ((id === undefined || givesNothing(read, id.scope)) && (files === undefined || givesNothing(read, files.scope))) continue;
			yield { at: functionName(destroy.method), message: 'nothing', data: { type: type.type } };
		}
	},
});
