import { defineRule } from '../../../engine/rule';
import { ctyFork, wrongCtyReplace } from '../../../facts/plugin/cty';
import { replace } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'go.mod replaces go-cty with a version that the SDK compiles with',
	title: 'Wrong go-cty replacement',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/issues/187',
	messages: {
		gone: 'SDK {sdk} does not compile with go-cty {version}, which has no gob encoding. Replace it with `{fork}`, as `packer-sdc fix` does.',
		old: 'SDK {sdk} does not compile with go-cty {version}, which is too old for its `hcl`. Replace it with {wanted}, as `packer-sdc fix` does.',
		other: 'Replacement applies to go-cty {version} only, but {required} is required, so SDK {sdk} does not compile.',
	},

	*check(read) {
		const found = read(wrongCtyReplace);
		if (found === undefined) return;
		const { wrong, replace: line, required, sdk } = found;
		const ours = `${ctyFork.path} ${ctyFork.version}`;
		const isOther = wrong === 'other';
		yield {
			at: at('go.mod', isOther ? line.versionNode : line.replacementNode),
			message: wrong,
			data: { sdk, version: (isOther ? line.version : line.newVersion) ?? '', fork: ctyFork.path, wanted: ctyFork.version, required: required.version },
			fix: isOther
				? { title: `Replace ${required.version}`, kind: 'safe', edits: [replace(at('go.mod', line.versionNode), required.version)] }
				: { title: `Replace with ${ours}`, kind: 'safe', edits: [replace(at('go.mod', line.replacementNode), ours)] },
		};
	},
});
