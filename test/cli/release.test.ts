import assert from 'node:assert/strict';
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
		assert.equal(status, 1);
		assert.match(out, /`1\.2` is not a version like `v1\.2\.3`/);
	});
});
