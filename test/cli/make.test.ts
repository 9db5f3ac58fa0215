import assert from 'node:assert/strict';
import { applyPatch, parsePatch, type StructuredPatch } from 'diff';
import { cli, Disk } from './fake';
import { acme, at } from './plugins';

const made = async (line = 'new acme --owner umbrella') => cli(line, new Disk({ '/w/notes.txt': '' }));

describe('new and add', () => {
	it('make a plugin that the rules have nothing against', async () => {
		const { status, out, err, disk } = await made();
		assert.equal(status, 0);
		assert.match(out, /^packer-plugin-acme: \d+ files; start with packer-plugin-acme\//);
		assert.match(err, /^Next: cd packer-plugin-acme;/m);
		assert.ok(disk.text('/w/packer-plugin-acme/go.mod')?.startsWith('module github.com/umbrella/packer-plugin-acme\n'));
		assert.ok([...disk.executables].every(path => path.endsWith('.sh')) && disk.executables.size > 0);
		const checked = await cli('check --fail-on info', disk);
		assert.equal(checked.status, 0, checked.out);
	});

	it('say whom they take for the owner where nobody is named', async () =>
		assert.match((await made('new acme')).err, /^Repository: github\.com\/acme\/packer-plugin-acme\. For another owner, use --owner\.$/m));

	it('add a component of each kind, after which the rules have nothing against it either', async () => {
		const { disk } = await made();
		for (const line of ['add builder vm', 'add provisioner shell', 'add post-processor import', 'add datasource image']) {
			const { status, out, err } = await cli(line, disk, { cwd: '/w/packer-plugin-acme' });
			assert.equal(status, 0, err);
			assert.match(out, /^main\.go \(changed\)$/m);
			assert.match(err, /^Start with /);
		}
		const checked = await cli('check --format json --fail-on info', disk);
		assert.equal(checked.status, 0, checked.out);
		assert.equal(JSON.parse(checked.out).plugins[0].components.length, 5);
	});

	it('refuse invalid names and existing folders', async () => {
		const { disk } = await made();
		for (const [line, sentence] of [
			['new acme', /^packer-plugin-acme already exists\. /],
			['new Acme!', /^Plugin name `Acme!` is not valid\. /],
			['add builder acme packer-plugin-acme', /^The plugin already has a builder `acme`\. /],
			['add widget x packer-plugin-acme', /^Command-argument value 'widget' is invalid/],
			['add builder x nowhere', /^nowhere does not exist\. /],
		] as const) {
			const before = disk.log.length;
			const { status, out, err } = await cli(line, disk);
			assert.deepEqual([status, out], [2, ''], line);
			assert.match(err, sentence);
			assert.equal(disk.log.length, before);
		}
	});

	it('change nothing where one file cannot be written', async () => {
		const { disk } = await made();
		const before = disk.log.length;
		const { status, err } = await cli('add builder vm', disk, { cwd: '/w/packer-plugin-acme', links: { '/w/packer-plugin-acme/main.go': '/etc/main.go' } });
		assert.equal(status, 2);
		assert.match(err, /^main\.go cannot be written: it is behind a symbolic link\. No file was changed\.$/m);
		assert.equal(disk.log.length, before);
	});
});

describe('generate', () => {
	it('writes what is out of date, and then has nothing to write', async () => {
		const { disk } = await made();
		const where = { cwd: '/w/packer-plugin-acme' };
		assert.equal((await cli('generate --check', disk, where)).status, 0);
		const path = '/w/packer-plugin-acme/builder/acme/config.hcl2spec.go';
		const right = disk.text(path) ?? disk.text(path.replace('config', 'builder'));
		const spec = disk.text(path) === undefined ? path.replace('config', 'builder') : path;
		disk.set(spec, `${right}\n// edited\n`);
		const check = await cli('generate --check', disk, where);
		const name = spec.slice('/w/packer-plugin-acme/'.length);
		assert.equal(check.status, 1);
		assert.ok(check.out.startsWith(`${name} is out of date\n--- a/${name}\n+++ b/${name}\n@@ `), check.out);
		const [patch] = parsePatch(check.out);
		assert.equal(applyPatch(disk.text(spec) ?? '', patch as StructuredPatch), right);
		const write = await cli('generate', disk, where);
		assert.deepEqual([write.status, write.out], [0, `${spec.slice('/w/packer-plugin-acme/'.length)}\n`]);
		assert.equal(disk.text(spec), right);
		assert.equal((await cli('generate', disk, where)).out, '');
	});

	it('says what it could not check, and does not take it for up to date', async () => {
		const { disk } = await made();
		const where = { cwd: '/w/packer-plugin-acme' };
		disk.set('/w/packer-plugin-acme/go.mod', disk.text('/w/packer-plugin-acme/go.mod')?.replace(/^module .*$/m, ''));
		for (const line of ['generate', 'generate --check']) {
			const { status, err } = await cli(line, disk, where);
			assert.equal(status, 2);
			assert.match(err, /Cannot be checked: go\.mod has no module path\./);
			assert.match(err, /\d+ generated files? up to date, \d+ could not be checked\.\n$/);
		}
	});
});

describe('draft', () => {
	const files = at('/w', acme);

	const goes: ReadonlyArray<readonly [kind: string, last: RegExp]> = [
		['email', /\nNothing was sent\. Fill in \d+ TODOs first\. Send to packer-integration-dev@hashicorp\.com\.\n$/],
		['docs-pr', /^warning: HashiCorp closed this route\. .* Run `packer-plugin-readiness draft integration-request`\.\nNothing was sent\.\n$/],
		[
			'integration-request',
			/\nNothing was sent\. Fill in \d+ TODOs first\. Send to https:\/\/github\.com\/hashicorp\/packer\/issues\/new\?template=plugin_integration\.md\.\n$/,
		],
	];
	for (const [kind, last] of goes)
		it(`${kind}: goes to standard output, with notices and where it is sent on standard error`, async () => {
			const { status, out, err } = await cli(`draft ${kind}`, files);
			assert.equal(status, 0);
			assert.ok(out.length > 500 && out.endsWith('\n'));
			assert.match(err, last);
			assert.equal((await cli(`draft ${kind}`, files)).out, out);
		});

	it('says first that errors remain', async () => {
		for (const kind of ['email', 'integration-request'])
			assert.match((await cli(`draft ${kind}`, files)).err, /^error: \d+ errors remain\. Fix them before you send\.\n/);
	});

	it('writes the whole email into an .eml file', async () => {
		const { disk } = await cli('draft email --output review.eml', files);
		assert.match(disk.text('/w/review.eml') ?? '', /^To: .*packer-integration-dev@hashicorp\.com/m);
		assert.match(
			(await cli('draft email --output review.txt', files)).disk.text('/w/review.txt') ?? '',
			/^To: packer-integration-dev@hashicorp\.com\nSubject: /,
		);
	});

	it('asks which plugin is meant where there are several', async () => {
		const { status, err } = await cli('draft email', { ...at('/w/one', acme), ...at('/w/two', acme) });
		assert.equal(status, 2);
		assert.equal(err, '. has several plugins. Name one: one or two.\n');
	});

	it('rejects other kinds', async () => assert.match((await cli('draft letter', files)).err, /Allowed choices are email, docs-pr, integration-request\. /));
});
