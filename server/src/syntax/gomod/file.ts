import type { Node } from '../../text/nodes';

/** What cannot be read as `go.mod`, in the words of the go command, and where. */
export interface GoModProblem {
	readonly message: string;
	readonly node: Node;
}

/** A comment with its `//`. Comments have offsets and no node: they are not part of what the file says. */
export interface GoModComment {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

/** `module path`; `node` is the directive from its first to its last token, here and below (in a block: the line in it). */
export interface GoModModule {
	readonly path: string;
	readonly node: Node;
	readonly pathNode: Node;
}

/** `go 1.24.1` or `toolchain go1.24.1`: the version as written. */
export interface GoModVersion {
	readonly version: string;
	readonly node: Node;
	readonly versionNode: Node;
}

/** One `godebug key=value`. */
export interface GoModSetting {
	readonly key: string;
	readonly value: string;
	readonly node: Node;
}

/** One path of a `tool` or an `ignore` directive. */
export interface GoModPath {
	readonly path: string;
	readonly node: Node;
	readonly pathNode: Node;
}

/** One module version, as `exclude` names it. */
export interface GoModExclude {
	readonly path: string;
	readonly version: string;
	readonly node: Node;
	readonly pathNode: Node;
	readonly versionNode: Node;
}

/** One required module version; `indirect` where the line says `// indirect`. */
export interface GoModRequire extends GoModExclude {
	readonly indirect: boolean;
}

/** `path [version] => newPath [newVersion]`; without `newVersion` the new path is a folder. `replacementNode` is all after `=>`. */
export interface GoModReplace {
	readonly path: string;
	readonly version?: string;
	readonly newPath: string;
	readonly newVersion?: string;
	readonly node: Node;
	readonly pathNode: Node;
	readonly versionNode?: Node;
	readonly newPathNode: Node;
	readonly newVersionNode?: Node;
	readonly replacementNode: Node;
}

/** One retracted version (`low` equals `high`) or interval; `versionNode` covers the brackets. The rationale is a comment. */
export interface GoModRetract {
	readonly low: string;
	readonly high: string;
	readonly node: Node;
	readonly versionNode: Node;
}

/** A directive in parentheses, from its verb to its `)`. */
export interface GoModBlock {
	readonly verb: string;
	readonly node: Node;
	readonly verbNode: Node;
}

/** A directive that the go command does not know; in a block, one for each line. */
export interface GoModUnknown {
	readonly verb: string;
	readonly args: readonly string[];
	readonly node: Node;
}

/** What a `go.mod` says, each list in the order of the file. A directive that is written wrongly is in `problems` only. */
export interface GoModFile {
	readonly module?: GoModModule;
	readonly go?: GoModVersion;
	readonly toolchain?: GoModVersion;
	readonly godebug: readonly GoModSetting[];
	readonly tools: readonly GoModPath[];
	readonly ignores: readonly GoModPath[];
	readonly requires: readonly GoModRequire[];
	readonly replaces: readonly GoModReplace[];
	readonly excludes: readonly GoModExclude[];
	readonly retracts: readonly GoModRetract[];
	readonly blocks: readonly GoModBlock[];
	readonly unknown: readonly GoModUnknown[];
	readonly problems: readonly GoModProblem[];
}
