import type { Segment } from '../webdocs/segments';

/** A file that a generator makes, beside what it is now; `reasonsOf` says in what it differs. */
export interface Generated {
	readonly path: string;
	readonly kind: 'hcl2spec' | 'partial' | 'webdocs';
	readonly state: 'same' | 'missing' | 'stale';
	/** Whether git keeps it out of the repository, so that it need not be there; not looked at where it is the same. */
	readonly ignored: boolean;
	/** What it is made of: a Go file, or a documentation page. */
	readonly source: string;
	/** The text that it should have; undefined if a part of that is the SDK's text, which `expectedText` puts in where it is available. */
	readonly expected: string | undefined;
	readonly segments: readonly Segment[];
	readonly actual: string | undefined;
}

/** A file of which we cannot tell what it should be, and why. */
export interface Unknown {
	readonly path: string;
	readonly kind: Generated['kind'];
	/** Whether packer-sdc itself would refuse, or only we cannot tell. */
	readonly refused: boolean;
	readonly reason: string;
	/** The package of another module whose sources would tell. */
	readonly wants?: string;
}

/** What is known of some generated files. */
export interface Staleness {
	readonly files: readonly Generated[];
	readonly unknown: readonly Unknown[];
	/** The packages of other modules whose types were taken from generated files, each with the file that was made with them: their sources would confirm it. */
	readonly relies: readonly { readonly path: string; readonly package: string }[];
}

/** Nothing is generated. */
export const nothing: Staleness = { files: [], unknown: [], relies: [] };
