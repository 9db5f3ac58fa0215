/** The kinds of git's objects. */
export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** One of git's objects, unpacked. */
export interface GitObject {
	readonly type: ObjectType;
	readonly bytes: Uint8Array;
}

/** What unpacks and names objects; the composition root has it from its runtime. */
export interface Codec {
	/** What a zlib stream holds, whatever follows it; or why it cannot be unpacked: it holds more than `limit` bytes, or the stream is damaged. */
	inflate(bytes: Uint8Array, limit: number): Uint8Array | 'large' | 'damaged';
	/** The digest of some bytes in hexadecimal digits. */
	digest(algorithm: 'sha1' | 'sha256', ...parts: readonly Uint8Array[]): string;
}

/** Why an object cannot be read: it is missing, is not as git writes it, or is larger than what is read. */
export class UnreadObject extends Error {
	override readonly name = 'UnreadObject';
	readonly why: 'missing' | 'damaged' | 'large';

	constructor(why: UnreadObject['why'], id: string) {
		super(`object ${id} ${{ missing: 'is missing', damaged: 'is damaged', large: 'is too large' }[why]}`);
		this.why = why;
	}
}

/** The largest object that is unpacked, in bytes: as large as the largest file that is read. */
export const largestObject = 16 * 1024 * 1024;

/** How much is unpacked in all, in bytes, deltas and what they are made of included: of the largest plugin it is five million. */
export const mostUnpacked = 512 * 1024 * 1024;

const encoder = new TextEncoder();

/** The name that git gives an object. */
export const idOf = (codec: Codec, algorithm: 'sha1' | 'sha256', { type, bytes }: GitObject): string =>
	codec.digest(algorithm, encoder.encode(`${type} ${bytes.length}\0`), bytes);
