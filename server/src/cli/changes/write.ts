import { decode } from '../../workspace/decode';
import { joinBelow } from '../../workspace/fileSystem';
import { largestFile } from '../../workspace/interest';
import { reasonOf } from '../complaint';
import type { Environment } from '../environment';
import type { Change } from './apply';

/** Why a file of the plugin must not be changed; undefined if it may be. */
export async function refusal({ writer }: Environment, root: string, path: string): Promise<string | undefined> {
	if (path === '' || path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').some(part => part === '..' || part === '.' || part === ''))
		return 'it is outside the plugin';
	try {
		return (await writer.real(joinBelow(root, path))) === joinBelow(await writer.real(root), path) ? undefined : 'it is behind a symbolic link';
	} catch (error) {
		return reasonOf(error);
	}
}

/** Writes one change to disk, unless the file has changed since it was read. Returns why not. */
export async function writeChange({ files, writer }: Environment, root: string, { path, before, after, executable }: Change): Promise<string | undefined> {
	const absolute = joinBelow(root, path);
	try {
		const bytes = before === undefined ? undefined : await files.read(absolute, largestFile);
		const state = bytes && decode(bytes);
		const now = state && 'text' in state ? state.text : undefined;
		if (now !== before || (before === undefined && (await writer.kind(absolute)) !== 'missing')) return 'it has changed since it was read';
		if (after === undefined) await writer.remove(absolute);
		else await writer.write(absolute, encoded(after, bytes), { executable, folders: true });
		return undefined;
	} catch (error) {
		return reasonOf(error);
	}
}

/** A text in UTF-8, with a byte order mark where the file had one. */
function encoded(text: string, before: Uint8Array | undefined): Uint8Array {
	const marked = before?.[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
	return new TextEncoder().encode(marked ? `\ufeff${text}` : text);
}
