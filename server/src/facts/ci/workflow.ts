import type { YamlValue } from '../../syntax/yaml/file';
import type { Place } from '../../text/place';

/** A text in a workflow; `place` is the value, `content` what is within its quotes or below its `|`. */
export interface Text {
	readonly text: string;
	readonly place: Place;
	readonly content: Place;
}

/** One `key: value` of `env`, `with` or `outputs`. */
export interface Setting extends Text {
	readonly key: string;
	/** The key and its value. */
	readonly entry: Place;
}

/** One event that starts a workflow. The lists are missing if the workflow does not say. */
export interface Trigger {
	readonly event: string;
	readonly place: Place;
	readonly tags?: readonly Text[];
	readonly tagsIgnore?: readonly Text[];
	/** What happened: `published` of a release, say. */
	readonly types?: readonly string[];
	readonly branches?: readonly Text[];
}

/** One step of a job. */
export interface Step {
	readonly place: Place;
	readonly id?: string;
	readonly name?: string;
	readonly uses?: Text;
	readonly run?: Text;
	readonly with: readonly Setting[];
	readonly env: readonly Setting[];
	readonly workingDirectory?: string;
	readonly shell?: string;
	/** How the step is written, for fixes that add to it. */
	readonly node: YamlValue;
}

/** What the token of a job may do with the repository, where `permissions` says it; `entry` is the permission itself, where it is written. */
export interface Permissions {
	readonly place: Place;
	readonly contents: 'write' | 'read' | 'none' | 'unknown';
	readonly entry?: Place;
	/** How it is written, for fixes that add to it. */
	readonly node: YamlValue;
}

/** One name of a matrix, and what it can be. */
export interface Dimension {
	readonly name: string;
	readonly values: readonly Text[];
	/** Whether these are all. */
	readonly complete: boolean;
}

/** One job. */
export interface Job {
	readonly id: string;
	readonly place: Place;
	/** The workflow that it calls instead of steps. */
	readonly uses?: Text;
	/** What it gives to that workflow. */
	readonly with: readonly Setting[];
	/** The labels of its runner, expressions too. */
	readonly runsOn: readonly Text[];
	/** The values of its matrix by their names, those of `include` among them; a name that an expression gives has none. */
	readonly matrix: readonly Dimension[];
	readonly permissions?: Permissions;
	readonly env: readonly Setting[];
	readonly outputs: readonly Setting[];
	readonly steps: readonly Step[];
	readonly workingDirectory?: string;
}

/** A GitHub Actions workflow. */
export interface Workflow {
	readonly path: string;
	readonly name?: string;
	/** The `on` key; undefined if there is none. */
	readonly on?: Place;
	readonly triggers: readonly Trigger[];
	readonly env: readonly Setting[];
	readonly permissions?: Permissions;
	/** The `jobs` key. */
	readonly jobsKey?: Place;
	readonly jobs: readonly Job[];
	/** Whether the file could not be parsed whole: then what is missing here may be there. */
	readonly broken: boolean;
}
