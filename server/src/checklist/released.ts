import type { Read } from '../facts/core/database';
import { repository } from '../facts/core/inputs';

/** Whether `packer init` finds a release, as far as the clone tells. */
export function released(read: Read): { readonly state: 'done' | 'open' | 'unknown'; readonly reason: string } {
	const { commit, tags } = read(repository);
	const latest = latestTag(tags);
	if (latest !== undefined) return { state: 'done', reason: `No findings. The latest version tag is ${latest}.` };
	if (commit === undefined) return { state: 'unknown', reason: 'No findings. Release state unknown: not a git repository.' };
	if (tags.length > 0) return { state: 'open', reason: 'No findings, but no tag is a version such as v1.2.3.' };
	return { state: 'open', reason: 'No findings, but the clone has no version tag such as v1.2.3.' };
}

/** The highest tag that `packer init` takes without being asked for it: `v`, three numbers and nothing more (Packer packer/plugin-getter/github/getter.go). */
export function latestTag(tags: readonly string[]): string | undefined {
	let latest: { readonly tag: string; readonly numbers: readonly number[] } | undefined;
	for (const tag of tags) {
		if (!/^v(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(tag)) continue;
		const numbers = tag.slice(1).split('.').map(Number);
		if (latest === undefined || isNewer(numbers, latest.numbers)) latest = { tag, numbers };
	}
	return latest?.tag;
}

const isNewer = (a: readonly number[], b: readonly number[]) => (a.map((n, i) => n - (b[i] ?? 0)).find(difference => difference !== 0) ?? 0) > 0;
