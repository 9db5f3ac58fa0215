import type { Recorded } from '../checklist/item';
import type { Report } from '../engine/report';
import type { Settings } from '../engine/settings';
import type { Read } from '../facts/core/database';
import type { IntegrationReport } from '../integration/report';
import type { DraftOutgoing, DraftRequest, DraftView, ExportReport, IntegrationPreviewRequest, ScaffoldRequest } from '../protocol';
import type { Http } from '../published/http';
import type { PublishedReport } from '../published/report';
import type { Edit } from '../text/edit';

/** A plugin as the services see it. */
export interface PluginState {
	/** The absolute path of its folder. */
	readonly root: string;
	readonly read: Read;
	readonly report: Report;
	readonly settings: Settings;
	readonly recorded: Recorded;
}

/** New files by path relative to the root, the edits to files that exist, and the file to show; or why it cannot be done. */
export type Scaffolded =
	| {
			readonly files: readonly { readonly path: string; readonly text: string; readonly executable: boolean }[];
			readonly edits: readonly Edit[];
			readonly open: string;
			/** What the person does then: commands and sentences. */
			readonly next?: readonly string[];
	  }
	| { readonly refused: string };

/** What would be generated and is not on disk. */
export interface Generated {
	readonly edits: readonly Edit[];
	/** What each file is to hold, and the unified diff to that. */
	readonly files: readonly { readonly path: string; readonly text: string; readonly diff: string }[];
	readonly notes: readonly string[];
}

/** What all safe fixes do together, and the files that were regenerated because of them. */
export interface FixedAll {
	/** Files before and after; there is none if the text is undefined. */
	readonly changes: readonly { readonly path: string; readonly before: string | undefined; readonly after: string | undefined; readonly executable: boolean }[];
	/** How many fixes that were. */
	readonly fixes: number;
	readonly regenerated: readonly string[];
	/** Whether they came to an end. */
	readonly settled: boolean;
}

type NewPlugin = Extract<ScaffoldRequest, { kind: 'plugin' }>;
type NewComponent = Extract<ScaffoldRequest, { kind: 'component' }>;

/** The services behind the private messages. The composition root fills them in; requests for missing ones are rejected. */
export interface Services {
	readonly draft?: (state: PluginState, kind: DraftRequest['kind']) => DraftView | Promise<DraftView>;
	readonly draftOutgoing?: (state: PluginState, kind: DraftRequest['kind'], text: string) => DraftOutgoing | Promise<DraftOutgoing>;
	readonly exportReport?: (state: PluginState, format: ExportReport['format']) => string | Promise<string>;
	readonly newPlugin?: (request: NewPlugin) => Scaffolded | Promise<Scaffolded>;
	readonly newComponent?: (state: PluginState, request: NewComponent) => Scaffolded | Promise<Scaffolded>;
	/** The workflow that checks a plugin on GitHub. */
	readonly newWorkflow?: (state: PluginState) => Scaffolded | Promise<Scaffolded>;
	/** All safe fixes, or those of one file. */
	readonly safeFixes?: (state: PluginState, path?: string) => Promise<FixedAll>;
	/** Reads what a plugin has published, over the network of the editor. Rejects with a sentence. */
	readonly published?: (state: PluginState, http: Http) => Promise<PublishedReport>;
	/** What the integrations portal would show. */
	readonly integration?: (state: PluginState, asked: Omit<IntegrationPreviewRequest, 'uri'>) => IntegrationReport;
	readonly generate?: (state: PluginState) => Generated | Promise<Generated>;
}
