import { defineRule } from '../../../engine/rule';
import { heedsOptions, isBasicRunner, isForDatasource, replacementOf, toNewRunner } from '../../../facts/component/basicRunners';
import { multistep } from '../../../facts/component/steps';
import type { Read } from '../../../facts/core/database';
import { placeOf } from '../../../facts/go/body';

export default defineRule({
	summary: 'Steps run with the options that users give Packer',
	title: 'Runner without -on-error',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/hashicorp/packer-plugin-sdk/blob/main/multistep/commonsteps/multistep_runner.go',
	messages: {
		basic: '`multistep.BasicRunner` ignores `-debug` and `-on-error` of `packer build`. Use `commonsteps.NewRunner`.',
	},

	on: {
		in: 'sources',
		importing: multistep,
		expressions: {
			composite({ read, scope }, literal, x) {
				if (!isBasicRunner(read, scope, literal) || heedsOptions(read, scope) || isForDatasource(read, scope)) return undefined;
				const found = replacementOf(read, scope, literal, x);
				const fix = found && { title: 'Use NewRunner', kind: 'safe' as const, edits: (read: Read) => toNewRunner(read, scope, found) };
				return [{ at: placeOf(scope, x), message: 'basic' as const, ...(fix ? { fix } : {}) }];
			},
		},
	},
});
