import type { Place } from '../../text/place';
import type { Segment } from '../webdocs/segments';

/** One way in which a generated file is not what it is to be. */
export interface Reason {
	readonly kind: 'struct-absent' | 'field-missing' | 'field-extra' | 'field-changed' | 'tag-changed' | 'by-hand' | 'item' | 'text';
	/** The struct, and its fields or attributes, it is about. */
	readonly struct?: string;
	readonly fields?: readonly string[];
	/** The struct field that is to be in the generated file, or the stretch of the generated file that is not. */
	readonly place: Place;
	readonly message: string;
}

/** A file that a generator makes, beside what it is now. */
export interface Generated {
	readonly path: string;
	readonly kind: 'hcl2spec' | 'partial' | 'webdocs';
	readonly state: 'same' | 'missing' | 'stale';
	/** Whether git keeps it out of the repository, so that it need not be there. */
	readonly ignored: boolean;
	/** What it is made of: a Go file, or a documentation page. */
	readonly source: string;
	/** Its text is to be; undefined where a part of it is the SDK's text, which `expectedText` puts in where it is at hand. */
	readonly expected: string | undefined;
	readonly segments: readonly Segment[];
	readonly actual: string | undefined;
	readonly reasons: readonly Reason[];
}

/** A file of which we cannot tell what it is to be, and why. */
export interface Unknown {
	readonly path: string;
	readonly kind: Generated['kind'];
	/** Whether packer-sdc itself would refuse, or only we cannot tell. */
	readonly refused: boolean;
	readonly reason: string;
	readonly place?: Place;
	/** The package of another module whose sources would tell. */
	readonly wants?: string;
}

/** What is known of some generated files. */
export interface Staleness {
	readonly files: readonly Generated[];
	readonly unknown: readonly Unknown[];
}
