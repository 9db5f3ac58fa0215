import type { ChecklistItem } from '../checklist/item';
import type { Summary } from '../engine/report';
import type { ItemId, Severity } from '../engine/rule';
import type { OfChange } from '../engine/since';
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
	/** Judged from the whole plugin, also where only findings of a change are reported. */
	readonly checklist: readonly ChecklistReport[];
	/** Counts the reported findings; whether the plugin is ready depends on all of it. */
	readonly summary: Summary;
	/** What the plugin was compared with, where only findings of a change are reported. */
	readonly since: SinceReport | null;
	/** Files that could not be read, and why. */
	readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
	/** Rules that failed, and how. */
	readonly failures: readonly { readonly rule: string; readonly message: string }[];
}

/** A comparison with what a plugin was. */
export interface SinceReport {
	/** The revision, as given, and the commit in which its history and the current one meet. */
	readonly revision: string;
	readonly commit: string;
	/** How many files have changed. */
	readonly files: number;
	/** How many findings were there before, and are not reported; without suppressed ones. */
	readonly older: number;
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
	/** Why it is a finding of the change: one of its lines has changed, or the change has caused it; null where all findings are reported. */
	readonly since: OfChange | null;
}

/** One item of the program's checklist. */
export interface ChecklistReport extends Pick<ChecklistItem, 'id' | 'step' | 'title' | 'state' | 'findings'> {
	readonly reason: string;
}
