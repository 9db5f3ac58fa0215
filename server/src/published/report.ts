import { commonPlatforms } from '../facts/release/install/judge';
import { GitHub, type Reading } from './github';
import { judge, type PublishedRelease } from './judge';
import { readPublished, readSums } from './read';

/** What a repository has published, and what `packer init` does with it. */
export interface PublishedReport {
	/** `acme/packer-plugin-acme`. */
	readonly repository: string;
	/** When it was read, as ISO 8601. */
	readonly date: string;
	/** Why what is said is from memory, and from when; null where it is as GitHub has it now. */
	readonly stale: { readonly why: string; readonly date: string } | null;
	/** The newest first. */
	readonly releases: readonly PublishedRelease[];
	/** The newest release that `packer init` can install. */
	readonly newest: string | null;
	/** The common platforms that the newest release does not install on. */
	readonly missing: readonly string[];
	/** What was not looked at, a sentence each. */
	readonly notes: readonly string[];
}

/** Reads what a plugin has published. Rejects with `Unreadable`. */
export async function publishedReport(reading: Reading, owner: string, name: string): Promise<PublishedReport> {
	const github = new GitHub(reading);
	const published = await readPublished(github, owner, name);
	const releases = judge(name, published);
	const newest = releases.find(({ installs }) => installs);
	return {
		repository: published.repository,
		date: reading.date(),
		stale: github.stale ?? null,
		releases,
		newest: newest?.tag ?? null,
		missing: newest === undefined ? [] : commonPlatforms.map(({ os, arch }) => `${os}/${arch}`).filter(platform => !newest.platforms.includes(platform)),
		notes: [
			...(releases.some(({ installs }) => installs) ? ['Archives were not opened, so names and versions of the binaries in them are not known.'] : []),
			...(releases.some(({ installs }) => installs === null) ? [`Checksum files of the newest ${readSums} releases were read.`] : []),
			...(owner.toLowerCase() === 'hashicorp'
				? [`Packer 1.14 and newer ask releases.hashicorp.com for \`${name}\` before GitHub. That site was not read.`]
				: []),
		],
	};
}
