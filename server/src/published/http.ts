/** What a server answered. Names of headers are in lower case. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
}

/** Requests an address with GET, and follows redirects. Rejects with a reason that a person can read where there is no answer. */
export type Http = (address: string, headers: Readonly<Record<string, string>>) => Promise<Answer>;

/** An answer that is kept: asked again with its tag, GitHub says only whether it has changed, which does not count against the rate limit. */
export interface Kept {
	readonly etag: string;
	readonly text: string;
	/** When it was last known to be true, as ISO 8601. */
	readonly date: string;
}

/** Where answers are kept, by address. Both may fail; then nothing is kept. */
export interface Memory {
	get(address: string): Promise<Kept | undefined>;
	set(address: string, kept: Kept): Promise<void>;
}

/** Answers that are kept as long as the process runs. */
export function inMemory(): Memory {
	const all = new Map<string, Kept>();
	return {
		get: async address => all.get(address),
		set: async (address, kept) => {
			all.set(address, kept);
		},
	};
}
