import assert from 'node:assert/strict';
import { applyPatch, parsePatch } from 'diff';
import type { Report } from '../../server/src/cli/model';
import { some } from '../support/some';
import { cli, Disk, type Files } from './fake';
import { acme, at } from './plugins';

const files = at('/w', acme);
const safe = async (given: Files) => {
	const { plugins } = JSON.parse((await cli('check --format json', given)).out) as Report;
	return plugins.flatMap(p => p.findings).filter(f => f.fix === 'safe' && f.suppressed === null);
};

describe('fix', () => {
	it('applies the safe fixes until none is left', async () => {
		assert.ok((await safe(files)).length > 0);
		const { status, out, err, disk } = await cli('fix', files);
		assert.equal(status, 0);
		assert.match(out, /^main\.go: Set plugin version \(main\/no-set-version\)$/m);
		assert.match(err, /^\.: applied \d+ safe fix/m);
		assert.match(disk.text('/w/main.go') ?? '', /pps\.SetVersion\(/);
		assert.deepEqual(
			JSON.parse((await cli('check --format json', disk)).out).plugins[0].findings.filter((f: { fix: string | null }) => f.fix === 'safe'),
			[],
		);
		const again = await cli('fix', disk);
		assert.deepEqual([again.status, again.out], [0, '']);
	});

	it('shows them as a diff that can be applied, and changes nothing, with --dry-run', async () => {
		const { status, out, disk } = await cli('fix --dry-run', files);
		assert.equal(status, 0);
		assert.deepEqual(disk.log, []);
		const { disk: fixed } = await cli('fix', files);
		for (const patch of some(parsePatch(out))) {
			const [, path] = /^b\/(.+)$/.exec(patch.newFileName ?? '') ?? [];
			const before = patch.oldFileName === '/dev/null' ? '' : (files[`/w/${path}`] as string);
			assert.equal(applyPatch(before, patch), fixed.text(`/w/${path}`));
		}
		assert.equal(parsePatch(out).length, fixed.log.length);
	});

	it('keeps line ends and the byte order mark', async () => {
		const main = `\ufeff${(files['/w/main.go'] as string).replaceAll('\n', '\r\n')}`;
		const { disk } = await cli('fix', { ...files, '/w/main.go': main });
		const fixed = disk.text('/w/main.go') ?? '';
		assert.ok(fixed.startsWith('\ufeffpackage main\r\n'));
		assert.doesNotMatch(fixed, /[^\r]\n/);
		assert.match(fixed, /SetVersion/);
	});

	it('leaves suppressed findings as they are', async () => {
		const main = (files['/w/main.go'] as string).replace(
			'plugin.NewSet()',
			'plugin.NewSet() // packer-readiness:ignore main/no-set-version -- set by the build',
		);
		const { disk } = await cli('fix', { ...files, '/w/main.go': main });
		assert.equal(disk.text('/w/main.go'), main);
	});

	it('never writes through a link, and says so', async () => {
		const { status, err, disk } = await cli('fix', files, { links: { '/w/main.go': '/etc/main.go' } });
		assert.equal(status, 2);
		assert.match(err, /^main\.go was not changed: it is behind a symbolic link\. Change it by hand\.$/m);
		assert.ok(!disk.log.some(line => line.endsWith('main.go')));
	});

	it('never writes outside the plugin', async () => {
		const { disk } = await cli('fix', files);
		for (const line of some(disk.log)) assert.match(line, /^(?:write|remove) \/w\/(?!.*\.\.)/);
	});

	it('does not overwrite a file that has changed since it was read', async () => {
		const disk = new Disk(files);
		const read = disk.read.bind(disk);
		let reads = 0;
		disk.read = async (path, limit) => (path === '/w/main.go' && ++reads > 1 ? new TextEncoder().encode('package main // edited') : read(path, limit));
		const { status, err } = await cli('fix', disk);
		assert.equal(status, 2);
		assert.match(err, /^main\.go was not changed: it has changed since it was read\./m);
		assert.equal(disk.text('/w/main.go'), files['/w/main.go']);
	});

	for (const line of ['fix', 'fix --dry-run', 'generate', 'generate --check'])
		it(`${line} says what could not be read, and exits with 2, though there is nothing to do in the rest`, async () => {
			const { disk } = await cli('generate', (await cli('fix', files)).disk);
			const before = await cli(line, disk);
			assert.deepEqual([before.status, before.err.includes('could not be read')], [0, false]);
			disk.set('/w/builder/acme/more.go', new Error('permission denied'));
			const { status, err } = await cli(line, disk);
			assert.equal(status, 2);
			assert.match(err, /^\.: 1 file could not be read, so there may be more to (?:fix|generate): builder\/acme\/more\.go \(permission denied\)\. /m);
		});

	it('says which file could not be written', async () => {
		const { status, err } = await cli('fix', files, { refused: { '/w/main.go': 'permission denied' } });
		assert.equal(status, 2);
		assert.match(err, /^main\.go was not changed: permission denied\. /m);
	});
});
