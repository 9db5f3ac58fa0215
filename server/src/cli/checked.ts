import type { Rules } from '../engine/check';
import type { Report as EngineReport } from '../engine/report';
import type { Read } from '../facts/core/database';
import type { FailOn } from './failOn';
import type { PluginReport, Report } from './model';
import type { Tool } from './tool';

/** A plugin that was checked: what the report says of it, and what it was made from. Its findings stand in the same order in both. */
export interface Checked {
	readonly report: PluginReport;
	readonly engine: EngineReport;
	readonly read: Read;
	/** The absolute path of its folder. */
	readonly folder: string;
	/** A file of it as one would name it where the command was run. */
	readonly shown: (path: string) => string;
}

/** One run of `check`: all that a format may show. */
export interface Run {
	readonly tool: Tool;
	readonly rules: Rules;
	readonly report: Report;
	readonly checked: readonly Checked[];
	/** From which severity on a finding makes the run fail. */
	readonly failOn: FailOn;
	/** Where the command was run. */
	readonly cwd: string;
	/** The rules' pages by their ids; empty where the format did not ask for them. */
	readonly pages: Readonly<Record<string, string>>;
	readonly colors: boolean;
}

/** A format: a run as text. The same run gives the same text. */
export interface Format {
	/** Whether it shows the rules' pages. */
	readonly pages?: boolean;
	readonly write: (run: Run) => string;
}
