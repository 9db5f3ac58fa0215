import { type Edit, insertLineAfter } from '../../text/edit';
import { spanOf } from '../../text/nodes';
import { stepBefore } from '../ci/newStep';
import { yamlSpans } from '../ci/yaml';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { checkout } from './newFiles';
import type { BrokenNotification } from './notifyInputs';

/** Inputs of the action that have the same value in every workflow. */
const usual: Readonly<Record<string, string>> = { github_token: '${{ secrets.GITHUB_TOKEN }}', release_sha: '${{ github.sha }}' };

/** The edits that give the action what it lacks; undefined where only the author knows it. */
export function notifyFix(read: Read, broken: BrokenNotification): Edit[] | undefined {
	const { workflow, job, step } = broken.of;
	const uses = job.steps.find(other => /^actions\/checkout@/.test(other.uses?.text ?? ''))?.uses?.text ?? checkout;
	if (broken.kind === 'inputs') {
		const last = step.with.at(-1);
		const span = (spans => last?.entry.node !== undefined && spans && spanOf(spans, last.entry.node))(read(yamlSpans, workflow.path));
		const source = read(text, workflow.path) ?? '';
		// In braces the inputs are on one line.
		if (!span || last === undefined || source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start).trim() !== '') return undefined;
		return broken.missing.every(key => usual[key] !== undefined)
			? [insertLineAfter(last.entry, broken.missing.map(key => `${key}: ${usual[key]}`).join('\n'))]
			: undefined;
	}
	if (broken.kind === 'removed') return undefined;
	const lines =
		broken.kind === 'unread'
			? [`- uses: ${uses}`]
			: [`- uses: ${uses}`, '  with:', '    repository: hashicorp/integration-release-action', `    path: ${broken.folder}`];
	const first = broken.kind === 'unread' ? job.steps[0] : step;
	const edit = first && stepBefore(read, workflow.path, first, lines);
	return edit && [edit];
}
