/** What a commit says, as far as it is read. */
export interface Commit {
	readonly tree: string;
	readonly parents: readonly string[];
	/** When it was committed, in seconds. */
	readonly time: number;
}

const decoder = new TextDecoder('latin1');

/** The head of a commit; undefined if it is not written as git does. */
export function commitFrom(bytes: Uint8Array): Commit | undefined {
	const head = headOf(bytes);
	const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1];
	const time = /^committer .*> (\d{1,15}) [+-]\d{4}$/m.exec(head)?.[1];
	return tree === undefined
		? undefined
		: { tree, parents: [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(found => found[1] as string), time: Number(time ?? 0) };
}

/** What a tag names. */
export const taggedBy = (bytes: Uint8Array): string | undefined => /^object ([0-9a-f]+)$/m.exec(headOf(bytes))?.[1];

function headOf(bytes: Uint8Array): string {
	const text = decoder.decode(bytes.subarray(0, 64 * 1024));
	const end = text.indexOf('\n\n');
	return end === -1 ? text : text.slice(0, end);
}
