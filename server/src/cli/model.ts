import type { ChecklistItem } from '../checklist/item';
import type { Summary } from '../engine/report';
import type { ItemId, Severity } from '../engine/rule';
import type { Suppressed } from '../engine/suppressed';
import type { Kind } from '../facts/plugin/registrations';

/** The report as `check --format json` writes it: `schemas/report.schema.json` describes it. Names never change. */
export interface Report {
	readonly schemaVersion: 1;
	readonly tool: { readonly name: string; readonly version: string };
	readonly plugins: readonly PluginReport[];
	readonly timings: Timings;
}

/** Times in milliseconds. */
export interface Timings {
	readonly totalMs: number;
	readonly readMs: number;
	readonly parseMs: number;
	readonly rulesMs: number;
}

/** One plugin. */
export interface PluginReport {
	/** The folder, as given. */
	readonly root: string;
	readonly module: string | null;
	readonly name: string;
	readonly sdkVersion: string | null;
	readonly components: readonly ComponentReport[];
	readonly findings: readonly FindingReport[];
	readonly checklist: readonly ChecklistReport[];
	readonly summary: Summary;
	/** Files that could not be read, and why. */
	readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
	/** Rules that failed, and how. */
	readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/** A line of a file of the plugin. */
export interface LineOf {
	readonly path: string;
	readonly line: number;
}

/** One registered component. */
export interface ComponentReport {
	readonly kind: Kind;
	readonly name: string;
	readonly fullName: string;
	readonly registeredAt: LineOf;
	readonly implementedAt: LineOf | null;
}

/** A position counted from 1, columns in UTF-16 code units. */
export interface ReportPosition {
	readonly line: number;
	readonly column: number;
}

/** A range of such positions. */
export interface ReportRange {
	readonly start: ReportPosition;
	readonly end: ReportPosition;
}

/** One finding. */
export interface FindingReport {
	readonly rule: string;
	readonly severity: Severity;
	readonly title: string;
	readonly message: string;
	readonly path: string;
	readonly range: ReportRange;
	/** Other places that show the same cause. */
	readonly related: readonly { readonly path: string; readonly range: ReportRange; readonly message: string }[];
	readonly item: ItemId;
	readonly fix: 'safe' | 'offer' | null;
	readonly help: string;
	readonly suppressed: Suppressed | null;
}

/** One item of the program's checklist. */
export interface ChecklistReport extends Pick<ChecklistItem, 'id' | 'step' | 'title' | 'state' | 'findings'> {
	readonly reason: string;
}
