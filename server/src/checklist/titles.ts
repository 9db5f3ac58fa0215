import { program } from '../engine/addresses';
import type { ChecklistId, StepId } from './item';

/** What is fixed of an item: where it belongs, what it is called, who knows it. */
export interface ItemPlan {
	readonly id: ChecklistId;
	readonly step: StepId;
	readonly title: string;
	/** The title in two or three words, for a side bar. */
	readonly label: string;
	/** A person ticks it; and that person may say that it is not needed. */
	readonly manual: boolean;
	readonly optional: boolean;
	/** Rules tell of it: where they could not look, nothing can be said of it. */
	readonly judged: boolean;
	readonly link?: string;
}

const tick = { manual: true, optional: false, judged: false } as const;

/** The nine items of the program in its order (partnerships.mdx, "Checklist"), and the two parts of the release it does not number. */
export const plan: readonly ItemPlan[] = [
	{ ...tick, id: 'webform', label: 'Integration web form', step: 'engage', title: 'Fill out the integration web form', link: program.webform },
	{ ...tick, id: 'mnda', label: 'MNDA, if needed', step: 'enable', title: 'Execute the MNDA, if needed', optional: true, link: program.document },
	{
		id: 'develop-and-test',
		label: 'Plugin, tests, documentation',
		step: 'develop',
		title: 'Develop and test the plugin, with acceptance tests and documentation',
		manual: false,
		optional: false,
		judged: true,
		link: program.creationGuide,
	},
	{
		...tick,
		id: 'request-review',
		label: 'Review email',
		step: 'review',
		title: 'Send the email that schedules the initial review',
		link: `mailto:${program.reviewEmail}`,
	},
	{
		id: 'address-feedback',
		label: 'Review feedback',
		step: 'review',
		title: 'Address review feedback and finalize the plugin',
		manual: false,
		optional: false,
		judged: true,
	},
	{
		...tick,
		id: 'provide-credentials',
		label: 'Credentials for testing',
		step: 'review',
		title: 'Give HashiCorp credentials for the test infrastructure',
		optional: true,
	},
	{ ...tick, id: 'demo-or-logs', label: 'Demo or test logs', step: 'review', title: 'Give a demo, or send the logs of the tests' },
	{
		id: 'plugin-release',
		label: 'Installable releases',
		step: 'release',
		title: 'Have releases that packer init can install',
		manual: false,
		optional: false,
		judged: true,
	},
	{
		id: 'docs-registration',
		label: 'Registered documentation',
		step: 'release',
		title: 'Have documentation that can be registered as an integration',
		manual: false,
		optional: false,
		judged: true,
		link: program.integrationRequest,
	},
	{
		...tick,
		id: 'partner-agreement',
		label: 'Partner agreement',
		step: 'release',
		title: 'Sign the partner agreement, follow the logo guidelines, get listed',
		optional: true,
		link: program.partnerDirectory,
	},
	{ id: 'support-plan', label: 'Support plan', step: 'support', title: 'Plan for continued support', manual: true, optional: false, judged: true },
];

/** The part of the release under which the findings of a rule also count; undefined for rules that concern neither. */
export function partOf(rule: string): 'docs-registration' | 'plugin-release' | undefined {
	if (/^(?:docs|webdocs)\/|^ci\/notify-/.test(rule)) return 'docs-registration';
	if (/^(?:release|ci)\/|^repo\/(?:name|plugin-name|tag)|^main\/(?:no-set-version|version)/.test(rule)) return 'plugin-release';
	return undefined;
}
