import type { Node } from '../../text/nodes';

/** What is wrong in the settings file, in one sentence. */
export interface SettingsProblem {
	readonly kind:
		| 'syntax'
		| 'shape'
		| 'list'
		| 'key'
		| 'rule'
		| 'empty'
		| 'severity'
		| 'target'
		| 'option'
		| 'type'
		| 'unnamed'
		| 'reason'
		| 'date'
		| 'component'
		| 'path';
	/** The word that is wrong, the rule of which nothing is said, or what the parser says. */
	readonly said: string;
	/** What is right, if it differs between rules: the options of the rule, or the type of the option. */
	readonly wanted?: string;
	/** The word that was probably meant: one of those that are valid there, and much like it. */
	readonly meant?: string;
	readonly node: Node;
}

/** Takes a problem in; `words` are those that are valid there. */
export type Wrong = (kind: SettingsProblem['kind'], said: string, node: Node, right?: { readonly words?: readonly string[]; readonly wanted?: string }) => void;
