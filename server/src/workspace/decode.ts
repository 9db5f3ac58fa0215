import type { FileState } from '../facts/core/inputs';
import type { FileSystem } from './fileSystem';
import { largestFile } from './interest';

/** One for all files, as it keeps nothing between them and is expensive to make. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file's bytes, without a byte order mark; or why it is not text. */
export function decode(bytes: Uint8Array): FileState {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { unreadable: 'it is UTF-16, not UTF-8' };
	if (bytes.includes(0)) return { unreadable: 'it is a binary file' };
	try {
		return { text: utf8.decode(bytes) };
	} catch {
		return { unreadable: 'it is not UTF-8' };
	}
}

/** What is known of a file on disk: its text, or why there is none. */
export async function readState(fs: FileSystem, path: string): Promise<FileState> {
	try {
		const text = await fs.plainText?.(path, largestFile);
		return text === undefined ? decode(await fs.read(path, largestFile)) : { text };
	} catch (error) {
		return { unreadable: error instanceof Error ? error.message : String(error) };
	}
}
