import { hexOf } from './objects/hex';

const decoder = new TextDecoder();

/** One file of git's index: the path and the mode, as `100644`, in octal digits. */
export interface IndexEntry {
	readonly path: string;
	readonly mode: string;
	/** The name of the blob that git has of it. */
	readonly blob: string;
	/** The size of the file in the work tree when git last looked at it: other than that of the blob where line ends are converted. */
	readonly size: number;
	/** Whether a sparse checkout leaves it out of the work tree. */
	readonly skipped: boolean;
}

/** The files of git's index (gitformat-index, versions 2 to 4), with object names of SHA-1; none where it is not such an index. */
export function indexEntries(bytes: Uint8Array): readonly IndexEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 12 || decoder.decode(bytes.subarray(0, 4)) !== 'DIRC') return [];
	const version = view.getUint32(4);
	if (version < 2 || version > 4) return [];
	const count = view.getUint32(8);
	const entries: IndexEntry[] = [];
	const path = new Uint8Array(longest);
	let length = 0;
	let room = 4 * bytes.length; // of what all paths have together: those that share much are no longer than that in any real repository
	let start = 12;
	for (let i = 0; i < count; i++) {
		if (start + head > bytes.length) return [];
		const flags = view.getUint16(start + head - 2);
		const isExtended = version > 2 && (flags & extended) !== 0;
		let at = start + head + (isExtended ? 2 : 0);
		let kept = 0;
		if (version === 4) {
			let dropped = 0;
			for (let more = true; more; at++) {
				const byte = bytes[at];
				if (byte === undefined || dropped > 0xffff) return [];
				more = (byte & 0x80) !== 0;
				dropped = dropped * 128 + (byte & 0x7f) + (more ? 1 : 0);
			}
			kept = Math.max(0, length - dropped);
		}
		const end = bytes.indexOf(0, at);
		length = kept + end - at;
		room -= length;
		if (end === -1 || length > longest || room < 0) return [];
		path.set(bytes.subarray(at, end), kept);
		entries.push({
			path: decoder.decode(path.subarray(0, length)),
			mode: view.getUint32(start + 24).toString(8),
			blob: hexOf(bytes.subarray(start + 40, start + 60)),
			size: view.getUint32(start + 36),
			skipped: isExtended && (view.getUint16(start + head) & skipWorktree) !== 0,
		});
		start = version === 4 ? end + 1 : start + Math.floor((end - start + 8) / 8) * 8;
	}
	return entries;
}

/** The bytes of an entry before its path, and the flag of one that has two more. */
const head = 62;
const extended = 0x4000;
const skipWorktree = 0x4000;

/** The longest path, in bytes: no system has longer ones. */
const longest = 4096;
