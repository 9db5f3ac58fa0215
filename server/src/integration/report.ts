import type { ReportedRemark } from '../facts/release/preview/report';

/** Which of the two texts of a page: what is committed, or what `make generate` would write. */
export type Variant = 'committed' | 'generated';

/** A page in the list of tabs. */
export interface PageTab {
	/** `readme`, or `type/slug` of a component. */
	readonly key: string;
	readonly title: string;
	/** The heading of its kind of component, `''` for the README. */
	readonly group: string;
	readonly path: string;
	/** The page of the documentation that it is compiled from. */
	readonly source: string | null;
	/** Whether the portal shows nothing there: the page is missing, or has no text. */
	readonly empty: boolean;
	/** Whether there is no such file. */
	readonly missing: boolean;
	/** How many of its links do not work in the portal. */
	readonly dead: number;
	/** Whether it is what `make generate` would write; null where that is not known, and `unknown` says why. */
	readonly current: boolean | null;
	readonly unknown: string | null;
}

/** The page that is shown. */
export interface ShownPage {
	readonly key: string;
	/** Elements of Markdown only: nothing in it runs or is loaded. */
	readonly html: string;
	/** Why it is not rendered; null where it is. */
	readonly reason: string | null;
	readonly dead: readonly { readonly address: string; readonly why: string }[];
	/** In how many places it differs from the other variant. */
	readonly changes: number;
}

/** What the integrations portal shows of a plugin. */
export interface IntegrationReport {
	/** Why the portal's loader rejects the integration; then nothing of it is published. */
	readonly rejected: readonly ReportedRemark[];
	/** What the portal ignores, or shows in another way than meant. */
	readonly remarks: readonly ReportedRemark[];
	readonly name: string;
	readonly description: string;
	readonly organization: string;
	readonly identifier: string | null;
	/** HashiCorp sets the tier when it registers the integration; this is what the plugin is submitted as. */
	readonly tier: 'official' | 'partner' | 'community';
	readonly flags: readonly { readonly name: string; readonly known: boolean }[];
	readonly license: { readonly type: string | null; readonly url: string | null } | null;
	/** Where the documentation is instead; null where the portal publishes it. */
	readonly elsewhere: string | null;
	/** What users write to install the plugin; null where its owner is not known. */
	readonly snippet: string | null;
	readonly variant: Variant;
	/** The command that compiles the documentation; null where there is none. */
	readonly command: string | null;
	readonly pages: readonly PageTab[];
	readonly shown: ShownPage | null;
}
