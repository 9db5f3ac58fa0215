import { gte, valid } from 'semver';
import { defineRule } from '../../../engine/rule';
import { otherSdcs } from '../../../facts/ci/sdcVersion';
import { sdkVersion } from '../../../facts/plugin/module';
import { isPlugin } from '../../../facts/plugin/plugin';

export default defineRule({
	summary: 'The version of packer-sdc is that of the SDK in go.mod',
	title: 'Version of packer-sdc',
	severity: 'info',
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/GNUmakefile',
	threads: ['https://github.com/rgl/packer-plugin-windows-update/pull/102'],
	messages: {
		moving: '`packer-sdc@{version}` changes with the SDK, and `go.mod` requires {sdk}. What it generates can differ from one machine to the next.',
		other: '`packer-sdc@{version}` is not of the SDK that `go.mod` requires, {sdk}. What it generates can differ from what that SDK expects.',
	},

	*check(read) {
		const sdk = read(sdkVersion);
		// Before v0.2.9 packer-sdc has no `plugin-check`, or a wrong one.
		if (!read(isPlugin) || sdk === undefined || !valid(sdk) || !gte(sdk, '0.2.9')) return;
		const all = read(otherSdcs);
		for (const version of new Set(all.map(one => one.version))) {
			const [first, ...others] = all.filter(one => one.version === version);
			if (first === undefined) continue;
			const edits = [first, ...others].map(one => one.edits);
			yield {
				at: first.place,
				message: valid(version) ? 'other' : 'moving',
				data: { version, sdk },
				related: others.map(({ place }) => ({ at: place, message: 'The same version' })),
				...(edits.every(one => one !== undefined)
					? { fix: { title: 'Use version of go.mod', kind: 'offer' as const, edits: edits.flatMap(one => one ?? []) } }
					: {}),
			};
		}
	},
});
