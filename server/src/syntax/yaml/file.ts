import type { Node } from '../../text/nodes';

/** What is wrong with a YAML file, in one line, and where. */
export interface YamlProblem {
	readonly message: string;
	readonly node: Node;
}

/** A comment with its `#`. Comments have offsets and no node, because they do not change what the file means. */
export interface YamlComment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** How a scalar is written. */
export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar: `value` by the core schema of YAML 1.2, `text` as a string whatever it is; `contentNode` lies inside quotes and after `|`. */
export interface YamlScalar {
	readonly kind: 'scalar';
	readonly value: string | number | boolean | null;
	readonly text: string;
	readonly style: YamlStyle;
	readonly node: Node;
	readonly contentNode: Node;
}

/** One `key: value`; `key` is the text of a scalar key, or the source of another. What `<<` brought in is marked `merged`. */
export interface YamlEntry {
	readonly key: string;
	readonly keyNode: Node;
	readonly value: YamlValue;
	readonly node: Node;
	readonly merged?: true;
}

/** A mapping, its entries in order, duplicates too; those of `<<` that the mapping does not set itself stand last. */
export interface YamlMap {
	readonly kind: 'map';
	readonly entries: readonly YamlEntry[];
	readonly node: Node;
}

/** A sequence. */
export interface YamlList {
	readonly kind: 'list';
	readonly items: readonly YamlValue[];
	readonly node: Node;
}

/** Any value. In place of an alias stands what it names, with the place where that is written. */
export type YamlValue = YamlScalar | YamlMap | YamlList;

/** What a YAML file says: the first document (missing if it is empty or unreadable), and how many there are. */
export interface YamlFile {
	readonly root?: YamlValue;
	readonly documents: number;
	readonly problems: readonly YamlProblem[];
}
