import type { Grammars } from '../../syntax/grammars';

/** Something that facts are given, not derived: the workspace sets it. Until then it has its initial value. */
export interface Input<T> {
	readonly name: string;
	readonly initial: T;
}

/**
 * What is known of a file that exists: its text; or that it could not be read, and why; or that nothing needs its text
 * (a picture, say). "Could not look" is never "nothing there".
 */
export type FileState = { readonly text: string } | { readonly unreadable: string } | { readonly unread: true };

/** One entry of a directory. Links that leave the plugin, and other plugins within it, are not listed. */
export interface Entry {
	readonly name: string;
	readonly kind: 'file' | 'directory';
}

/** What git and the file system say of the repository that a plugin is in. */
export interface Repository {
	/** The folder that holds the plugin, as named on disk. */
	readonly folder: string;
	/** Of the remote `origin`, where that is a GitHub repository. */
	readonly origin?: { readonly owner: string; readonly name: string };
	/** The branch and commit checked out. */
	readonly branch?: string;
	readonly commit?: string;
	/** All tags, in no order. */
	readonly tags: readonly string[];
	/** Where the plugin lies in the repository, `''` at its root. */
	readonly subdirectory: string;
	/** The shell scripts of the plugin that git's index has without the executable bit; none where there is no index. */
	readonly plainScripts?: readonly string[];
}

/** A file by its path; undefined where there is none. */
export const file: Input<FileState | undefined> = { name: 'file', initial: undefined };

/** The entries of a directory by its path (`''` is the root), sorted by name; undefined where there is none. */
export const listing: Input<readonly Entry[] | undefined> = { name: 'listing', initial: undefined };

/** The parsers, loaded. Undefined only before the workspace has set them. */
export const grammars: Input<Grammars | undefined> = { name: 'grammars', initial: undefined };

/** What git says, where it says anything. */
export const repository: Input<Repository> = { name: 'repository', initial: { folder: '', tags: [], subdirectory: '' } };

/** The files and folders of the plugin that are links which were followed: what is there is read, and never changed. */
export const links: Input<readonly string[]> = { name: 'links', initial: [] };
