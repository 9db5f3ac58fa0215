import type { Fact } from '../core/database';
import type { Text } from './workflow';
import { type Job, type Workflow, workflows } from './workflows';

/** A label of a runner that GitHub has removed, where a job asks for it. */
export interface RetiredRunner {
	readonly label: Text;
	readonly workflow: Workflow;
	readonly job: Job;
	/** The label of a runner that can do the same; undefined where the job runs there anyway. */
	readonly instead?: string;
}

/**
 * The runners that GitHub has removed (github.com/actions/runner-images, label "Announcement"): Ubuntu 16.04 in 2021, 18.04 in April 2023, 20.04 in April 2025;
 * macOS 10.15 in 2022, 11 in June 2024, 12 in December 2024, 13 in December 2025; Windows 2016 in 2022, 2019 in June 2025.
 */
const retired = /^(?:ubuntu-(?:16|18|20)\.04|macos-(?:10\.15|11|11\.0|12|13)(?:-(?:large|xlarge|xl))?|windows-(?:2016|2019))$/i;

/** The labels of removed runners that jobs ask for, by workflow. */
export const retiredRunners: Fact<readonly RetiredRunner[]> = read =>
	read(workflows).flatMap(workflow =>
		workflow.jobs.flatMap(job => {
			const labels = job.runsOn.flatMap(label => {
				const name = /^\s*\$\{\{\s*matrix\.([\w-]+)\s*\}\}\s*$/.exec(label.text)?.[1];
				return name === undefined ? [label] : (job.matrix.find(dimension => dimension.name === name)?.values ?? []);
			});
			// With that label it is a self-hosted runner, whatever the others say.
			if (job.runsOn.some(({ text }) => /^self-hosted$/i.test(text))) return [];
			return labels
				.filter(({ text }) => retired.test(text))
				.map(label => {
					const instead = `${label.text.split('-')[0]}-latest`;
					return { label, workflow, job, ...(labels.some(({ text }) => text === instead) ? {} : { instead }) };
				});
		}),
	);
