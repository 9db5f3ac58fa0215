import { rcompare } from 'semver';
import { sumsName } from '../facts/release/install/getter';
import { tagProblem } from '../facts/release/preview/nextTag';
import { type Published, type Release, releasesIn, tagsIn } from './data';
import { type GitHub, Unreadable } from './github';

/** How many checksum files are read, from the newest release on. */
export const readSums = 30;
/** How many releases GitHub lists at once, and how many such pages are read. */
const page = 100;
const pages = 10;
/** What GitHub admits in names. */
const admitted = /^(?!\.+$)[\w.-]+$/;
/** How many files are requested at once. */
const together = 6;

/** Reads what a repository has published, as Packer looks for it. Rejects with `Unreadable`. */
export async function readPublished(github: GitHub, owner: string, name: string): Promise<Published> {
	if (!admitted.test(owner) || !admitted.test(name)) throw new Unreadable(`\`${owner}/packer-plugin-${name}\` is not the name of a GitHub repository.`);
	const repository = `${owner}/packer-plugin-${name}`;
	const path = `repos/${repository}`;
	const found = await github.api(`${path}/git/matching-refs/tags`);
	if (found === undefined) throw new Unreadable(`GitHub has no public repository \`${repository}\`, where \`packer init\` looks for releases.`);
	const tags = tagsIn(found);
	if (tags === undefined) throw new Unreadable('GitHub answers with something else than a list of tags.');
	const releases: Release[] = [];
	for (let number = 1; number <= pages; number++) {
		const all = releasesIn((await github.api(`${path}/releases?per_page=${page}&page=${number}`)) ?? '[]');
		if (all === undefined) throw new Unreadable('GitHub answers with something else than a list of releases.');
		releases.push(...all);
		if (all.length < page) break;
	}
	const wanted = releases
		.filter(({ tag, draft, assets }) => !draft && tagProblem(tag) === undefined && assets.some(asset => asset.name === sumsName(name, tag.slice(1))))
		.map(({ tag }) => tag)
		.sort((a, b) => rcompare(a, b))
		.slice(0, readSums);
	const sums = new Map<string, string>();
	while (wanted.length > 0)
		await Promise.all(
			wanted.splice(0, together).map(async tag => {
				const text = await github.download(repository, tag, sumsName(name, tag.slice(1)));
				if (text !== undefined) sums.set(tag, text);
			}),
		);
	return { repository, tags, releases, sums };
}
