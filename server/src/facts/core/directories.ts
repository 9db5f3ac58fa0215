import type { Entry } from './inputs';

/** Which directories there are, given the files: a directory is there as long as a file is in it or below it. */
export class Directories {
	readonly #children = new Map<string, Map<string, Entry['kind']>>();

	/** Adds or removes a file; gives the directories whose listing changed, the nearest first. The root is `''`. */
	set(path: string, exists: boolean): string[] {
		const changed: string[] = [];
		let child = path;
		let kind: Entry['kind'] = 'file';
		while (child !== '') {
			const slash = child.lastIndexOf('/');
			const dir = slash === -1 ? '' : child.slice(0, slash);
			const name = child.slice(slash + 1);
			const entries = this.#children.get(dir) ?? new Map<string, Entry['kind']>();
			this.#children.set(dir, entries);
			if (exists ? entries.get(name) === kind : !entries.has(name)) break;
			if (exists) entries.set(name, kind);
			else entries.delete(name);
			changed.push(dir);
			if (exists ? entries.size > 1 : entries.size > 0) break;
			child = dir;
			kind = 'directory';
		}
		return changed;
	}

	/** The entries of a directory sorted by name; undefined where there is no such directory. */
	entries(dir: string): readonly Entry[] | undefined {
		const entries = this.#children.get(dir);
		if (entries === undefined || entries.size === 0) return undefined;
		return [...entries].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
	}
}
