import { compare, valid } from 'semver';
import type { Fact } from '../core/database';
import { repository } from '../core/inputs';

/** A tag that is meant to be a release, which Packer does not find, and the tag that it looks for. */
export interface LostTag {
	readonly tag: string;
	readonly wanted: string;
}

/** The newest tag of the repository, where it is meant to be a release and is not written as Packer builds its address; prereleases do not count. */
export const lostTag: Fact<LostTag | undefined> = read => {
	const { tags, subdirectory } = read(repository);
	if (subdirectory !== '') return undefined; // it may have tags of its own
	const versions = tags.flatMap(tag => {
		const [, first, second, third = '0'] = /^[vV]?(\d{1,6})\.(\d{1,6})(?:\.(\d{1,6}))?$/.exec(tag) ?? [];
		return first === undefined ? [] : [{ tag, version: [first, second, third].map(Number).join('.') }];
	});
	const isRight = ({ tag, version }: { tag: string; version: string }) => tag === `v${version}` && valid(version) !== null;
	const newest = (all: typeof versions) => [...all].sort((a, b) => compare(b.version, a.version))[0];
	const [right, wrong] = [newest(versions.filter(isRight)), newest(versions.filter(one => !isRight(one)))];
	if (wrong === undefined) return undefined;
	// Of a date beside versions it is not known what it is.
	const isNext = right === undefined || Number(wrong.version.split('.')[0]) <= Number(right.version.split('.')[0]) + 1;
	return isNext && (right === undefined || compare(wrong.version, right.version) > 0) ? { tag: wrong.tag, wanted: `v${wrong.version}` } : undefined;
};
