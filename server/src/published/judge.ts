import { rcompare, valid } from 'semver';
import { type Platform, rejection, sumLines, sumsName } from '../facts/release/install/getter';
import { archiveName, commonPlatforms } from '../facts/release/install/judge';
import { tagProblem } from '../facts/release/preview/nextTag';
import type { Published, Release } from './data';

/** What Packer does with a version that a repository has tagged. */
export interface PublishedRelease {
	readonly tag: string;
	/** Whether `packer init` finds all that it needs to install the release on some platform; null where its checksum file was not read. */
	readonly installs: boolean | null;
	/** Where it does, `linux/amd64`. */
	readonly platforms: readonly string[];
	/** Why it does not. */
	readonly why: string | null;
	/** What else is wrong, a sentence each. */
	readonly remarks: readonly string[];
}

/** Judges each version of a plugin, the newest first. Other tags than versions are left out, as Packer skips them. */
export function judge(name: string, { tags, releases, sums }: Published): readonly PublishedRelease[] {
	const all = [...new Set([...tags, ...releases.map(({ tag }) => tag)])].filter(tag => valid(tag) !== null || looksLikeVersion.test(tag));
	return all.sort(newestFirst).map((tag): PublishedRelease => {
		const release = releases.find(one => one.tag === tag);
		const not = (why: string): PublishedRelease => ({ tag, installs: false, platforms: [], why, remarks: [] });
		if (release?.draft) return not('It is a draft, and its files can be downloaded when it is published.');
		const problem = tagProblem(tag);
		if (problem !== undefined) return not(problem);
		if (release === undefined) return not('Tag has no release, so Packer finds no checksum file and tries older versions.');
		const expected = sumsName(name, tag.slice(1));
		if (!release.assets.some(asset => asset.name === expected)) return not(withoutSums(release, expected));
		const text = sums.get(tag);
		if (text === undefined) return { tag, installs: null, platforms: [], why: 'Its checksum file was not read.', remarks: [] };
		return withSums(name, release, text);
	});
}

const looksLikeVersion = /^v?\d+(?:\.\d+)+/;

function newestFirst(a: string, b: string): number {
	const [left, right] = [valid(a), valid(b)];
	return left === null || right === null
		? Number(left === null) - Number(right === null) || b.localeCompare(a, 'en', { numeric: true })
		: rcompare(left, right);
}

function withoutSums({ assets }: Release, expected: string): string {
	if (assets.length === 0) return 'Release has no files.';
	const other = assets.find(asset => /sha256sums?$|checksums?(?:\.txt)?$/i.test(asset.name));
	return other === undefined
		? `Release has no checksum file, and Packer requests \`${expected}\`.`
		: `Checksum file is \`${other.name}\`, and Packer requests \`${expected}\`.`;
}

function withSums(name: string, { tag, prerelease, assets }: Release, text: string): PublishedRelease {
	const version = tag.slice(1);
	const lines = sumLines(text);
	if (lines === undefined)
		return { tag, installs: false, platforms: [], why: 'Packer cannot read the checksum file: its first line is not a sum and a name.', remarks: [] };
	const platforms: string[] = [];
	const remarks: string[] = [];
	for (const platform of platformsOf(lines.map(line => line.name))) {
		const line = lines.find(one => rejection(name, version, one.name, platform) === undefined);
		if (line === undefined) continue;
		const asset = assets.find(one => one.name === line.name);
		if (asset === undefined) remarks.push(`\`${line.name}\` is in the checksum file and not on the release page.`);
		else if (!/^[\da-f]{64}$/i.test(line.sum)) remarks.push(`\`${line.name}\` has no SHA-256 sum in the checksum file.`);
		else if (!line.name.endsWith('.zip')) remarks.push(`\`${line.name}\` is not a zip archive, which is all that Packer can open.`);
		else if (differs(asset.digest, line.sum)) remarks.push(`\`${line.name}\` on the release page has another SHA-256 sum than in the checksum file.`);
		else platforms.push(`${platform.os}/${platform.arch}`);
	}
	if (platforms.length === 0 && remarks.length === 0)
		remarks.push(`Checksum file has no archive with a name like \`${archiveName(name, version, { os: 'linux', arch: 'amd64' })}\`.`);
	const [why, ...more] = platforms.length === 0 ? remarks : [null, ...remarks];
	if (prerelease && platforms.length > 0) more.push('It is marked as a prerelease on GitHub, which Packer does not look at.');
	return { tag, installs: platforms.length > 0, platforms, why: why ?? null, remarks: more.filter(one => one !== null) };
}

const differs = (digest: string | undefined, sum: string) =>
	digest?.startsWith('sha256:') === true && digest.slice('sha256:'.length).toLowerCase() !== sum.toLowerCase();

/** The common platforms, and those that names end with. */
function platformsOf(names: readonly string[]): readonly Platform[] {
	const named = names.flatMap(name => {
		const [, os, arch] = /_([a-z\d]+)_([a-z\d]+)(?:\.[a-z.]+)?$/.exec(name) ?? [];
		return os === undefined || arch === undefined ? [] : [{ os, arch }];
	});
	return [...commonPlatforms, ...named].filter((one, i, all) => all.findIndex(other => other.os === one.os && other.arch === one.arch) === i);
}
