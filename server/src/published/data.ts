/** A release on GitHub, as its API gives it. */
export interface Release {
	readonly tag: string;
	readonly draft: boolean;
	readonly prerelease: boolean;
	/** The files whose upload is complete. */
	readonly assets: readonly { readonly name: string /** `sha256:` and the sum, where GitHub has it. */; readonly digest?: string }[];
}

/** What a repository has published. */
export interface Published {
	/** `acme/packer-plugin-acme`. */
	readonly repository: string;
	readonly tags: readonly string[];
	readonly releases: readonly Release[];
	/** The checksum files that were read, by tag. */
	readonly sums: ReadonlyMap<string, string>;
}

/** The names of tags in an answer of `git/matching-refs/tags`; undefined where the text is something else. */
export function tagsIn(text: string): readonly string[] | undefined {
	return listIn(text)?.flatMap(one => (typeof one.ref === 'string' && one.ref.startsWith('refs/tags/') ? [one.ref.slice('refs/tags/'.length)] : []));
}

/** The releases in an answer of `releases`; undefined where the text is something else. */
export function releasesIn(text: string): readonly Release[] | undefined {
	return listIn(text)?.flatMap(one =>
		typeof one.tag_name === 'string'
			? [{ tag: one.tag_name, draft: one.draft === true, prerelease: one.prerelease === true, assets: objects(one.assets).flatMap(assetOf) }]
			: [],
	);
}

function assetOf({ name, digest, state }: Readonly<Record<string, unknown>>): Release['assets'] {
	if (typeof name !== 'string' || (state !== undefined && state !== 'uploaded')) return [];
	return [{ name, ...(typeof digest === 'string' ? { digest } : {}) }];
}

function listIn(text: string): readonly Readonly<Record<string, unknown>>[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? objects(value) : undefined;
	} catch {
		return undefined;
	}
}

const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
	Array.isArray(value) ? value.filter(one => typeof one === 'object' && one !== null) : [];
