import assert from 'node:assert/strict';
import { MemoryFileSystem } from '../../server/src/workspace/memory';
import { Client, everything, plugin } from './support/client';

const other = 'module example.com/tool\n\ngo 1.24\n';

describe('the workspace over the protocol', () => {
	let client: Client;
	afterEach(() => client.end());

	it('may have no plugin: the client is told, and nothing is shown', async () => {
		client = await Client.start({ '/w/readme.md': 'SAFE' });
		assert.deepEqual([client.told, client.published, client.logged], [[{ plugins: [] }], [], []]);
	});

	it('may have no folder: the plugin above a document counts while the document is open', async () => {
		client = await Client.start(plugin('/else/p', { 'docs/a.md': 'SAFE\n' }), { folders: [] });
		assert.deepEqual(client.told, [{ plugins: [] }]);
		await client.open('/else/p/docs/a.md');
		assert.deepEqual(client.marked, ['/else/p/docs/a.md']);
		await client.close('/else/p/docs/a.md');
		assert.deepEqual([client.marked, client.told.at(-1)], [[], { plugins: [] }]);
	});

	it('does not take a dependency that somebody reads for a plugin', async () => {
		client = await Client.start(plugin('/go/pkg/mod/github.com/acme/p@v1', { 'a.md': 'SAFE\n' }), { folders: [] });
		await client.open('/go/pkg/mod/github.com/acme/p@v1/a.md');
		assert.deepEqual(client.marked, []);
	});

	it('may lie within a plugin', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n', 'docs/b.md': 'SAFE\n' }), { folders: ['/w/p/docs'] });
		assert.deepEqual(client.marked, ['/w/p/a.md', '/w/p/docs/b.md']);
	});

	it('may have several roots, nested ones too, each with its own files', async () => {
		client = await Client.start({
			...plugin('/w/p', { 'a.md': 'SAFE\n', 'tools/go.mod': other, 'tools/t.md': 'SAFE\n' }),
			...plugin('/w/p/sub', { 'b.md': 'LAZY\n' }),
		});
		assert.deepEqual(
			client.told[0]?.plugins.map(({ uri, findings }) => [uri, findings.length]),
			[
				['file:///w/p', 1],
				['file:///w/p/sub', 1],
			],
		);
		await client.open('/w/p/sub/b.md');
		await client.open('/w/p/tools/t.md');
		await client.type('/w/p/sub/b.md', 'LAZY', 'SAFE');
		assert.deepEqual(client.marked, ['/w/p/a.md', '/w/p/sub/b.md']);
	});

	it('opens a plugin once where two folders hold it', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { folders: ['/w', '/w/p', '/w/p/docs'] });
		assert.equal(client.told.at(-1)?.plugins.length, 1);
		assert.equal(client.published.length, 1);
	});

	it('does not confuse folders whose names begin alike', async () => {
		client = await Client.start({ ...plugin('/w/foo', { 'a.md': 'x\n' }), ...plugin('/w/foo-bar', { 'a.md': 'x\n' }) }, { folders: ['/w/foo'] });
		await client.open('/w/foo-bar/a.md', 'SAFE\n');
		assert.deepEqual(client.marked, []);
	});

	it('takes folders in, and clears what it said when they go', async () => {
		client = await Client.start({ ...plugin('/a', { 'a.md': 'SAFE\n' }), ...plugin('/b', { 'b.md': 'SAFE\n' }) }, { folders: ['/a'] });
		assert.deepEqual(client.marked, ['/a/a.md']);
		await client.setFolders(['/b'], []);
		assert.deepEqual(client.marked, ['/a/a.md', '/b/b.md']);
		await client.setFolders([], ['/a']);
		assert.deepEqual(client.marked, ['/b/b.md']);
		assert.deepEqual(
			client.told.at(-1)?.plugins.map(({ uri }) => uri),
			['file:///b'],
		);
		await client.setFolders([], ['/b']);
		assert.deepEqual([client.marked, client.told.at(-1)], [[], { plugins: [] }]);
	});

	it('asks to be told of changes on disk and of settings, and to complete them', async () => {
		client = await Client.start(plugin('/w/p'));
		await client.until(() => client.registered.length === 3);
		assert.deepEqual(client.registered, ['workspace/didChangeWatchedFiles', 'textDocument/completion', 'workspace/didChangeConfiguration']);
	});

	it('asks to be told also of the part of a plugin that the workspace has not', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n', 'docs/b.md': '' }), { folders: ['/w/p/docs'] });
		await client.until(() => client.registered.length === 4);
		assert.equal(client.registered.filter(method => method === 'workspace/didChangeWatchedFiles').length, 2);
		await client.write({ '/w/p/a.md': 'SAFE\n' });
		assert.deepEqual(client.marked, ['/w/p/a.md']);
	});

	it('may lie on a drive of Windows, in any case', async () => {
		client = new Client({}, { fs: new MemoryFileSystem(plugin('C:/W/packer-plugin-acme', { 'Docs/A.md': 'SAFE\n' }), { foldsCase: true }) });
		await client.initialize({ folders: ['C:/W'] });
		await client.until(() => client.told.length > 0);
		assert.deepEqual([...client.diagnostics.keys()], ['file:///c%3A/W/packer-plugin-acme/Docs/A.md']);
		await client.open('C:/W/packer-plugin-acme/docs/a.md', 'SAFE LAZY\n', 1, 'file:///C:/W/packer-plugin-acme/docs/a.md');
		assert.deepEqual(client.diagnostics.get('file:///c%3A/W/packer-plugin-acme/Docs/A.md'), []);
		assert.deepEqual(client.shownAt('file:///C:/W/packer-plugin-acme/docs/a.md'), ['0:0-4 demo/safe', '0:5-9 demo/lazy']);
	});

	it('asks nothing of a client that can nothing, and serves it', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }), { capabilities: {} });
		assert.deepEqual([client.registered, client.progress, client.marked], [[], [], ['/w/p/a.md']]);
	});

	it('follows files that are written, made and deleted', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }));
		await client.write({ '/w/p/a.md': 'SAFE\n' });
		assert.deepEqual(client.marked, ['/w/p/a.md']);
		await client.write({ '/w/p/docs/deep/b.md': 'SAFE\n', '/w/p/node_modules/x/c.md': 'SAFE\n' });
		assert.deepEqual(client.marked, ['/w/p/a.md', '/w/p/docs/deep/b.md']);
		await client.write({ '/w/p/a.md': undefined, '/w/p/docs/deep/b.md': undefined });
		assert.deepEqual(client.marked, []);
	});

	it('follows a folder that is deleted, told of by its name alone', async () => {
		client = await Client.start(plugin('/w/p', { 'docs/a.md': 'SAFE\n', 'docs/b.md': 'SAFE\n' }));
		client.fs.set('/w/p/docs/a.md', undefined);
		client.fs.set('/w/p/docs/b.md', undefined);
		await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///w/p/docs', type: 3 }] });
		await client.settled();
		assert.deepEqual(client.marked, []);
	});

	it('keeps what is typed where the file changes on disk', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'x\n' }));
		await client.open('/w/p/a.md', 'SAFE\n');
		await client.write({ '/w/p/a.md': 'y\n' });
		assert.deepEqual(client.marked, ['/w/p/a.md']);
		await client.write({ '/w/p/a.md': undefined });
		assert.deepEqual(client.marked, ['/w/p/a.md']);
		await client.close('/w/p/a.md');
		assert.deepEqual(client.marked, []);
	});

	it('finds a plugin that is made, and lets one go that is deleted', async () => {
		client = await Client.start({ '/w/readme.md': '' });
		await client.write({ '/w/new/a.md': 'SAFE\n', '/w/new/main.go': 'package main\n' });
		assert.deepEqual(client.marked, []);
		await client.write({ '/w/new/go.mod': plugin('')['/go.mod'] });
		assert.deepEqual(client.marked, ['/w/new/a.md']);
		assert.equal(client.told.at(-1)?.plugins.length, 1);
		await client.write({ '/w/new/go.mod': undefined });
		assert.deepEqual([client.marked, client.told.at(-1)], [[], { plugins: [] }]);
	});

	it('makes a plugin of a module when its go.mod begins to require the SDK', async () => {
		client = await Client.start({ '/w/m/go.mod': other, '/w/m/main.go': 'package main\n\nfunc main() {}\n', '/w/m/a.md': 'SAFE\n' });
		assert.deepEqual(client.marked, []);
		await client.open('/w/m/a.md', 'SAFE LAZY\n');
		await client.write({ '/w/m/go.mod': plugin('')['/go.mod'] });
		assert.deepEqual(client.shown('/w/m/a.md'), ['0:0-4 demo/safe', '0:5-9 demo/lazy']);
	});

	it('keeps a plugin whose go.mod is half-typed', async () => {
		client = await Client.start(plugin('/w/p', { 'a.md': 'SAFE\n' }));
		await client.open('/w/p/go.mod');
		await client.type('/w/p/go.mod', 'require github.com/hashicorp/packer-plugin-sdk v0.6.10', 'req');
		assert.equal(client.told.at(-1)?.plugins.length, 1);
		assert.deepEqual(client.marked, ['/w/p/a.md']);
	});

	it('splits a plugin where a module appears in it, and joins it again', async () => {
		client = await Client.start(plugin('/w/p', { 'tools/a.md': 'SAFE\n' }));
		await client.open('/w/p/tools/a.md');
		assert.deepEqual(client.marked, ['/w/p/tools/a.md']);
		await client.write({ '/w/p/tools/go.mod': other });
		assert.deepEqual(client.marked, []);
		await client.write({ '/w/p/tools/go.mod': undefined });
		assert.deepEqual(client.marked, ['/w/p/tools/a.md']);
	});

	it('reads everything anew where hundreds of files change at once', async () => {
		const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`docs/${i}.md`, 'x\n']));
		client = await Client.start(plugin('/w/p', files));
		await client.write(Object.fromEntries(Object.keys(files).map(path => [`/w/p/${path}`, 'SAFE\n'])));
		assert.equal(client.marked.length, 300);
	});

	it('follows what git says, also in a repository above the plugin', async () => {
		const commit = 'a'.repeat(40);
		const files = { '/w/.git/config': '', '/w/.git/HEAD': 'ref: refs/heads/main\n', '/w/.git/refs/heads/main': `${commit}\n`, ...plugin('/w/p') };
		client = await Client.start(files);
		const read = () => client.computed.filter(name => name === 'identity').length;
		const before = read();
		await client.write({ '/w/.git/index.lock': '' });
		assert.equal(read(), before);
		await client.write({ '/w/.git/config': '[remote "origin"]\n\turl = https://github.com/acme/packer-plugin-other.git\n' });
		assert.equal(read(), before + 1);
	});

	it('names a plugin at the root of a repository as the repository', async () => {
		client = await Client.start(plugin('/w/p'));
		await client.write({ '/w/p/.git/config': '[remote "origin"]\n\turl = https://github.com/acme/packer-plugin-other.git\n', '/w/p/.git/HEAD': 'x' });
		assert.equal(client.told.at(-1)?.plugins[0]?.name, 'other');
	});

	it('shows the first load as progress, and nothing where there is no plugin', async () => {
		client = await Client.start(plugin('/w/p'));
		await client.until(() => client.progress.some(({ kind }) => kind === 'end'));
		assert.deepEqual(
			client.progress.map(({ kind, title, message }) => [kind, title, message]).filter(([kind]) => kind !== 'report'),
			[
				['begin', 'Reading Packer plugins', 'p'],
				['end', undefined, undefined],
			],
		);
		client.end();
		client = await Client.start({ '/w/a.md': '' });
		assert.deepEqual(client.progress, []);
	});

	it('does not wait for a client that never answers', async () => {
		client = new Client(plugin('/w/p', { 'a.md': 'SAFE\n' }), {
			pace: {
				now: () => 0,
				breathe: () => new Promise(resolve => setImmediate(resolve)),
				after: (_, callback) => {
					setImmediate(callback);
					return () => {};
				},
			},
		});
		client.connection.onRequest('workspace/configuration', () => new Promise(() => {}));
		client.connection.onRequest('window/workDoneProgress/create', () => new Promise(() => {}));
		client.connection.onRequest('client/registerCapability', () => new Promise(() => {}));
		await client.initialize({ capabilities: everything });
		await client.until(() => client.marked.length === 1);
	});
});
