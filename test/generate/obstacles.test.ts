import assert from 'node:assert/strict';
import { generation } from '../../server/src/generate/command';
import { expectedHcl2Spec } from '../../server/src/generate/hcl2spec/file';
import { hcl2SpecDrift } from '../../server/src/generate/stale/drift';
import { plugin } from './plugin';

const gomod = 'module github.com/acme/packer-plugin-acme\n\ngo 1.24\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n';
const directive = (types: string) => `//go:generate packer-sdc mapstructure-to-hcl2 -type ${types}\n\n`;
const structs =
	'package vm\n\ntype Config struct {\n\tName string `mapstructure:"name"`\n\tDisks []Disk `mapstructure:"disk"`\n}\n\ntype Disk struct {\n\tSize int `mapstructure:"size"`\n}\n';

/** A plugin, and what packer-sdc makes of a file of another. */
const open = (files: Record<string, string>) => plugin({ 'go.mod': gomod, ...files });
const specOf = async (text: string) => (await open({ 'vm/config.go': text })).get(expectedHcl2Spec, 'vm/config.go')?.text ?? '';

describe('what generate does not write', () => {
	const kept = async (files: Record<string, string>) => {
		const { writes, unwritable } = generation((await open(files)).get);
		return { writes: writes.map(({ path }) => path), unwritable: unwritable.map(({ path, sentence }) => `${path}: ${sentence}`) };
	};

	it('a second Flat type, where the directive has moved', async () => {
		const spec = await specOf(directive('Config,Disk') + structs);
		const files = { 'vm/config.go': structs, 'vm/config.hcl2spec.go': spec, 'vm/builder.go': `${directive('Config')}package vm\n` };
		assert.deepEqual(await kept(files), {
			writes: [],
			unwritable: ['vm/builder.hcl2spec.go: Not written, as vm/config.hcl2spec.go declares FlatConfig too. Remove one of the two.'],
		});
	});

	it('a second Flat type, where it is written by hand, in a file for one platform too', async () => {
		const flat = 'package vm\n\ntype FlatDisk struct{}\n';
		for (const path of ['vm/flat.go', 'vm/flat_windows.go'])
			assert.deepEqual(await kept({ 'vm/config.go': directive('Config,Disk') + structs, [path]: flat }), {
				writes: [],
				unwritable: [`vm/config.hcl2spec.go: Not written, as ${path} declares FlatDisk too. Remove one of the two.`],
			});
	});

	it('a second Flat type, where two directives name a struct', async () => {
		const { writes, unwritable } = await kept({ 'vm/config.go': directive('Config,Disk') + structs, 'vm/builder.go': `${directive('Disk')}package vm\n` });
		assert.deepEqual(writes, []);
		assert.deepEqual(unwritable, [
			'vm/builder.hcl2spec.go: Not written, as vm/config.hcl2spec.go declares FlatDisk too. Remove one of the two.',
			'vm/config.hcl2spec.go: Not written, as vm/builder.hcl2spec.go declares FlatDisk too. Remove one of the two.',
		]);
	});

	it('a file that names a Flat type which nothing declares', async () =>
		assert.deepEqual(await kept({ 'vm/config.go': directive('Config') + structs }), {
			writes: [],
			unwritable: ['vm/config.hcl2spec.go: Not written, as the package would not compile without FlatDisk. Add Disk to -type in vm/config.go.'],
		}));

	it('a file with code that it would delete', async () => {
		const all = directive('Config,Disk') + structs;
		const spec = `${(await specOf(all)).replace('FlatConfig is', 'It is')}\nconst size = 1\n`;
		assert.deepEqual(await kept({ 'vm/config.go': all, 'vm/config.hcl2spec.go': spec }), {
			writes: [],
			unwritable: ['vm/config.hcl2spec.go: Not written, as that would delete size. Move what is not generated to another file.'],
		});
	});

	it('nothing of what has no such obstacle, unexported structs included', async () => {
		const all = directive('Config,disk') + structs.replaceAll('Disk', 'disk').replace('disks []', 'Disks []');
		const before = (await specOf(all)).replace('Size *int', 'Size *bool');
		assert.match(before, /Flatdisk/);
		assert.deepEqual(await kept({ 'vm/config.go': all, 'vm/config.hcl2spec.go': before }), { writes: ['vm/config.hcl2spec.go'], unwritable: [] });
		assert.deepEqual(
			(await open({ 'vm/config.go': all, 'vm/config.hcl2spec.go': before })).get(hcl2SpecDrift).map(({ kind, names }) => [kind, names]),
			[['stale', ['size']]],
		);
	});

	it('nothing of what has no obstacle', async () =>
		assert.deepEqual(await kept({ 'vm/config.go': directive('Config,Disk') + structs }), { writes: ['vm/config.hcl2spec.go'], unwritable: [] }));
});

describe('how hcl2spec files are out of date', () => {
	const drifts = async (files: Record<string, string>) =>
		(await open(files)).get(hcl2SpecDrift).map(({ kind, files, names, related }) => ({
			kind,
			files: files.map(({ path }) => path),
			names,
			related: related.map(({ at, message }) => `${at.path}: ${message}`),
		}));
	const fields = (n: number, of: string) => Array.from({ length: n }, (_, i) => `\tField${i} ${of} \`mapstructure:"field_${i}"\`\n`).join('');
	const config = (body: string) => `${directive('Config')}package vm\n\ntype Config struct {\n${body}}\n`;

	it('eleven fields of one file are one finding', async () => {
		const [drift, ...others] = await drifts({ 'vm/config.go': config(fields(11, 'string')), 'vm/config.hcl2spec.go': await specOf(config(fields(11, 'int'))) });
		assert.deepEqual(others, []);
		assert.equal(drift?.kind, 'stale');
		assert.equal(drift?.names.length, 11);
		assert.deepEqual(drift?.related.slice(0, 2), ['vm/config.go: `field_1` changed', 'vm/config.go: `field_2` changed']);
		assert.equal(drift?.related.length, 10);
	});

	it('one field that two files lack is one finding', async () => {
		const squashing = `${directive('Config')}package vm\n\nimport "github.com/acme/packer-plugin-acme/shared"\n\ntype Config struct {\n\tshared.Access \`mapstructure:",squash"\`\n}\n`;
		const shared = (more: string) => `package shared\n\ntype Access struct {\n\tToken string \`mapstructure:"token"\`\n${more}}\n`;
		const before = (await open({ 'vm/config.go': squashing, 'shared/access.go': shared('') })).get(expectedHcl2Spec, 'vm/config.go')?.text ?? '';
		const files = { 'shared/access.go': shared('\tZone string `mapstructure:"zone"`\n'), 'vm/config.go': squashing, 'vm/config.hcl2spec.go': before };
		assert.deepEqual(
			await drifts({ ...files, 'iso/config.go': squashing.replace('vm', 'iso'), 'iso/config.hcl2spec.go': before.replace('package vm', 'package iso') }),
			[{ kind: 'missing', files: ['iso/config.hcl2spec.go', 'vm/config.hcl2spec.go'], names: ['zone'], related: [] }],
		);
	});

	it('attributes that Packer sets count only where nothing else differs', async () => {
		const packer = '\tCore string `mapstructure:"packer_core_version"`\n';
		const old = { 'vm/config.hcl2spec.go': await specOf(config('')) };
		assert.deepEqual(
			(await drifts({ ...old, 'vm/config.go': config(packer) })).map(({ kind, names }) => [kind, names]),
			[['packer', ['packer_core_version']]],
		);
		assert.deepEqual(
			(await drifts({ ...old, 'vm/config.go': config(packer + fields(1, 'int')) })).map(({ kind, names }) => [kind, names]),
			[['missing', ['field_0']]],
		);
	});

	it('a directive that lacks a struct is another matter', async () => {
		const spec = await specOf(directive('Config,Disk') + structs);
		assert.deepEqual(await drifts({ 'vm/config.go': directive('Config') + structs, 'vm/config.hcl2spec.go': spec }), []);
	});
});
