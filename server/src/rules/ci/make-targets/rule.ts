import { defineRule } from '../../../engine/rule';
import { makefilePath, makeTargets } from '../../../facts/ci/make';
import { lostMakeCalls } from '../../../facts/ci/makeCalls';
import { makeRules, missingTargets, wantedTargets } from '../../../facts/ci/makeWanted';
import { usesOtherRunner } from '../../../facts/ci/otherRunner';
import type { Read } from '../../../facts/core/database';
import { isPlugin } from '../../../facts/plugin/plugin';
import { append, create } from '../../../text/edit';
import { at } from '../../../text/place';

export default defineRule({
	summary: 'The Makefile has the targets that guides, hooks and workflows call',
	title: 'Make target missing',
	titles: { absent: 'Makefile missing', called: 'Call of missing Make target', uncallable: 'Call without Makefile' },
	severity: 'warning',
	severities: { called: 'error', uncallable: 'error' },
	item: 'develop-and-test',
	source: 'https://github.com/hashicorp/packer-plugin-scaffolding/blob/main/GNUmakefile',
	messages: {
		absent: 'No Makefile. Reviewers run `make generate`, `make plugin-check` and `make testacc`.',
		lacks: 'Makefile has no target {targets}. The guides name it, and reviewers run it.',
		lacksSeveral: 'Makefile has no targets {targets}. The guides name them, and reviewers run them.',
		called: '`make {target}` fails: `{path}` has no target `{target}`.',
		uncallable: '`make {target}` fails: the repository has no Makefile.',
	},

	options: {
		targets: { type: 'strings', default: wantedTargets, description: 'The targets that the Makefile must have, by name or in effect' },
	},

	*check(read, { targets }) {
		if (!read(isPlugin)) return;
		const path = read(makefilePath);
		const calls = read(lostMakeCalls);
		for (const target of new Set(calls.map(call => call.target))) {
			const [first, ...others] = calls.filter(call => call.target === target);
			if (first === undefined) continue;
			const related = others.map(({ place }) => ({ at: place, message: 'Called here, too' }));
			const fix = path !== undefined && wantedTargets.includes(target) ? { fix: adding(path, [target]) } : {};
			yield { at: first.place, message: path === undefined ? 'uncallable' : 'called', data: { target, path: path ?? '' }, related, ...fix };
		}
		if (path === undefined && read(usesOtherRunner)) return;
		// What a call reports already is not said again.
		const missing = (path === undefined ? targets : missingTargets(read, targets)).filter(name => !calls.some(call => call.target === name));
		if (missing.length === 0) return;
		const known = missing.every(name => wantedTargets.includes(name));
		yield {
			at: at(path ?? 'go.mod'),
			message: path === undefined ? 'absent' : missing.length === 1 ? 'lacks' : 'lacksSeveral',
			data: { targets: quoted(missing) },
			...(known ? { fix: adding(path, path === undefined ? targets : missing) } : {}),
		};
	},
});

const quoted = (names: readonly string[]) => names.map(name => `\`${name}\``).join(', ');

/** The fix that adds targets to the Makefile, or writes one. */
const adding = (path: string | undefined, names: readonly string[]) => ({
	title: path === undefined ? 'Create GNUmakefile' : `Add ${names.length === 1 ? 'target' : 'targets'} ${quoted(names)}`,
	kind: 'offer' as const,
	edits: (read: Read) =>
		path === undefined ? [create('GNUmakefile', makeRules(read, names))] : [append(path, `\n${makeRules(read, names, read(makeTargets))}`)],
});
