import type { Answer, Http } from '../../server/src/published/http';

const digest = (character: string) => character.repeat(64);

/** What a fake GitHub has: tags, releases with files by name, and the texts of checksum files. */
export interface Repository {
	readonly tags: readonly string[];
	readonly releases: readonly {
		readonly tag: string;
		readonly draft?: boolean;
		readonly prerelease?: boolean;
		readonly assets: readonly (string | { readonly name: string; readonly digest?: string; readonly state?: string })[];
		/** The text of its checksum file. */
		readonly sums?: string;
	}[];
}

/** A release as GoReleaser makes it: an archive for each platform, and their sums. */
export function good(
	name: string,
	version: string,
	platforms = ['linux_amd64', 'linux_arm64', 'darwin_amd64', 'darwin_arm64', 'windows_amd64'],
): Repository['releases'][number] {
	const files = platforms.map(platform => `packer-plugin-${name}_v${version}_x5.0_${platform}.zip`);
	const sums = files.map((file, i) => `${digest(String(i))}  ${file}\n`).join('');
	return { tag: `v${version}`, assets: [...files, `packer-plugin-${name}_v${version}_SHA256SUMS`], sums };
}

/** A GitHub that has one repository, `acme/packer-plugin-acme`, and counts what it is asked. */
export class FakeGitHub {
	readonly asked: { readonly address: string; readonly headers: Readonly<Record<string, string>> }[] = [];
	/** Answers instead, where it gives something. */
	instead: (address: string) => Answer | undefined = () => undefined;
	repository: Repository;

	constructor(repository: Repository) {
		this.repository = repository;
	}

	readonly http: Http = async (address, headers) => {
		this.asked.push({ address, headers });
		const other = this.instead(address);
		if (other) return other;
		const text = this.#textAt(new URL(address));
		if (text === undefined) return { status: 404, headers: {}, text: 'Not Found' };
		const etag = `W/"${text.length}"`;
		return headers['if-none-match'] === etag ? { status: 304, headers: { etag }, text: '' } : { status: 200, headers: { etag }, text };
	};

	#textAt({ host, pathname, searchParams }: URL): string | undefined {
		const { tags, releases } = this.repository;
		const api = '/repos/acme/packer-plugin-acme';
		if (host === 'api.github.com') {
			if (pathname === `${api}/git/matching-refs/tags`) return JSON.stringify(tags.map(tag => ({ ref: `refs/tags/${tag}` })));
			if (pathname !== `${api}/releases`) return undefined;
			const from = (Number(searchParams.get('page')) - 1) * 100;
			return JSON.stringify(
				releases.slice(from, from + 100).map(({ tag, draft = false, prerelease = false, assets }) => ({
					...{ tag_name: tag, draft, prerelease },
					assets: assets.map(asset => ({ state: 'uploaded', ...(typeof asset === 'string' ? { name: asset } : asset) })),
				})),
			);
		}
		const [, tag, file] = /^\/acme\/packer-plugin-acme\/releases\/download\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
		return host === 'github.com' && file?.endsWith('_SHA256SUMS') ? releases.find(one => one.tag === tag)?.sums : undefined;
	}
}
