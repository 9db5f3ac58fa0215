import type { ItemId } from '../engine/rule';

/** The six steps of the Packer Integration Program, in order (https://developer.hashicorp.com/packer/docs/partnerships). */
export const stepIds = ['engage', 'enable', 'develop', 'review', 'release', 'support'] as const;
export type StepId = (typeof stepIds)[number];

/** `attention`: it was done, and what proved it has changed since; `unknown`: it could not be determined, and is never shown as done. */
export type ItemState = 'done' | 'open' | 'attention' | 'notNeeded' | 'unknown';

/** An item of the program's checklist, or one of the parts of the release that it does not number. */
export type ChecklistId = ItemId | 'docs-registration' | 'plugin-release' | 'integration-request';

/** One item as it stands. */
export interface ChecklistItem {
	readonly id: ChecklistId;
	readonly step: StepId;
	readonly title: string;
	/** The title in two or three words, for a side bar. */
	readonly label: string;
	readonly state: ItemState;
	/** How many findings that count are listed under it, advice included. */
	readonly findings: number;
	/** Whether a person ticks it, and whether it may be marked as not needed. */
	readonly manual: boolean;
	readonly optional: boolean;
	/** Why it is in this state, in one sentence. */
	readonly reason: string;
	/** Where to read about it, or to do it. */
	readonly link?: string;
}

/** What a person recorded of one item, with the commit that was checked out then. */
export interface Tick {
	readonly state: 'done' | 'notNeeded';
	readonly at: string;
	readonly commit?: string;
}

/** One round of review: its date, and the points that reviewers raised. */
export interface ReviewRound {
	readonly date: string;
	readonly points: readonly { readonly text: string; readonly done: boolean }[];
}

/** A run of the acceptance tests whose log was kept. Times are ISO 8601. */
export interface AcceptanceRun {
	readonly at: string;
	readonly passed: boolean;
	/** The log, relative to the plugin's root where it lies within, else absolute. */
	readonly log: string;
	readonly commit?: string;
	/** Whether the work tree had changes that the commit has not; undefined where that is not known. */
	readonly dirty?: boolean;
	readonly summary?: string;
}

/** What only a person or a tool run can tell, kept per workspace by the editor and in no file of the plugin. */
export interface Recorded {
	readonly ticks: Partial<Readonly<Record<ChecklistId, Tick>>>;
	readonly rounds: readonly ReviewRound[];
	readonly run?: AcceptanceRun;
}

/** Nothing recorded. */
export const nothingRecorded: Recorded = { ticks: {}, rounds: [] };
