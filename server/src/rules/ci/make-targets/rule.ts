import { defineRule } from '../../../engine/rule';
import { makefilePath, makeTargets } from '../../../facts/ci/make';
import { lostMakeCalls } from '../../../facts/ci/makeCalls';
import { makeRules, missingTargets, wantedTargets } from '../../../facts/ci/makeWanted';
import type { Read } from '../../../facts/core/database';
import { isPlugin } from '../../../facts/plugin/plugin';
import { append, create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The Makefile has the targets that guides, hooks and workflows call',
	severity: 'warning',
	severities: { called: 'error' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/GNUmakefile',
	messages: {
		absent: 'There is no Makefile: reviewers and the release workflows of the scaffolding call `make generate`, `make plugin-check` and `make testacc`.',
		lacks: 'This Makefile lacks {targets}, on which guides, reviewers and workflows rely, and no other target does the same.',
		called: '`make {target}` fails here: {path} has no such target.',
	},

	*check(read) {
		if (!read(isPlugin)) return;
		const path = read(makefilePath);
		for (const { target, place } of read(lostMakeCalls)) yield { at: place, message: 'called', data: { target, path: path ?? 'a Makefile that' } };
		if (path === undefined) {
			const edits = (read: Read) => [create('GNUmakefile', makeRules(read, wantedTargets))];
			return yield { at: at('go.mod'), message: 'absent', fix: { title: 'Create GNUmakefile', kind: 'offer', edits } };
		}
		const missing = read(missingTargets);
		if (missing.length === 0) return;
		const edits = (read: Read) => [append(path, `\n${makeRules(read, missing, read(makeTargets))}`)];
		const data = { targets: missing.map(name => `\`${name}\``).join(', ') };
		yield { at: at(path), message: 'lacks', data, fix: { title: `Add ${data.targets}`, kind: 'offer', edits } };
	},
});
