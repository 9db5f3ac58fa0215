import assert from 'node:assert/strict';
import type { Published } from '../../server/src/published/data';
import { judge } from '../../server/src/published/judge';
import { good, type Repository } from './fake';

/** What is said of a repository, a line for each version. */
function said({ tags, releases }: Repository): string[] {
	const published: Published = {
		repository: 'acme/packer-plugin-acme',
		tags,
		releases: releases.map(({ tag, draft = false, prerelease = false, assets }) => ({
			...{ tag, draft, prerelease },
			assets: assets.map(asset => (typeof asset === 'string' ? { name: asset } : asset)),
		})),
		sums: new Map(releases.flatMap(({ tag, sums }) => (sums === undefined ? [] : [[tag, sums] as const]))),
	};
	return judge('acme', published).map(
		({ tag, installs, platforms, why, remarks }) =>
			`${tag} ${installs} [${platforms.join(' ')}]${why === null ? '' : ` ${why}`}${remarks.map(remark => ` | ${remark}`).join('')}`,
	);
}

const one = (release: Repository['releases'][number]) => said({ tags: [release.tag], releases: [release] });
const zip = (platform: string) => `packer-plugin-acme_v1.0.0_x5.0_${platform}.zip`;
const sum = 'a'.repeat(64);
const sums = 'packer-plugin-acme_v1.0.0_SHA256SUMS';

describe('published releases', () => {
	it('install where the checksum file names an archive that is there', () => {
		assert.deepEqual(one(good('acme', '1.0.0', ['linux_amd64', 'plan9_386'])), ['v1.0.0 true [linux/amd64 plan9/386]']);
	});

	it('are listed by version, the newest first, without other tags', () => {
		const releases = ['1.2.0', '1.10.0', '0.9.0'].map(version => good('acme', version, ['linux_amd64']));
		assert.deepEqual(
			said({ tags: ['nightly', 'v0.9.0', 'v1.10.0', 'v1.2.0', 'docs-v1'], releases }).map(line => line.split(' ')[0]),
			['v1.10.0', 'v1.2.0', 'v0.9.0'],
		);
	});

	it('do not install without a release, from a draft, from a tag that Packer reads otherwise', () => {
		assert.deepEqual(said({ tags: ['v1.0.0'], releases: [] }), [
			'v1.0.0 false [] Tag has no release, so Packer finds no checksum file and tries older versions.',
		]);
		assert.deepEqual(one({ tag: 'v1.0.0', draft: true, assets: [] }), ['v1.0.0 false [] It is a draft, and its files can be downloaded when it is published.']);
		assert.match(one({ ...good('acme', '1.0.0'), tag: '1.0.0' })[0] ?? '', /^1\.0\.0 false \[\] `1\.0\.0` is not a version like `v1\.2\.3`/);
		assert.match(one(good('acme', '1.0.0-rc1'))[0] ?? '', /is a prerelease, which `packer init` does not install/);
	});

	it('do not install where the checksum file is missing, has another name or cannot be read', () => {
		assert.deepEqual(one({ tag: 'v1.0.0', assets: [] }), ['v1.0.0 false [] Release has no files.']);
		assert.deepEqual(one({ tag: 'v1.0.0', assets: [zip('linux_amd64')] }), [`v1.0.0 false [] Release has no checksum file, and Packer requests \`${sums}\`.`]);
		assert.deepEqual(one({ tag: 'v1.0.0', assets: ['packer-plugin-acme_v1.0.0_x5.0_SHA256SUMS'] }), [
			`v1.0.0 false [] Checksum file is \`packer-plugin-acme_v1.0.0_x5.0_SHA256SUMS\`, and Packer requests \`${sums}\`.`,
		]);
		assert.deepEqual(one({ tag: 'v1.0.0', assets: [sums], sums: `# the sums\n\n${sum}  ${zip('linux_amd64')}\n` }), [
			'v1.0.0 false [] Packer cannot read the checksum file: its first line is not a sum and a name.',
		]);
	});

	it('are not judged where the checksum file was not read', () => {
		assert.deepEqual(one({ tag: 'v1.0.0', assets: [sums] }), ['v1.0.0 null [] Its checksum file was not read.']);
	});

	it('say what is wrong with single files', () => {
		const files = [zip('linux_amd64'), { name: zip('linux_arm64'), digest: `sha256:${'b'.repeat(64)}` }, zip('darwin_amd64').replace('.zip', '.tgz')];
		const text = [
			`${sum} ${zip('linux_amd64')}`,
			`${sum} ${zip('linux_arm64')}`,
			`${sum} ${zip('darwin_amd64').replace('.zip', '.tgz')}`,
			`${sum} ${zip('darwin_arm64')}`,
			`abc ${zip('windows_amd64')}`,
		];
		assert.deepEqual(one({ tag: 'v1.0.0', assets: [...files, zip('windows_amd64'), sums], sums: `${text.join('\n')}\n` }), [
			[
				'v1.0.0 true [linux/amd64]',
				`\`${zip('linux_arm64')}\` on the release page has another SHA-256 sum than in the checksum file.`,
				`\`${zip('darwin_amd64').replace('.zip', '.tgz')}\` is not a zip archive, which is all that Packer can open.`,
				`\`${zip('darwin_arm64')}\` is in the checksum file and not on the release page.`,
				`\`${zip('windows_amd64')}\` has no SHA-256 sum in the checksum file.`,
			].join(' | '),
		]);
	});

	it('say where no name is one that Packer takes', () => {
		const name = 'packer-plugin-acme_1.0.0_linux_amd64.zip';
		assert.deepEqual(one({ tag: 'v1.0.0', assets: [name, sums], sums: `${sum}  ${name}\n` }), [
			`v1.0.0 false [] Checksum file has no archive with a name like \`${zip('linux_amd64')}\`.`,
		]);
	});

	it('install although GitHub calls them prereleases', () => {
		assert.match(one({ ...good('acme', '1.0.0', ['linux_amd64']), prerelease: true })[0] ?? '', /^v1\.0\.0 true .*\| It is marked as a prerelease on GitHub/);
	});
});
