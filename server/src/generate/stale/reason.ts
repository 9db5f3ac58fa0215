import type { Place } from '../../text/place';

/**
 * One way in which a generated file is not what it should be. Of hcl2spec files: a struct or an attribute that is missing, one too many, one that means
 * something else (`changed`), one that only reads differently (`cosmetic`), a Flat type that nothing needs (`idle`, or `unneeded` where it is missing), something that packer-sdc never
 * writes (`by-hand`), the header of a program before packer-sdc (`older`). Of partials: a field (`item`). Of all: anything else (`text`).
 */
export interface Reason {
	readonly kind: 'struct-missing' | 'missing' | 'extra' | 'changed' | 'cosmetic' | 'idle' | 'unneeded' | 'by-hand' | 'older' | 'item' | 'text';
	/** The struct, and its fields or attributes, it is about. */
	readonly struct?: string;
	readonly fields?: readonly string[];
	/** The struct field that should be in the generated file, or the stretch of the generated file that should not. */
	readonly place: Place;
}
