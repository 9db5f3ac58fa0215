import type { Place } from '../../text/place';

/** One way in which a generated file is not what it is to be. */
export interface Reason {
	readonly kind: 'struct-absent' | 'field-missing' | 'field-extra' | 'field-changed' | 'tag-changed' | 'by-hand' | 'item' | 'text';
	/** The struct, and its fields or attributes, it is about. */
	readonly struct?: string;
	readonly fields?: readonly string[];
	/** The struct field that is to be in the generated file, or the stretch of the generated file that is not. */
	readonly place: Place;
}
