import type { Node } from '../../text/nodes';

/** A syntax error in HCL's own words (`Summary: detail`), and where. */
export interface HclProblem {
	readonly message: string;
	readonly node: Node;
}

/** A comment with its marks. Comments have offsets and no node, because they do not change what the file means. */
export interface HclComment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/**
 * A string, quoted or heredoc: `value` is what it evaluates to, missing if it has `${…}` or `%{…}`; `text` is the source between its marks,
 * and `contentNode` the place of that.
 */
export interface HclString {
	readonly kind: 'string';
	readonly value?: string;
	readonly text: string;
	readonly heredoc: boolean;
	readonly node: Node;
	readonly contentNode: Node;
}

/** A number; a leading minus belongs to it. */
export interface HclNumber {
	readonly kind: 'number';
	readonly value: number;
	readonly node: Node;
}

/** `true` or `false`. */
export interface HclBool {
	readonly kind: 'bool';
	readonly value: boolean;
	readonly node: Node;
}

/** `null`. */
export interface HclNull {
	readonly kind: 'null';
	readonly node: Node;
}

/** `[…]`, its items in order. */
export interface HclList {
	readonly kind: 'list';
	readonly items: readonly HclValue[];
	readonly node: Node;
}

/** One `key = value` of an object; `key` is missing if it is an expression. */
export interface HclEntry {
	readonly key?: string;
	readonly keyNode: Node;
	readonly value: HclValue;
	readonly node: Node;
}

/** `{…}` as a value, its entries in order, duplicates too. */
export interface HclObject {
	readonly kind: 'object';
	readonly entries: readonly HclEntry[];
	readonly node: Node;
}

/** Any other expression (a reference, a call, an operation): its source, without comments. */
export interface HclOther {
	readonly kind: 'other';
	readonly text: string;
	readonly node: Node;
}

/** What stands to the right of `=`. */
export type HclValue = HclString | HclNumber | HclBool | HclNull | HclList | HclObject | HclOther;

/** `name = value` in a body. */
export interface HclAttribute {
	readonly name: string;
	readonly nameNode: Node;
	readonly value: HclValue;
	readonly node: Node;
}

/** One label of a block, without quotes; `node` covers the quotes. */
export interface HclLabel {
	readonly text: string;
	readonly node: Node;
}

/** `type "label" … { body }`; `headerNode` ends before the brace. */
export interface HclBlock {
	readonly type: string;
	readonly typeNode: Node;
	readonly labels: readonly HclLabel[];
	readonly body: HclBody;
	readonly node: Node;
	readonly headerNode: Node;
}

/** The attributes and the blocks of a file or a block, each in order, with every duplicate. */
export interface HclBody {
	readonly attributes: readonly HclAttribute[];
	readonly blocks: readonly HclBlock[];
}

/** What an HCL file says; of a broken one, what could be read. */
export interface HclFile {
	readonly body: HclBody;
	readonly problems: readonly HclProblem[];
}
