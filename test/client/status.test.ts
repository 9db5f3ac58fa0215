import assert from 'node:assert/strict';
import { foundLines } from '../../client/src/features/status/found';
import { statusOf } from '../../client/src/features/status/status';
import type { PluginView } from '../../server/src/protocol';

const plugin = (name: string, over: Partial<PluginView> = {}, summary: Partial<PluginView['summary']> = {}): PluginView => ({
	uri: `file:///w/${name}`,
	name,
	module: null,
	summary: { errors: 0, warnings: 0, infos: 0, suppressed: 0, ready: true, ...summary },
	components: [],
	items: [],
	findings: [],
	suppressed: [],
	troubles: [],
	...over,
});

describe('the status item', () => {
	it('is not there without a plugin', () => {
		for (const state of ['starting', 'none', 'ready'] as const) assert.equal(statusOf({ state, plugins: [], restarted: false }), undefined, state);
	});

	it('says how many errors all plugins have, and what is next for each', () => {
		const next = { act: 'fixes', label: 'Apply 1 safe fix', reason: 'x' } as const;
		const plugins = [plugin('a', { next }, { errors: 1, ready: false }), plugin('b', {}, { errors: 2, warnings: 1, ready: false })];
		assert.deepEqual(statusOf({ state: 'ready', plugins, restarted: false }), {
			icon: 'error',
			text: 'Packer: 3 errors',
			lines: ['a: 1 error, 0 warnings.', 'Next: Apply 1 safe fix.', 'b: 2 errors, 1 warning.'],
			failed: false,
		});
	});

	it('is not a success where something could not be checked', () => {
		const open = plugin('a', { troubles: ['x could not be read.'] }, { ready: false });
		assert.equal(statusOf({ state: 'ready', plugins: [plugin('b'), open], restarted: false })?.text, 'Packer: not all checked');
		assert.equal(statusOf({ state: 'ready', plugins: [plugin('b')], restarted: false })?.text, 'Packer: no errors');
	});

	it('says that the server is restarted, was restarted, and has stopped', () => {
		const plugins = [plugin('a')];
		assert.equal(statusOf({ state: 'starting', plugins, restarted: true })?.text, 'Packer: restarting');
		assert.match(statusOf({ state: 'ready', plugins, restarted: true })?.lines.join('\n') ?? '', /^The language server ended unexpectedly/m);
		assert.deepEqual(statusOf({ state: 'failed', plugins: [], restarted: false })?.failed, true);
	});
});

describe('the output', () => {
	it('lists the plugins that were found, with the time that it took', () => {
		const components = [{ kind: 'builder', fullName: 'acme' }];
		assert.deepEqual(foundLines([plugin('a b', { components, uri: 'file:///w/a%20b' }, { errors: 2, warnings: 1 })], 812.4), [
			'1 Packer plugin found in 812 ms',
			'a b (file:///w/a%20b): 1 component, 2 errors, 1 warning, 0 suggestions',
		]);
	});

	it('says that none was found', () => assert.deepEqual(foundLines([], 5), ['No Packer plugin found in 5 ms']));
	it('leaves out a time that means nothing', () => assert.deepEqual(foundLines([]), ['No Packer plugin found']));
});
