import type { Report as EngineReport } from '../engine/report';
import type { Rule } from '../engine/rule';
import type { Read } from '../facts/database';
import type { PluginFolder } from '../workspace/folder';
import type { PluginReport } from './model';

/** A plugin that was checked: what the report says of it, and what it was made from. */
export interface Checked {
	readonly report: PluginReport;
	readonly engine: EngineReport;
	readonly folder: PluginFolder;
	readonly read: Read;
}

/** Rules by their ids. */
export type Rules = Readonly<Record<string, Rule>>;
