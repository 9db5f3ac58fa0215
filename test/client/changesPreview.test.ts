import assert from 'node:assert/strict';
import { scheme } from '../../client/src/contributions';
import { type Changes, ChangesPreview } from '../../client/src/features/changes/preview';
import { propose } from '../../client/src/features/changes/propose';
import type { Host } from '../../client/src/host';
import { applied, nth, provided, reset, shown, tabs, Uri } from './support/vscode';

const answer = (...texts: Array<string | null>): Changes => ({
	edit: texts.length > 0 ? { texts } : null,
	files: texts.map((text, i) => ({ path: `${i}.go`, text })),
});
const text = (path: string) => provided.get(scheme.generated)?.provideTextDocumentContent(Uri.parse(`x:${path}`));

/** Resolves when the editor is closed; the test fails on what it then sees if it never is. */
async function gone(): Promise<void> {
	for (let turns = 0; turns < 1000 && tabs.length > 0; turns++) await new Promise(setImmediate);
}

/** A proposal whose answer a test changes. */
const proposal = (first: Changes) => {
	const asked = {
		root: 'file:///w/p',
		title: 'acme: 1 file to write',
		question: (files: number) => `${files} would change.`,
		button: 'Write',
		now: async () => first,
		looks: 0,
		look: () => {
			asked.looks++;
			return asked.now();
		},
	};
	return asked;
};

describe('the preview of changes', () => {
	let preview: ChangesPreview;
	let asked: ReturnType<typeof proposal>;
	beforeEach(async () => {
		reset();
		preview = new ChangesPreview();
		asked = proposal(answer('one'));
		await preview.show(asked, answer('one').files);
	});
	afterEach(() => preview.dispose());

	it('shows what would be written when the sources have changed', async () => {
		assert.deepEqual([tabs.length, text('/w/p/0.go')], [1, 'one']);
		asked.now = async () => answer('two');
		await preview.follow();
		assert.deepEqual([tabs.length, text('/w/p/0.go')], [1, 'two']);
	});

	it('closes when nothing would be written any more, and leaves other tabs alone', async () => {
		tabs.push({ label: 'main.go' });
		asked.now = async () => answer();
		await preview.follow();
		assert.deepEqual(tabs, [{ label: 'main.go' }]);
	});

	it('asks for nothing once a person has closed it', async () => {
		tabs.length = 0;
		await preview.follow();
		assert.equal(asked.looks, 0);
	});

	it('looks once more at what changes while it looks', async () => {
		asked.now = async () => answer(`look ${asked.looks}`);
		await Promise.all([preview.follow(), preview.follow(), preview.follow()]);
		assert.deepEqual([asked.looks, text('/w/p/0.go')], [2, 'look 2']);
	});

	it('is followed again after an error', async () => {
		asked.now = () => Promise.reject(new Error('gone'));
		await assert.rejects(preview.follow(), /gone/);
		asked.now = async () => answer('two');
		await preview.follow();
		assert.equal(text('/w/p/0.go'), 'two');
	});

	it('stays as it is where other files would change, which a person has not seen', async () => {
		asked.now = async () => answer('two', 'more');
		await preview.follow();
		assert.deepEqual([text('/w/p/0.go'), text('/w/p/1.go')], ['one', '']);
		assert.equal(preview.shows(asked, answer('two', 'more').files), false);
	});
});

describe('a proposal of changes', () => {
	let preview: ChangesPreview;
	const executable: string[] = [];
	const host = {
		server: { toWorkspaceEdit: async (edit: unknown) => edit },
		runtime: { makeExecutable: async (path: string) => void executable.push(path) },
	} as unknown as Host;
	beforeEach(() => {
		reset();
		executable.length = 0;
		preview = new ChangesPreview();
	});
	afterEach(() => preview.dispose());

	it('is applied when a person says so, and closes its editor', async () => {
		const asked = proposal({ ...answer('one', null), executables: ['0.go'] });
		await propose(host, preview, asked, answer('one', null).files);
		assert.deepEqual([tabs.length, applied.length], [1, 0]);
		(await nth(1)).answer('Write');
		await gone();
		assert.deepEqual([shown[0]?.message, applied, executable, tabs], ['2 would change.', [{ texts: ['one', null] }], ['/w/p/0.go'], []]);
	});

	it('is shown again instead, where something else would change by then', async () => {
		const asked = proposal(answer('one'));
		await propose(host, preview, asked, answer('one').files);
		asked.now = async () => answer('one', 'more');
		(await nth(1)).answer('Write');
		const again = await nth(2);
		assert.deepEqual([again.message, text('/w/p/1.go'), applied], ['2 would change.', 'more', []]);
		again.answer('Write');
		await gone();
		assert.deepEqual(applied, [{ texts: ['one', 'more'] }]);
	});

	it('says so where it is no longer needed, and changes nothing', async () => {
		const asked = proposal(answer('one'));
		await propose(host, preview, asked, answer('one').files);
		asked.now = async () => answer();
		(await nth(1)).answer('Write');
		assert.match((await nth(2)).message, /no longer needed/);
		assert.deepEqual(applied, []);
	});

	it('is dropped where the person closes the question', async () => {
		const asked = proposal(answer('one'));
		await propose(host, preview, asked, answer('one').files);
		(await nth(1)).answer(undefined);
		await new Promise(setImmediate);
		assert.deepEqual([asked.looks, applied], [0, []]);
	});
});
