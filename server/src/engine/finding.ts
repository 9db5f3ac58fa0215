import type { Read } from '../facts/core/database';
import type { Edit } from '../text/edit';
import type { Place } from '../text/place';

/** A change that settles a finding. `safe` may be made without asking; `offer` is made when a person chooses it. */
export interface Fix {
	readonly title: string;
	readonly kind: 'safe' | 'offer';
	/** The edits; a function where they are expensive to compute, called when the fix is looked at. */
	readonly edits: readonly Edit[] | ((read: Read) => readonly Edit[]);
}

/** One thing that a rule found. */
export interface Finding<Id extends string = string> {
	readonly at: Place;
	/** A key of the rule's `messages`, whose `{name}`s are taken from `data`. */
	readonly message: Id;
	readonly data?: Readonly<Record<string, string>>;
	/** Other places that show the same cause, and what each has to do with it. */
	readonly related?: readonly Related[];
	readonly fix?: Fix;
}

/** A place beside that of the finding. */
export interface Related {
	readonly at: Place;
	/** What stands there, as a short sentence without a period. */
	readonly message: string;
}
