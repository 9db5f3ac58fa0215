import { defineRule } from '../../../engine/rule';
import { builderArtifacts, doesNothing, givesConstant, givesNothing, methodOf } from '../../../facts/component/artifacts';
import { functionName } from '../../../facts/go/packages';
import { symbol } from '../../../facts/go/symbols';

export default defineRule({
	summary: 'Artifacts delete what they stand for',
	title: 'Artifact cannot be deleted',
	severity: 'info',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/packer/artifact.go',
	threads: ['https://github.com/linode/packer-builder-linode/pull/12'],
	messages: {
		nothing: '`Destroy` of `{type}` does nothing, so what the build made stays when no post-processor keeps the artifact.',
	},

	*check(read) {
		const seen = new Set<string>(); // several artifacts may embed the type that has the method
		for (const { type } of read(builderArtifacts)) {
			const destroy = methodOf(read, type, 'Destroy');
			if (destroy === undefined || !doesNothing(read, destroy.scope)) continue;
			const [id, files, text] = ['Id', 'Files', 'String'].map(name => methodOf(read, type, name));
			// An ID that never changes names nothing, unless the artifact says otherwise of itself.
			const names = id !== undefined && !(givesConstant(read, id.scope) && (givesNothing(read, id.scope) || !text || givesConstant(read, text.scope)));
			if (!names && (files === undefined || givesNothing(read, files.scope))) continue;
			const key = symbol(destroy.scope.path, destroy.scope.decl);
			if (!seen.has(key)) yield { at: functionName(destroy.method), message: 'nothing', data: { type: destroy.method.value.receiver?.type ?? type.type } };
			seen.add(key);
		}
	},
});
