import assert from 'node:assert/strict';
import { FakeGitHub, good } from '../published/fake';
import { cli, Disk } from './fake';

const made = async () => (await cli('new acme --owner umbrella', new Disk({ '/w/notes.txt': '' }))).disk;
const where = { cwd: '/w/packer-plugin-acme' };

describe('release', () => {
	it('says that Packer installs what a new plugin would release, file by file', async () => {
		const { status, out, err } = await cli('release --tag v1.2.3', await made(), where);
		assert.deepEqual([status, err], [0, '']);
		assert.match(out, /^packer-plugin-acme v1\.2\.3\n\.goreleaser\.yml, GoReleaser 2\n/);
		assert.match(out, /^ {2}packer-plugin-acme_v1\.2\.3_x5\.0_linux_amd64\.zip +installs on linux\/amd64$/m);
		assert.match(out, /^ {2}packer-plugin-acme_v1\.2\.3_SHA256SUMS +checksums$/m);
		assert.match(out, /^ {2}\.github\/workflows\/release\.yml:\d+:\d+ .*: runs when v1\.2\.3 is pushed$/m);
		assert.match(out, /^ {4}actions {2}actions\/checkout@[\da-f]{7}, /m);
		assert.match(out, /\nPlugin reports version 1\.2\.3\.\n`packer init` installs v1\.2\.3 on all 5 common platforms\.\n$/);
	});

	it('gives the same as JSON, with places that count from 1', async () => {
		const { status, out } = await cli('release --tag v1.2.3 --format json', await made(), where);
		const report = JSON.parse(out);
		assert.equal(status, 0);
		assert.deepEqual([report.schemaVersion, report.name, report.tag, report.installable, report.portal], [1, 'acme', 'v1.2.3', true, true]);
		const asset = report.assets.find(({ platform }: { platform: string }) => platform === 'linux/amd64');
		assert.deepEqual([asset.installs, asset.entry, asset.path], [true, 'packer-plugin-acme_v1.2.3_x5.0_linux_amd64', '.goreleaser.yml']);
		assert.ok(asset.line > 1 && asset.column > 1);
	});

	it('ends with status 1 where Packer would not install it, and says why, at the line', async () => {
		const disk = await made();
		const path = '/w/packer-plugin-acme/.goreleaser.yml';
		disk.set(path, (disk.text(path) ?? '').replace('_SHA256SUMS', '_x5.0_SHA256SUMS'));
		const { status, out } = await cli('release --tag v1.2.3', disk, where);
		assert.equal(status, 1);
		assert.match(out, /Checksum file is `packer-plugin-acme_v1\.2\.3_x5\.0_SHA256SUMS`, and Packer requests `packer-plugin-acme_v1\.2\.3_SHA256SUMS`\./);
		assert.match(out, /\n`packer init` does not install v1\.2\.3\.\n$/);
		disk.set(path, 'version: 2\nnothing: 1\n');
		assert.match((await cli('release --tag v1.2.3', disk, where)).out, /^Stops\n {2}\.goreleaser\.yml:2:1 GoReleaser 2 has no option `nothing`/m);
	});

	it('takes the next tag where none is named, and says what is wrong with one', async () => {
		assert.match((await cli('release', await made(), where)).out, /^packer-plugin-acme v\d+\.\d+\.\d+\n/);
		const { status, out } = await cli('release --tag 1.2', await made(), where);
		assert.match(out, /^Stops\n {2}`1\.2` is not a version/m, 'about the tag, and no file');
		assert.equal(status, 1);
		assert.match(out, /`1\.2` is not a version like `v1\.2\.3`/);
	});

	for (const tag of ['', 'v1 2', 'v1..2', '-'])
		it(`takes no tag that git would not: "${tag}"`, async () => {
			const { status, out, err } = await cli(['release', `--tag=${tag}`], await made(), where);
			assert.deepEqual([status, out], [2, '']);
			assert.match(err, /It must be the name of a tag, such as v1\.2\.3\. For help/);
		});
});

describe('release --live', () => {
	const github = () =>
		new FakeGitHub({
			tags: ['v1.1.0', 'v1.0.0'],
			releases: [good('acme', '1.0.0', ['linux_amd64', 'darwin_arm64'])],
		});
	/** The repository of the fake, so that the owner is `acme`. */
	const ours = async () => (await cli('new acme --owner acme', new Disk({ '/w/notes.txt': '' }))).disk;

	it('says after the preview which published releases Packer can install', async () => {
		const { http } = github();
		const { status, out } = await cli('release --live --tag v1.2.3', await ours(), { ...where, http });
		assert.equal(status, 0);
		assert.match(out, /^packer-plugin-acme v1\.2\.3\n/);
		assert.match(out, /\nPublished github\.com\/acme\/packer-plugin-acme, 2026-01-02 03:04 UTC\n {2}v1\.1\.0 {2}Tag has no release/);
		assert.match(out, /\n {2}v1\.0\.0 {2}installs on linux\/amd64 and darwin\/arm64\n/);
		assert.match(
			out,
			/\n`packer init` can install v1\.0\.0, which is not the newest version\.\nIt has nothing for linux\/arm64, darwin\/amd64 and windows\/amd64\.\n$/,
		);
	});

	it('gives the same as JSON', async () => {
		const { http } = github();
		const { published } = JSON.parse((await cli('release --live --format json', await ours(), { ...where, http })).out);
		assert.deepEqual([published.repository, published.newest, published.stale], ['acme/packer-plugin-acme', 'v1.0.0', null]);
	});

	it('shows the preview and ends with status 2 where GitHub cannot be reached', async () => {
		const { status, out, err } = await cli('release --live --tag v1.2.3', await ours(), where);
		assert.equal(status, 2);
		assert.match(out, /`packer init` installs v1\.2\.3 on all 5 common platforms\.\n$/);
		assert.equal(err, 'Published releases were not read. GitHub cannot be reached: getaddrinfo ENOTFOUND api.github.com.\n');
	});

	it('asks for nothing without the option', async () => {
		const fake = github();
		await cli('release', await ours(), { ...where, http: fake.http });
		assert.deepEqual(fake.asked, []);
	});
});
