import type { YamlValue } from '../../../syntax/yaml/file';
import type { Place } from '../../../text/place';
import type { Binary } from './builds';
import type { Template } from './option';

/** One archive of a config, defaults filled in. */
export interface PlannedArchive {
	/** Its number in `archives`. */
	readonly index: number;
	readonly id: string;
	readonly place: Place;
	/** The item of `archives`; undefined for the archive that GoReleaser makes where there is none. */
	readonly node?: YamlValue;
	readonly name: Template;
	/** The ids of the builds in it; empty for all. */
	readonly ids: readonly string[];
	readonly formats: readonly string[];
	/** Its formats on the operating systems that start with a word: the first that fits. */
	readonly overrides: readonly { readonly os: string; readonly formats: readonly string[] }[];
	/** Whether it leaves out the directories of `binary`. */
	readonly bare: boolean;
	/** The directory that everything is put in; undefined for none. */
	readonly wrap?: Template;
}

/** A file that the release page gets, or a checksum file is made of. */
export interface Asset {
	readonly name: string;
	readonly kind: 'archive' | 'binary' | 'source' | 'extra';
	readonly place: Place;
	/** What GoReleaser filters by; undefined for what is of no build. */
	readonly id?: string;
	readonly os?: string;
	readonly arch?: string;
	readonly format?: string;
	/** The names of what is in it: the binaries, and the other files; undefined where those are not known. */
	readonly binaries: readonly { readonly entry: string; readonly binary: Binary }[];
	readonly files: readonly string[] | undefined;
	readonly archive?: PlannedArchive;
}
