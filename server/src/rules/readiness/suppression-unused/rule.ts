import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { text } from '../../../facts/core/files';
import { linesOf } from '../../../facts/core/lines';
import { baselinePath } from '../../../facts/readiness/baseline';
import { settingsFile, settingsPath } from '../../../facts/readiness/settings';
import type { Suppression } from '../../../facts/readiness/suppressions';
import { removeLines } from '../../../text/edit';
import { at, type Place } from '../../../text/place';

export default defineRule({
	summary: 'Whatever suppresses findings suppresses some',
	title: 'Suppression not needed',
	titles: { exemption: 'Exemption not needed', off: 'Setting not needed', gone: 'Baseline out of date' },
	severity: 'info',
	inBroken: true,
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/docs/partnerships',
	messages: {
		comment: 'Suppression of `{rule}` is not needed: the rule reports nothing here.',
		exemption: 'Exemption of `{rule}` is not needed: the rule reports nothing there.',
		off: '`{rule}` is turned off, but reports nothing in this plugin.',
		gone: 'Baseline lists {count}. Run `packer-plugin-readiness baseline --update`.',
	},

	*after(read, { comments, exemptions, rules, gone }) {
		for (const comment of comments) {
			const place = { path: comment.path, from: comment.start, to: comment.end };
			const fix = isAlone(read, comment) ? { fix: { title: 'Remove comment', kind: 'offer' as const, edits: [removeLines(place)] } } : {};
			yield { at: place, message: 'comment', data: { rule: comment.rule }, ...fix };
		}
		for (const { rule, node, item } of exemptions) {
			const fix = { title: 'Remove exemption', kind: 'offer' as const, edits: [removeLines(at(settingsPath, item))] };
			yield { at: at(settingsPath, node), message: 'exemption', data: { rule }, fix };
		}
		for (const rule of rules) {
			const node = read(settingsFile)?.nodes[rule];
			if (node !== undefined) yield { at: at(settingsPath, node), message: 'off', data: { rule } };
		}
		const count = gone.reduce((sum, entry) => sum + entry.count, 0);
		const place: Place = at(baselinePath);
		if (count > 0) yield { at: place, message: 'gone', data: { count: count === 1 ? '1 finding that is settled' : `${count} findings that are settled` } };
	},
});

/** Whether the comment has its line to itself, and says nothing else. */
function isAlone(read: Read, { path, start, end }: Suppression & { readonly path: string }): boolean {
	const source = read(text, path) ?? '';
	const lines = read(linesOf, path);
	const line = lines.lineAt(lines.positionAt(start).line);
	return /^\s*(?:\/\/|#|\/\*|<!--|\{\/\*)\s*$/.test(source.slice(line.start, start)) && /^\s*(?:\*\/\}?|-->)?\s*$/.test(source.slice(end, line.end));
}
