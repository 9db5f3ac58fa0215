import type { FileState } from '../facts/inputs';

/** One for all files, as it keeps nothing between them and is dear to make. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file's bytes, without a byte order mark; or why it is none. */
export function decode(bytes: Uint8Array): FileState {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { unreadable: 'it is UTF-16, not UTF-8' };
	if (bytes.includes(0)) return { unreadable: 'it holds bytes that no text has' };
	try {
		return { text: utf8.decode(bytes) };
	} catch {
		return { unreadable: 'it is not UTF-8' };
	}
}
