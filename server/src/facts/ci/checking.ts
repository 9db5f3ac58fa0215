import { asText, get, items } from '../../syntax/yaml/lookup';
import type { Fact, Read } from '../core/database';
import { root } from '../release/config';
import { checkedElsewhere } from './elsewhere';
import { isCompiling, isRegenerating } from './generating';
import { localAction } from './localAction';
import { type Running, runs, together } from './running';
import type { Command } from './shell';
import { type Step, type Workflow, workflowPaths, workflows } from './workflows';
import { yamlFile } from './yaml';

/** What the workflows check. */
export interface Checking {
	/** The workflows that run Go tests. */
	readonly tests: readonly Workflow[];
	/** Whether GoReleaser runs them before it builds, as it also does for a rehearsal. */
	readonly testedByHooks: boolean;
	/** Whether a job generates code or documentation, and then looks whether a file has changed. */
	readonly generated: boolean;
	/** Whether something that we cannot look into may do either. */
	readonly unknown: boolean;
}

/** What the workflows of the repository check, by their own commands or those of Makefiles, scripts and actions in it. */
export const checking: Fact<Checking> = read => {
	const hooks = items(get(read(root)?.value, 'before', 'hooks')).map(hook => asText(hook) ?? asText(get(hook, 'cmd')) ?? '');
	const testedByHooks = hooks.some(hook => runs(read, hook).commands.some(isTest));
	let unknown = read(checkedElsewhere) || read(workflowPaths).some(path => (read(yamlFile, path)?.problems.length ?? 1) > 0);
	let generated = false;
	const tests = new Set<Workflow>();
	for (const workflow of read(workflows))
		for (const job of workflow.jobs) {
			// What a workflow of another repository does, and an action that says nothing of itself, is not known.
			if (job.uses && !job.uses.text.startsWith('./')) unknown = true;
			const { commands, complete } = together(job.steps.map(step => ofStep(read, step)));
			unknown ||= !complete;
			if (commands.some(isTest) || job.steps.some(({ uses }) => /test|\bci\b/i.test(actionOf(uses?.text)))) tests.add(workflow);
			generated ||= commands.some(command => isRegenerating(command) || isCompiling(command)) && (commands.some(looks) || job.steps.some(actsOnChanges));
		}
	return { tests: [...tests], testedByHooks, generated, unknown };
};

/** An action without its version; empty for one of the repository. */
const actionOf = (uses = '') => (uses.startsWith('./') ? '' : uses.replace(/@.*$/, ''));

const actsOnChanges = ({ uses }: Step) => /commit|pull-request|diff|clean|dirty|changed|verify/.test(actionOf(uses?.text));

/** Whether a command asks git what has changed, in its words or in what a variable is set to. */
const looks = ({ words, env }: Command) =>
	[words.join(' '), ...Object.values(env)].some(text => /\bgit\b.*\b(?:status|diff|diff-index|diff-files|ls-files)\b/.test(text));

/** Whether a command runs Go tests. */
const isTest = ({ words }: Command): boolean =>
	words.some((word, i) => word === 'test' && /^(?:.*\/)?go$|^\$[({]GO\w*[)}]$/.test(words[i - 1] ?? '')) ||
	words.some(word => /(?:^|\/)(?:gotestsum|gotest|richgo|ginkgo)(?:@\S+)?$/.test(word));

function ofStep(read: Read, { run, uses, workingDirectory }: Step): Running {
	if (run) return workingDirectory === undefined ? runs(read, run.text) : { ...runs(read, run.text), complete: true };
	if (!uses?.text.startsWith('./') || /(?:^|\/)integration-release-action\/?$/.test(uses.text)) return { commands: [], complete: true };
	return localAction(read, uses.text);
}

/** Whether a workflow runs for changes, and not for releases or on request only. */
export const runsOnChanges = ({ triggers, broken }: Workflow): boolean =>
	broken ||
	triggers.some(
		({ event, tags, branches }) =>
			/^(?:pull_request(?:_target)?|merge_group|workflow_call|workflow_run|schedule|check_suite|repository_dispatch)$/.test(event) ||
			(event === 'push' && (tags === undefined || branches !== undefined)),
	);
