import { coerce, inc, parse, rcompare, valid } from 'semver';
import type { Fact } from '../../core/database';
import { repository } from '../../core/inputs';
import { pluginVersion } from '../../plugin/version';

/** The version of the newest tag, `1.2.3` also of a tag `v1.2` or `v1`; undefined where no tag is a version. */
export const newestVersion: Fact<string | undefined> = read =>
	read(repository)
		.tags.flatMap(tag => (/^v\d+(?:\.\d+){0,2}$/.test(tag) ? (coerce(tag)?.version ?? []) : []))
		.sort(rcompare)[0];

/** The tag that a plugin's next release would have: the version in the source if no release has it yet, else the one after the newest tag. */
export const nextTag: Fact<string> = read => {
	const newest = read(newestVersion);
	const said = parse(read(pluginVersion)?.version?.value?.replace(/^v/, '') ?? '');
	const source = said && `${said.major}.${said.minor}.${said.patch}`;
	const usable = source !== null && source !== '0.0.0' ? source : undefined;
	const after = newest && inc(newest, 'patch');
	if (!after) return `v${usable ?? '0.1.0'}`;
	return `v${usable !== undefined && rcompare(usable, after) < 0 ? usable : after}`;
};

/** What is wrong with a tag; undefined where `packer init` finds its release (Packer builds each address from the version that it has read). */
export function tagProblem(tag: string): string | undefined {
	const version = valid(tag);
	if (version === null || !tag.startsWith('v')) return `\`${tag}\` is not a version like \`v1.2.3\`, so \`packer init\` does not find the release.`;
	if (`v${version}` !== tag) return `Packer looks for the release \`v${version}\` instead of \`${tag}\`.`;
	return version.includes('-') ? `\`${tag}\` is a prerelease, which \`packer init\` does not install.` : undefined;
}
