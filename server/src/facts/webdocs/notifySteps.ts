import { type Job, type Step, setting, type Workflow, workflows } from '../ci/workflows';
import type { Fact } from '../core/database';

/** A step that runs HashiCorp's action for the integrations portal, and where it is. */
export interface NotifyStep {
	readonly workflow: Workflow;
	readonly job: Job;
	readonly step: Step;
}

/** Whether a step runs `hashicorp/integration-release-action`, from its repository or from a folder. */
export const runsNotifyAction = ({ uses }: Step): boolean => /(?:^|\/)integration-release-action\/?(?:@|$)/.test(uses?.text ?? '');

/** The steps that announce a release to the portal. */
export const notifySteps: Fact<readonly NotifyStep[]> = read =>
	read(workflows).flatMap(workflow =>
		workflow.jobs.flatMap(job =>
			job.steps.filter(step => runsNotifyAction(step) || setting(step.with, 'integration_identifier') !== undefined).map(step => ({ workflow, job, step })),
		),
	);
