import type { AcceptanceRun, ChecklistId, ChecklistItem, ItemState, Recorded, ReviewRound, StepId, Tick } from './checklist/item';
import type { Next } from './checklist/next';
import type { ItemId, Severity } from './engine/rule';
import type { Suppressed } from './engine/suppressed';
import type { ReleaseReport } from './facts/release/preview/report';
import type { IntegrationReport, Variant } from './integration/report';
import type { Answer } from './published/http';
import type { PublishedReport } from './published/report';

/**
 * The messages between the extension and its server that LSP does not have. Each method is named here once, with who asks whom, and why.
 * Uris are strings; positions count from 0, columns in UTF-16 code units, as in LSP.
 */

export type { AcceptanceRun, ChecklistId, ChecklistItem, ItemId, ItemState, Recorded, ReviewRound, Severity, StepId, Suppressed, Tick };

/** What the extension says in `initializationOptions`. Other clients say nothing, get the same, and are offered nothing that needs a command of the extension. */
export interface InitializationOptions {
	/**
	 * The commands `packerReadiness.explainRule` (a rule's id), `packerReadiness.suppress` (a `Suppression`), `packerReadiness.previewFix` (a `ChosenFix`
	 * and the title of the fix) and `packerReadiness.generate` (a `PluginNamed`) are there: code actions name them.
	 */
	readonly extension?: boolean;
}

/** The argument of the command `packerReadiness.suppress`, which asks for the reason and puts the comment above the line (from 0). */
export interface Suppression {
	readonly uri: string;
	readonly line: number;
	readonly rule: string;
	readonly prefix: string;
	readonly suffix: string;
	readonly indent: string;
}

/** The argument of commands about one plugin. */
export interface PluginNamed {
	readonly plugin: { readonly uri: string };
}

/** A finding as the checklist shows it and opens it. */
export interface FindingView {
	readonly rule: string;
	readonly severity: Severity;
	/** The defect in a few words. */
	readonly title: string;
	readonly message: string;
	readonly uri: string;
	readonly line: number;
	readonly column: number;
	readonly item: ItemId;
	/** Under which of the parts of the release it also counts. */
	readonly part?: 'docs-registration' | 'plugin-release';
	readonly fix: 'safe' | 'offer' | null;
	/** Why it does not count. */
	readonly suppressed?: Suppressed;
}

/** What to do next, and what the editor does when a person asks for it. */
export type NextStep = Next<FindingView>;

/** One plugin of the workspace, as it stands. */
export interface PluginView {
	/** The folder with go.mod. */
	readonly uri: string;
	readonly name: string;
	readonly module: string | null;
	readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number; readonly suppressed: number; readonly ready: boolean };
	readonly components: readonly { readonly kind: string; readonly fullName: string }[];
	readonly items: readonly ChecklistItem[];
	/** Those that count; suppressed ones are left out. */
	readonly findings: readonly FindingView[];
	/** Those that do not count. */
	readonly suppressed: readonly FindingView[];
	/** Rules that failed and files that could not be read, each a sentence. */
	readonly troubles: readonly string[];
	/** Missing where nothing is left to do. */
	readonly next?: NextStep;
}

/** Server to client, a notification: the plugins of the workspace as they stand now; sent once after start, also where there is none, and after each change. */
export const pluginsChanged = 'packerReadiness/pluginsChanged';
export interface PluginsChanged {
	readonly plugins: readonly PluginView[];
}

/** Client to server, a notification: what a person recorded of a plugin; sent for each after start and after each tick, since the server keeps no file of it. */
export const recordedChanged = 'packerReadiness/recordedChanged';
export interface RecordedChanged {
	readonly uri: string;
	readonly recorded: Recorded;
}

/** Client to server: check everything again, from disk. Answered when the findings are published. */
export const checkAll = 'packerReadiness/checkAll';

/** Client to server: the page of a rule in Markdown, a short before and after first and the long examples folded below; or null if there is no such rule. */
export const explainRule = 'packerReadiness/explainRule';
export interface ExplainRule {
	readonly rule: string;
}

/** Client to server: the rules, for a quick pick. */
export const listRules = 'packerReadiness/listRules';
export interface RuleView {
	readonly id: string;
	readonly summary: string;
	readonly severity: Severity;
}

/** Client to server: a draft, as text. Nothing is sent anywhere. */
export const draft = 'packerReadiness/draft';
export interface DraftRequest {
	readonly uri: string;
	readonly kind: 'email' | 'docs-pr' | 'integration-request';
}
export interface DraftView {
	readonly title: string;
	/** What the document holds, and its language id. */
	readonly text: string;
	readonly language: 'markdown' | 'plaintext';
	/** What a person has to know before sending it, the gravest first: shown beside the text, never in it. */
	readonly notices: readonly DraftNotice[];
	/** Where it goes as drafted: a `mailto:` or https address, prefilled as far as addresses can be; missing if it is not for sending. */
	readonly target?: string;
	/** The text is too long for the address, which has a note where the rest of it goes. */
	readonly shortened?: true;
	/** The whole message as RFC 5322, for mail programs; email only. */
	readonly eml?: string;
}
export interface DraftNotice {
	readonly severity: Severity;
	/** One or two sentences, code in backticks. */
	readonly message: string;
	/** The draft to make instead. */
	readonly instead?: DraftRequest['kind'];
}

/** What only a person can fill in stands in the text of a draft as `TODO(what to fill in)`. */
export const todoPattern = 'TODO\\([^()]*\\)';

/** Client to server: where the text of a draft goes as a person has edited it; asked when the person sends or saves it. */
export const draftOutgoing = 'packerReadiness/draftOutgoing';
export interface DraftOutgoingRequest extends DraftRequest {
	readonly text: string;
}
export type DraftOutgoing = Pick<DraftView, 'target' | 'shortened' | 'eml'>;

/** Client to server: a report of a plugin in one of the formats of the command line. */
export const exportReport = 'packerReadiness/exportReport';
export interface ExportReport {
	readonly uri: string;
	readonly format: 'json' | 'sarif' | 'markdown' | 'junit';
}

/** The argument of the command `packerReadiness.previewFix`: which finding's fix a person chose. The server finds the finding again: the `nth` with this message. */
export interface ChosenFix {
	readonly kind: 'fix';
	/** The document with the finding. */
	readonly uri: string;
	readonly rule: string;
	readonly key: string;
	readonly message: string;
	readonly nth: number;
}

/** Client to server, with a `ChosenFix`: what a fix would do that changes several files, to be looked at before it is applied. */
export const fixPreview = 'packerReadiness/fixPreview';
export interface FixPreview {
	/** The folder of the plugin. */
	readonly root: string;
	/** An LSP WorkspaceEdit; null if the finding no longer exists, or has no fix. */
	readonly edit: unknown;
	/** What each file is to hold, relative to the root; null where it is deleted. */
	readonly files: readonly { readonly path: string; readonly text: string | null }[];
	/** The files that are to be executable, as an edit cannot say. */
	readonly executables: readonly string[];
}

/** Client to server: all safe fixes of a plugin, or of one file in it, with the generated files that they make stale: one edit, which the client applies. */
export const safeFixes = 'packerReadiness/safeFixes';
export interface SafeFixes {
	readonly uri: string;
}
export interface SafeFixesAnswer {
	/** An LSP WorkspaceEdit; null if there is no safe fix. */
	readonly edit: unknown;
	/** How many fixes the edit makes, and in how many files; those in `regenerated` are not counted. */
	readonly fixes: number;
	readonly files: number;
	/** The files that are regenerated because of the fixes, relative to the plugin's root. */
	readonly regenerated: readonly string[];
	/** The files that are to be executable, as an edit cannot say. */
	readonly executables: readonly string[];
}

/** Client to server: the files of a new plugin, component or workflow, for the client to write. */
export const scaffold = 'packerReadiness/scaffold';
export type ScaffoldRequest =
	| { readonly kind: 'plugin'; readonly name: string; readonly owner: string }
	| {
			readonly kind: 'component';
			readonly uri: string;
			readonly component: 'builder' | 'provisioner' | 'post-processor' | 'datasource';
			readonly name: string;
	  }
	| { readonly kind: 'workflow'; readonly uri: string };
/** New files by path relative to the plugin's root, the edits to files that exist, as an LSP WorkspaceEdit, and what the person does then; or why it cannot be done. */
export type ScaffoldAnswer =
	| {
			readonly files: readonly { readonly path: string; readonly text: string; readonly executable: boolean }[];
			readonly edit: unknown;
			readonly open: string;
			readonly next?: readonly string[];
	  }
	| { readonly refused: string };

/** Client to server: what packer-sdc would generate and is not on disk, as edits to preview; with the sentences about what could not be computed. */
export const generate = 'packerReadiness/generate';
export interface GenerateAnswer {
	readonly edit: unknown;
	/** What each file is to hold, and the unified diff to that. */
	readonly files: readonly { readonly path: string; readonly text: string; readonly diff: string }[];
	readonly notes: readonly string[];
}

/** Client to server: what the acceptance tests of a plugin need of the machine, to be looked for before they run. */
export const acceptanceNeeds = 'packerReadiness/acceptanceNeeds';
export interface AcceptanceNeedsRequest {
	readonly uri: string;
}
export interface AcceptanceNeeds {
	/** Whether they run `packer` with the plugin installed, as tests with the SDK's acctest do. */
	readonly packer: boolean;
	/** How the plugin's binary is called, without version: `packer-plugin-acme`. */
	readonly binary: string;
	/** The source address under which it is installed: `github.com/acme/acme`; null if the owner is not known. */
	readonly source: string | null;
}

/** Client to server: what a tag of a plugin would publish, and what `packer init` would do with it; of the next tag where none is named. */
export const releasePreview = 'packerReadiness/releasePreview';
export interface ReleasePreviewRequest {
	readonly uri: string;
	readonly tag?: string;
}
export type ReleaseView = ReleaseReport;

/** Client to server: what the integrations portal would show of a plugin, with one of its pages; the README where none is named. */
export const integrationPreview = 'packerReadiness/integrationPreview';
export interface IntegrationPreviewRequest {
	readonly uri: string;
	/** The key of a page in `pages` of the answer. */
	readonly page?: string;
	readonly variant?: Variant;
}
export type IntegrationView = IntegrationReport;

/**
 * Client to server: which published releases of a plugin `packer init` can install. The server has no network: it asks for what it needs with `httpGet`,
 * which the client answers while a person waits for this. Rejected with a sentence where GitHub cannot be read.
 */
export const publishedReleases = 'packerReadiness/publishedReleases';
export interface PublishedReleasesRequest {
	readonly uri: string;
}
export type PublishedReleasesView = PublishedReport;

/** Server to client: the answer to a GET of an address at api.github.com or github.com. Rejected with a reason where there is none. */
export const httpGet = 'packerReadiness/httpGet';
export interface HttpGet {
	readonly address: string;
	readonly headers: Readonly<Record<string, string>>;
}
export type HttpAnswer = Answer;
