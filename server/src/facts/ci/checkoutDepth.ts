import { asText, entries, get } from '../../syntax/yaml/lookup';
import { type Edit, insertLineAfter, insertLineBefore, replace } from '../../text/edit';
import { spanOf } from '../../text/nodes';
import { at } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { root } from '../release/config';
import { isOn } from '../release/plan/option';
import { localAction } from './localAction';
import { releasing } from './releasing';
import { runs } from './running';
import { type Step, setting } from './workflows';
import { yamlSpans } from './yaml';

/** The checkout of a release that has the last commit only, so that GoReleaser writes its notes without the tags before. */
export const shallowCheckout: Fact<{ readonly step: Step; readonly path: string } | undefined> = read => {
	const changelog = get(read(root)?.value, 'changelog');
	// Notes that GitHub writes, and none, need no history.
	if (isOn(changelog, 'disable') || isOn(changelog, 'skip') || /^github-native$/.test(asText(get(changelog, 'use')) ?? '')) return undefined;
	if (/\{\{/.test(asText(get(changelog, 'disable')) ?? '')) return undefined;
	for (const { how, action, workflow, job, step } of read(releasing).steps) {
		if (how !== 'goreleaser' || !action) continue;
		const before = job.steps.slice(0, job.steps.indexOf(step));
		const checkout = before.findLast(
			({ uses, with: inputs }) => /^actions\/checkout@/.test(uses?.text ?? '') && !['path', 'repository'].some(key => setting(inputs, key)),
		);
		if (checkout === undefined || before.some(one => mayFetch(read, one))) continue;
		const depth = setting(checkout.with, 'fetch-depth');
		if (depth?.text === '0' || depth?.text.includes('${{') || setting(step.with, 'args')?.text.includes('--release-notes')) continue;
		return { step: checkout, path: workflow.path };
	}
	return undefined;
};

/** Whether a step fetches the history, itself or by what it runs of the repository. */
function mayFetch(read: Read, { run, uses }: Step): boolean {
	if (/\bgit\s+fetch\b|--unshallow/.test(run?.text ?? '')) return true;
	const ran = uses?.text.startsWith('./') ? localAction(read, uses.text) : runs(read, run?.text ?? '');
	return !ran.complete || ran.commands.some(({ words }) => words[0] === 'git' && /^(?:fetch|pull)$/.test(words[1] ?? ''));
}

/** The edits that give a checkout the whole history; undefined where we cannot write them. */
export function deepen(read: Read, { step, path }: { readonly step: Step; readonly path: string }): Edit[] | undefined {
	const depth = setting(step.with, 'fetch-depth');
	if (depth) return [replace(depth.place, '0')];
	const inputs = get(step.node, 'with');
	const [first] = entries(inputs);
	if (first) return [insertLineBefore(at(path, first.keyNode), 'fetch-depth: 0')];
	const uses = entries(step.node).find(({ key }) => key === 'uses');
	const span = (spans => spans && uses && spanOf(spans, uses.keyNode))(read(yamlSpans, path));
	if (inputs !== undefined || span === undefined || step.uses === undefined) return undefined;
	const source = read(text, path) ?? '';
	const line = source.slice(source.lastIndexOf('\n', span.start - 1) + 1, span.start);
	const margin = ' '.repeat(line.length - (/^\s*/.exec(line)?.[0].length ?? 0));
	// In braces the step is written on one line.
	return /^[\s-]*$/.test(line) ? [insertLineAfter(step.uses.place, `${margin}with:\n${margin}  fetch-depth: 0`)] : undefined;
}
