import type { Rules } from '../engine/check';
import type { Report as EngineReport } from '../engine/report';
import type { Read } from '../facts/core/database';
import type { Written } from './channels/written';
import type { FailOn } from './failOn';
import type { PluginReport, Report } from './model';
import type { Tool } from './tool';

/** A checked plugin: its report, and the engine's report behind it with the findings in the same order. */
export interface Checked {
	readonly report: PluginReport;
	readonly engine: EngineReport;
	readonly read: Read;
	/** The absolute path of its folder. */
	readonly folder: string;
	/** The path of one of its files, relative to the current folder. */
	readonly shown: (path: string) => string;
}

/** One run of `check`: everything that a format may show. */
export interface Run {
	readonly tool: Tool;
	readonly rules: Rules;
	readonly report: Report;
	readonly checked: readonly Checked[];
	/** The lowest severity that makes the run fail. */
	readonly failOn: FailOn;
	/** Where the command was run. */
	readonly cwd: string;
	/** The rules' pages by rule id; empty unless the format needs them. */
	readonly pages: Readonly<Record<string, string>>;
	readonly colors: boolean;
}

/** A format: a run as text. The same run gives the same text. */
export interface Format {
	/** Whether it shows the rules' pages. */
	readonly pages?: boolean;
	readonly write: (run: Run) => Written;
}
