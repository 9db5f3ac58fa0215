import assert from 'node:assert/strict';
import { scheme } from '../../client/src/contributions';
import { Preview } from '../../client/src/features/generatePreview';
import type { GenerateAnswer, PluginView } from '../../server/src/protocol';
import { provided, reset, tabs, Uri } from './support/vscode';

const plugin = { uri: 'file:///w/p', name: 'acme' } as PluginView;
const answer =
	(...texts: string[]) =>
	async () =>
		({ files: texts.map((text, i) => ({ path: `${i}.go`, text })) }) as unknown as GenerateAnswer;
const text = (path: string) => provided.get(scheme.generated)?.provideTextDocumentContent(Uri.parse(`x:${path}`));

describe('the preview of generated files', () => {
	let preview: Preview;
	beforeEach(async () => {
		reset();
		preview = new Preview();
		await preview.show(plugin, 'acme: 1 file to write', [{ path: '0.go', text: 'one' }] as unknown as GenerateAnswer['files']);
	});
	afterEach(() => preview.dispose());

	it('shows what would be generated when the sources have changed', async () => {
		assert.deepEqual([tabs.length, text('/w/p/0.go')], [1, 'one']);
		await preview.follow(answer('two'));
		assert.deepEqual([tabs.length, text('/w/p/0.go')], [1, 'two']);
	});

	it('closes when nothing would be written any more, and leaves other tabs alone', async () => {
		tabs.push({ label: 'main.go' });
		await preview.follow(answer());
		assert.deepEqual(tabs, [{ label: 'main.go' }]);
	});

	it('asks for nothing once a person has closed it', async () => {
		tabs.length = 0;
		await preview.follow(() => assert.fail('nobody looks'));
	});

	it('looks once more at what changes while it looks', async () => {
		let looks = 0;
		const look = () => answer(`look ${++looks}`)();
		await Promise.all([preview.follow(look), preview.follow(look), preview.follow(look)]);
		assert.deepEqual([looks, text('/w/p/0.go')], [2, 'look 2']);
	});

	it('is followed again after an error', async () => {
		await assert.rejects(
			preview.follow(() => Promise.reject(new Error('gone'))),
			/gone/,
		);
		await preview.follow(answer('two'));
		assert.equal(text('/w/p/0.go'), 'two');
	});
});
