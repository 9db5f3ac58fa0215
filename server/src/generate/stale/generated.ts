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
	/** Its text is to be; undefined where a part of it is the SDK's text, which `expectedText` puts in where it is at hand. */
	readonly expected: string | undefined;
	readonly segments: readonly Segment[];
	readonly actual: string | undefined;
}

/** A file of which we cannot tell what it is to be, and why. */
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
	/** What was taken from generated files of packages of other modules, whose sources would confirm it: by the file that is made with it. */
	readonly relies: readonly { readonly path: string; readonly package: string }[];
}

/** Nothing is generated. */
export const nothing: Staleness = { files: [], unknown: [], relies: [] };
