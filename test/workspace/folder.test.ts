import assert from 'node:assert/strict';
import { Database } from '../../server/src/facts/core/database';
import { filesUnder, text, unreadable } from '../../server/src/facts/core/files';
import { repository } from '../../server/src/facts/core/inputs';
import { rootAbove, rootsBelow } from '../../server/src/workspace/discover';
import { parentOf, relativeTo } from '../../server/src/workspace/fileSystem';
import { PluginFolder } from '../../server/src/workspace/folder';
import { MemoryFileSystem } from '../../server/src/workspace/memory';

const open = async (files: ConstructorParameters<typeof MemoryFileSystem>[0], options?: { foldsCase: boolean }) => {
	const fs = new MemoryFileSystem(files, options);
	const folder = new PluginFolder(fs, '/w/p', new Database());
	await folder.load();
	return { fs, folder, read: folder.db.get };
};

describe('workspace', () => {
	it('reads what facts may ask for, and lists the rest', async () => {
		const { read } = await open({
			'/w/p/go.mod': 'module x',
			'/w/p/a/b.go': 'package b',
			'/w/p/logo.png': new Uint8Array([1]),
			'/w/p/node_modules/x.go': 'no',
		});
		assert.deepEqual(read(filesUnder, ''), ['a/b.go', 'go.mod', 'logo.png']);
		assert.equal(read(text, 'a/b.go'), 'package b');
		assert.equal(read(text, 'logo.png'), undefined);
		assert.deepEqual(read(unreadable), []);
	});

	it('lists a limited number of files and folders, those near the root first, and says so', async () => {
		const many = Array.from({ length: 25_000 }, (_, i) => [`/w/p/a/x${i}.txt`, ''] as const);
		const { fs, folder, read } = await open({ ...Object.fromEntries(many), '/w/p/go.mod': 'module x', '/w/p/a/z.go': 'package a', '/w/p/docs/b/c.mdx': '' });
		const said = [{ path: '.', reason: 'the plugin has more than 20000 files and folders' }];
		assert.deepEqual(read(unreadable), said);
		assert.equal(read(filesUnder, '').length, 20_000 - 1, 'all entries but two folders, and the one that says so');
		assert.equal(read(text, 'a/z.go'), 'package a', 'files that are read come before others');
		for (let i = 0; i < 10; i++) fs.set(`/w/p/d/e${i}.go`, 'package d');
		await folder.changed('d');
		assert.deepEqual([read(filesUnder, '').length, read(text, 'd/e9.go'), read(unreadable)], [20_000, undefined, said]);
		for (const [path] of many) fs.set(path, undefined);
		await folder.load();
		assert.deepEqual([read(unreadable), read(text, 'd/e9.go'), read(text, 'docs/b/c.mdx')], [[], 'package d', '']);
	});

	it('leaves other modules out, and knows that they are there', async () => {
		const { read } = await open({ '/w/p/go.mod': 'module x', '/w/p/tools/go.mod': 'module y', '/w/p/tools/a/t.go': 'package t' });
		assert.deepEqual(read(filesUnder, ''), ['go.mod', 'tools/go.mod']);
		assert.equal(read(text, 'tools/go.mod'), undefined);
		assert.deepEqual(read(unreadable), []);
	});

	it('says which files could not be read, and why', async () => {
		const files = {
			'/w/p/a.go': new Error('permission denied'),
			'/w/p/b.go': new Uint8Array([0x70, 0]),
			'/w/p/c.go': new Uint8Array([0xff, 0xfe, 1]),
			'/w/p/d.go': new Uint8Array([0xe9]),
			'/w/p/e.go': '\ufeffpackage e',
		};
		const { read } = await open(files);
		assert.deepEqual(read(unreadable), [
			{ path: 'a.go', reason: 'permission denied' },
			{ path: 'b.go', reason: 'it is a binary file' },
			{ path: 'c.go', reason: 'it is UTF-16, not UTF-8' },
			{ path: 'd.go', reason: 'it is not UTF-8' },
		]);
		assert.equal(read(text, 'e.go'), 'package e');
	});

	it('goes on where a file or a folder goes while it is read', async () => {
		const fs = new MemoryFileSystem({ '/w/p/go.mod': 'module x', '/w/p/a/x.go': 'package a', '/w/p/b/y.go': 'package b', '/w/p/z.go': 'package z' });
		const list = fs.list.bind(fs);
		fs.list = async directory => {
			const entries = await list(directory);
			for (const path of ['/w/p/a/x.go', '/w/p/z.go']) fs.set(path, undefined);
			return entries;
		};
		const folder = new PluginFolder(fs, '/w/p', new Database());
		await folder.load();
		assert.deepEqual(
			folder.db.get(unreadable),
			[
				{ path: 'a', reason: 'no such directory' },
				{ path: 'z.go', reason: 'no such file' },
			],
			'what is not known is said',
		);
		for (const path of ['a', 'z.go']) await folder.changed(path);
		assert.deepEqual([folder.db.get(filesUnder, ''), folder.db.get(unreadable)], [['b/y.go', 'go.mod'], []]);
	});

	it('lets open documents lie over the files, and the files count again when they are closed', async () => {
		const { fs, folder, read } = await open({ '/w/p/a.go': 'disk' });
		folder.open('a.go', 'typed');
		fs.set('/w/p/a.go', 'saved elsewhere');
		await folder.changed('a.go');
		assert.equal(read(text, 'a.go'), 'typed');
		await folder.close('a.go');
		assert.equal(read(text, 'a.go'), 'saved elsewhere');
		folder.open('new.go', 'untitled');
		assert.deepEqual(read(filesUnder, ''), ['a.go', 'new.go']);
		await folder.close('new.go');
		assert.deepEqual(read(filesUnder, ''), ['a.go']);
	});

	it('follows files and folders that come and go', async () => {
		const { fs, folder, read } = await open({ '/w/p/a.go': '1' });
		fs.set('/w/p/d/b.go', '2');
		await folder.changed('d');
		assert.deepEqual(read(filesUnder, ''), ['a.go', 'd/b.go']);
		fs.set('/w/p/d/b.go', undefined);
		await folder.changed('d');
		assert.deepEqual(read(filesUnder, ''), ['a.go']);
	});

	it('knows a file by any case where the file system does', async () => {
		const { folder } = await open({ '/w/p/Main.go': '1' }, { foldsCase: true });
		assert.equal(folder.relative('/W/P/main.go'), 'Main.go');
		const exact = await open({ '/w/p/Main.go': '1' });
		assert.equal(exact.folder.relative('/W/P/main.go'), undefined);
	});

	it('compares paths at a separator, and knows the tops', () => {
		assert.equal(relativeTo('/a/foo', '/a/foo-bar/x', false), undefined);
		assert.equal(relativeTo('/a/foo', '/a/foo/x', false), 'x');
		assert.deepEqual([parentOf('/a'), parentOf('/'), parentOf('C:/a'), parentOf('C:/')], ['/', undefined, 'C:/', undefined]);
	});

	it('finds modules below and above', async () => {
		const fs = new MemoryFileSystem({ '/w/go.mod': '', '/w/a/go.mod': '', '/w/a/testdata/m/go.mod': '', '/w/node_modules/m/go.mod': '', '/w/b/c/x.go': '' });
		assert.deepEqual(await rootsBelow(fs, '/w'), ['/w', '/w/a']);
		assert.equal(await rootAbove(fs, '/w/b/c'), '/w');
		assert.equal(await rootAbove(fs, '/elsewhere'), undefined);
	});

	const legacyMain = 'package main\n\nimport "github.com/hashicorp/packer/packer/plugin"\n\nfunc main() { plugin.Server() }\n';

	it('finds plugins without go.mod by what their Go files import, at the root of their project', async () => {
		const fs = new MemoryFileSystem({
			'/w/old/README.md': '',
			'/w/old/plugin/builder-acme/main.go': legacyMain,
			'/w/other/README.md': '',
			'/w/other/main.go': 'package main\n',
			'/w/old/vendor/github.com/hashicorp/packer/x.go': legacyMain,
		});
		assert.deepEqual(await rootsBelow(fs, '/w'), ['/w/old']);
		assert.equal(await rootAbove(fs, '/w/old/plugin/builder-acme'), '/w/old');
		assert.equal(await rootAbove(fs, '/w/other'), undefined);
	});

	it('takes the work tree for the root of a plugin without go.mod, also from a folder in it', async () => {
		const fs = new MemoryFileSystem({ '/w/old/.git/HEAD': '', '/w/old/LICENSE': '', '/w/old/plugin/README.md': '', '/w/old/plugin/main.go': legacyMain });
		assert.deepEqual(await rootsBelow(fs, '/w'), ['/w/old']);
		assert.equal(await rootAbove(fs, '/w/old/plugin'), '/w/old');
	});

	it('counts Go files below a go.mod to that module only', async () => {
		const fs = new MemoryFileSystem({ '/w/go.mod': '', '/w/cmd/README.md': '', '/w/cmd/main.go': legacyMain });
		assert.deepEqual(await rootsBelow(fs, '/w'), ['/w']);
		assert.deepEqual(await rootsBelow(fs, '/w/cmd'), []);
		assert.equal(await rootAbove(fs, '/w/cmd'), '/w');
	});

	it('reads git without running it, and no secret of it', async () => {
		const commit = 'a'.repeat(40);
		const { read } = await open({
			'/w/.git/config': '[core]\n[remote "origin"]\n\turl = https://user:token@github.com/acme/packer-plugin-acme.git\n[branch "main"]\n',
			'/w/.git/HEAD': 'ref: refs/heads/main\n',
			'/w/.git/refs/heads/main': `${commit}\n`,
			'/w/.git/refs/tags/v1.1.0': `${commit}\n`,
			'/w/.git/packed-refs': `# pack-refs\n${commit} refs/tags/v1.0.0\n`,
			'/w/p/go.mod': 'module x',
		});
		assert.deepEqual(read(repository), {
			folder: 'p',
			subdirectory: 'p',
			origin: { owner: 'acme', name: 'packer-plugin-acme' },
			branch: 'main',
			commit,
			tags: ['v1.0.0', 'v1.1.0'],
		});
	});

	for (const [url, name] of [
		['git@github.com:acme/packer-plugin-acme.git', 'packer-plugin-acme'],
		['ssh://git@github.com/acme/p', 'p'],
		['https://gitlab.com/acme/p.git', undefined],
		['git://github.com/acme/p.git', 'p'],
	] as const)
		it(`reads the remote ${url}`, async () => {
			const { read } = await open({ '/w/p/.git/config': `[remote "origin"]\n\turl = ${url}\n`, '/w/p/go.mod': '' });
			assert.equal(read(repository).origin?.name, name);
		});
});
