import { program } from '../engine/addresses';
import type { ChecklistId, ChecklistItem, StepId } from './item';

/** What is fixed of an item: its step, its title, and who knows its state. */
export interface ItemPlan {
	readonly id: ChecklistId;
	readonly step: StepId;
	readonly title: string;
	/** The title in two or three words, for a side bar. */
	readonly label: string;
	/** Whether a person ticks it, and whether it may be marked as not needed. */
	readonly manual: boolean;
	readonly optional: boolean;
	/** Whether rules judge it: where they could not look, its state is unknown. */
	readonly judged: boolean;
	readonly link?: string;
}

const tick = { manual: true, optional: false, judged: false } as const;

/** The nine items of the program in its order (partnerships.mdx, "Checklist"), and the parts of the release that it does not number. */
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
		link: program.document,
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
		link: program.document,
	},
	{ ...tick, id: 'demo-or-logs', label: 'Demo or test logs', step: 'review', title: 'Give a demo or send the test logs', link: program.document },
	{
		id: 'plugin-release',
		label: 'Installable releases',
		step: 'release',
		title: 'Publish releases that packer init can install',
		manual: false,
		optional: false,
		judged: true,
		link: program.releases,
	},
	{
		id: 'docs-registration',
		label: 'Documentation ready to register',
		step: 'release',
		title: 'Make the documentation ready to register as an integration',
		manual: false,
		optional: false,
		judged: true,
		link: program.registration,
	},
	{
		...tick,
		id: 'integration-request',
		label: 'Integration request filed',
		step: 'release',
		title: 'File the integration request',
		link: program.registration,
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
	{
		id: 'support-plan',
		label: 'Support plan',
		step: 'support',
		title: 'Plan for continued support',
		manual: true,
		optional: false,
		judged: true,
		link: program.document,
	},
];

/** The part of the release that the findings of a rule also count for; undefined where there is none. */
export function partOf(rule: string): 'docs-registration' | 'plugin-release' | undefined {
	if (/^(?:docs|webdocs)\/|^ci\/notify-/.test(rule)) return 'docs-registration';
	if (/^(?:release|ci)\/|^repo\/(?:name|plugin-name|tag)|^main\/(?:no-set-version|version)/.test(rule)) return 'plugin-release';
	return undefined;
}

/**
 * Whether a report has to say why an item without findings stands as it does: where that is unknown or has changed, and where files keep open what no
 * person ticks.
 */
export const hasReason = ({ id, state, findings }: Pick<ChecklistItem, 'id' | 'state' | 'findings'>): boolean =>
	findings === 0 && (state === 'unknown' || state === 'attention' || (state === 'open' && (id === 'docs-registration' || id === 'plugin-release')));
