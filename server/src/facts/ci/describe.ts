import { append, type Edit, insertBefore, replace } from '../../text/edit';
import { spanOf } from '../../text/nodes';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { entry } from '../plugin/entry';
import type { Release } from './releasing';
import { type Step, setting } from './workflows';
import { yamlSpans } from './yaml';

/** The command that prints the API version of the plugin. */
export const describeCommand = (read: Read): string => `go run ${read(entry)?.dir ? `./${read(entry)?.dir}` : '.'} describe | jq -r '.api_version'`;

/** The step that asks the plugin for its API version, and the expression for what it says. */
export const describeStep = (read: Read): readonly string[] => [
	'- name: Read API version of plugin',
	'  id: plugin_describe',
	`  run: echo "api_version=$(${describeCommand(read)})" >> "$GITHUB_OUTPUT"`,
];
export const describedVersion = (id: string): string => `\${{ steps.${id}.outputs.api_version }}`;

/** Gives the step that runs GoReleaser a variable with the API version, from a step that asks the plugin for it. */
export function setApiVersion(read: Read, { workflow, job, step }: Release, name: string): Edit[] {
	const source = read(text, workflow.path) ?? '';
	const spans = read(yamlSpans, workflow.path);
	const span = spans && spanOf(spans, step.node.node);
	const dash = span && /-[ \t]*(?:\r?\n[ \t]*)?$/.exec(source.slice(0, span.start))?.index;
	if (span === undefined || dash === undefined || step.node.kind !== 'map') return [];
	const asking = job.steps.find(
		(s): s is Step & { id: string } => s.id !== undefined && /\bdescribe\b/.test(s.run?.text ?? '') && /api_version(?:=|::)/.test(s.run?.text ?? ''),
	);
	const value = describedVersion(asking?.id ?? 'plugin_describe');
	const column = (offset: number) => ' '.repeat(offset - (source.lastIndexOf('\n', offset - 1) + 1));
	const point = (offset: number) => ({ path: workflow.path, from: offset, to: offset });
	const edits: Edit[] = asking
		? []
		: [
				insertBefore(
					point(dash),
					describeStep(read)
						.map(line => `${line}\n${column(dash)}`)
						.join(''),
				),
			];
	const set = setting(step.env, name);
	const env = step.node.entries.find(e => e.key === 'env')?.value;
	const first = env?.kind === 'map' ? env.entries[0] : undefined;
	const firstSpan = first && spans && spanOf(spans, first.keyNode);
	if (set) edits.push(replace(set.place, value));
	else if (firstSpan) edits.push(insertBefore(point(firstSpan.start), `${name}: ${value}\n${column(firstSpan.start)}`));
	else if (env === undefined) {
		const end = source.slice(0, span.end).trimEnd().length;
		const lines = `\n${column(span.start)}env:\n${column(span.start)}  ${name}: ${value}`;
		edits.push(end === source.length ? append(workflow.path, lines) : insertBefore(point(end), lines));
	}
	return edits;
}
