import assert from 'node:assert/strict';
import type { Report } from '../../server/src/cli/model';
import { some } from '../support/some';
import { cli, type Files } from './fake';
import { acme, at } from './plugins';

const files = at('/w', acme);
const path = '/w/.packer-readiness-baseline.json';
const first = (out: string) => (JSON.parse(out) as Report).plugins[0] as Report['plugins'][number];
const counting = (out: string) => first(out).findings.filter(f => f.suppressed === null);

/** The files after `baseline`. */
async function written(given: Files = files, line = 'baseline'): Promise<Files> {
	const { status, out, err, disk } = await cli(line, given);
	assert.equal(status, 0, err);
	assert.equal(out, '.packer-readiness-baseline.json\n');
	return { ...given, [path]: new TextDecoder().decode(await disk.read(path, 1_000_000)) };
}

describe('baseline', () => {
	it('makes a check pass until something new is found', async () => {
		const old = await written();
		const { status, out } = await cli('check --format json', old);
		assert.equal(status, 0);
		assert.deepEqual(counting(out), []);
		assert.ok(first(out).summary.baseline > 0);
		assert.equal(first(out).summary.ready, false);
		const main = `${files['/w/main.go']}\nfunc unused() {\n\tpps.RegisterBuilder("vm", new(acme.Builder))\n}\n`;
		const { status: now, out: changed } = await cli('check --format json', { ...old, '/w/main.go': main });
		assert.equal(now, 1);
		assert.ok(counting(changed).length > 0);
		assert.ok(counting(changed).length < counting((await cli('check --format json --no-baseline', { ...old, '/w/main.go': main })).out).length);
	});

	it('counts all again where the check is told to', async () => {
		const old = await written();
		assert.deepEqual(counting((await cli('check --format json --no-baseline', old)).out), counting((await cli('check --format json', files)).out));
	});

	it('can be another file', async () => {
		const elsewhere = { ...files, '/b.json': (await written())[path] as string };
		assert.deepEqual(counting((await cli('check --format json --baseline ../b.json', elsewhere)).out), []);
		const missing = await cli('check --baseline ../no.json', files);
		assert.equal(missing.status, 2);
		assert.match(missing.err, /Baseline \.\.\/no\.json cannot be read/);
		const broken = await cli('check --baseline ../b.json', { ...files, '/b.json': '{}' });
		assert.equal(broken.status, 2);
		assert.match(broken.err, /Baseline \.\.\/b\.json cannot be used: its version is not 1/);
	});

	it('only loses entries with --update', async () => {
		const old = await written();
		const settled: Files = { ...old, '/w/LICENSE': 'Mozilla Public License Version 2.0\n', '/w/extra.go': 'package main\n\nfunc init() { println("x") }\n' };
		const updated = await written(settled, 'baseline --update');
		const rules = (text: unknown) => (JSON.parse(text as string) as { findings: { rule: string }[] }).findings.map(f => f.rule);
		assert.deepEqual(
			rules(old[path]).filter(rule => !rules(updated[path]).includes(rule)),
			['license/missing'],
		);
		assert.deepEqual(
			rules(updated[path]).filter(rule => !rules(old[path]).includes(rule)),
			[],
		);
		const said = counting((await cli('check --format json', settled)).out).filter(f => f.rule === 'readiness/suppression-unused');
		assert.deepEqual(
			said.map(f => [f.path, f.message.split('.')[0]]),
			[['.packer-readiness-baseline.json', 'Baseline lists 1 finding that is settled']],
		);
	});

	it('has one entry a line, without texts of the plugin', async () => {
		const text = (await written())[path] as string;
		for (const line of some(text.split('\n').filter(line => line.includes('"rule"'))))
			assert.deepEqual(Object.keys(JSON.parse(line.replace(/,$/, ''))), ['rule', 'path', 'fingerprint', 'count']);
	});

	it('is not written where not everything could be checked, nor updated where there is none', async () => {
		for (const [line, given, why] of [
			['baseline', { ...files, '/w/README.md': new Error('permission denied') }, /was not written, because not everything could be checked/],
			['baseline --update', files, /does not exist\. Omit --update/],
			['baseline --update', { ...files, [path]: '[]' }, /cannot be used: its version is not 1/],
		] as const) {
			const { status, err, disk } = await cli(line, given);
			assert.equal(status, 2);
			assert.match(err, why);
			assert.deepEqual(disk.log, []);
		}
	});
});
