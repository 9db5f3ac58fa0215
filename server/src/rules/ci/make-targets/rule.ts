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
	title: 'Make target missing',
	titles: { absent: 'Makefile missing', called: 'Call of missing Make target' },
	severity: 'warning',
	severities: { called: 'error' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/GNUmakefile',
	messages: {
		absent: 'There is no Makefile: reviewers and the release workflows of the scaffolding call `make generate`, `make plugin-check` and `make testacc`.',
		lacks: 'This Makefile lacks {targets}, on which guides, reviewers and workflows rely, and no other target does the same.',
		called: '`make {target}` fails here: {path} has no such target.',
	},

	options: {
		targets: { type: 'strings', default: wantedTargets, description: 'The targets that the Makefile must have, by name or in effect' },
	},

	*check(read, { targets }) {
		if (!read(isPlugin)) return;
		const path = read(makefilePath);
		for (const { target, place } of read(lostMakeCalls)) yield { at: place, message: 'called', data: { target, path: path ?? 'a Makefile that' } };
		const missing = path === undefined ? targets : missingTargets(read, targets);
		if (missing.length === 0) return;
		const data = { targets: missing.map(name => `\`${name}\``).join(', ') };
		const edits = (read: Read) =>
			path === undefined ? [create('GNUmakefile', makeRules(read, missing))] : [append(path, `\n${makeRules(read, missing, read(makeTargets))}`)];
		const fix = { title: path === undefined ? 'Create GNUmakefile' : `Add ${data.targets}`, kind: 'offer' as const, edits };
		yield {
			at: at(path ?? 'go.mod'),
			message: path === undefined ? 'absent' : 'lacks',
			data,
			...(missing.every(name => wantedTargets.includes(name)) ? { fix } : {}),
		};
	},
});
