import { hexOf } from './hex';
import { UnreadObject } from './object';
import type { ObjectStore } from './store';

/**
 * One file of a tree: its mode in octal digits, as `100644`, and its blob. Of a link (`120000`) the blob holds what it leads to; a submodule (`160000`) has a
 * commit of another repository instead.
 */
export interface TreeFile {
	readonly mode: string;
	readonly blob: string;
}

/** How many files a tree may have, and how deep its folders may be. */
const most = { files: 200_000, deep: 64 };

const decoder = new TextDecoder();

/** The files below a folder of a tree by their paths from there, without those in folders of names that are not looked into; none where there is no such folder. */
export async function filesOfTree(
	store: ObjectStore,
	tree: string,
	folder: string,
	looksInto: (name: string) => boolean,
): Promise<ReadonlyMap<string, TreeFile>> {
	const files = new Map<string, TreeFile>();
	let top: string | undefined = tree;
	for (const part of folder === '' ? [] : folder.split('/')) {
		const entry: TreeEntry | undefined = top === undefined ? undefined : entriesOf(top, await store.bytes(top, 'tree')).find(({ name }) => name === part);
		top = entry?.mode === '40000' ? entry.id : undefined;
	}
	const walk = async (id: string, prefix: string, depth: number): Promise<void> => {
		if (depth > most.deep) throw new UnreadObject('large', id);
		for (const entry of entriesOf(id, await store.bytes(id, 'tree'))) {
			const path = prefix + entry.name;
			if (entry.mode === '40000') {
				if (looksInto(entry.name)) await walk(entry.id, `${path}/`, depth + 1);
			} else files.set(path, { mode: entry.mode, blob: entry.id });
			if (files.size > most.files) throw new UnreadObject('large', id);
		}
	};
	if (top !== undefined) await walk(top, '', 0);
	return files;
}

interface TreeEntry {
	readonly mode: string;
	readonly name: string;
	readonly id: string;
}

function entriesOf(id: string, bytes: Uint8Array): TreeEntry[] {
	const width = id.length / 2;
	const entries: TreeEntry[] = [];
	for (let at = 0; at < bytes.length; ) {
		const end = bytes.indexOf(0, at);
		const [, mode, name] = end === -1 ? [] : (/^([0-7]{5,6}) ([^/]+)$/s.exec(decoder.decode(bytes.subarray(at, end))) ?? []);
		if (mode === undefined || name === undefined || name === '.' || name === '..' || end + 1 + width > bytes.length) throw new UnreadObject('damaged', id);
		entries.push({ mode, name, id: hexOf(bytes.subarray(end + 1, end + 1 + width)) });
		at = end + 1 + width;
	}
	return entries;
}
