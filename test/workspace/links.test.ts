import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Database } from '../../server/src/facts/core/database';
import { filesUnder, isLinked, text, unreadable } from '../../server/src/facts/core/files';
import { repository } from '../../server/src/facts/core/inputs';
import { disk, forward } from '../../server/src/node/fileSystem';
import { readState } from '../../server/src/workspace/decode';
import { PluginFolder } from '../../server/src/workspace/folder';
import { some } from '../support/some';

const commit = 'a'.repeat(40);

/** Links, pipes and devices as a plugin may hold them, on the disk of this machine. Windows makes links for administrators only, and has no pipes among files. */
describe('special files', () => {
	let top = '';
	before(function () {
		if (process.platform === 'win32') this.skip();
	});
	beforeEach(() => {
		top = forward(mkdtempSync(join(tmpdir(), 'packer-readiness-')));
	});
	afterEach(() => rmSync(top, { recursive: true, force: true }));

	const write = (path: string, content: string) => {
		mkdirSync(dirname(`${top}/${path}`), { recursive: true });
		writeFileSync(`${top}/${path}`, content);
	};
	const link = (path: string, target: string) => {
		mkdirSync(dirname(`${top}/${path}`), { recursive: true });
		symlinkSync(target, `${top}/${path}`);
	};
	const pipe = (path: string) => {
		mkdirSync(dirname(`${top}/${path}`), { recursive: true });
		assert.equal(spawnSync('mkfifo', [`${top}/${path}`]).status, 0);
	};
	const open = async (path: string) => {
		const folder = new PluginFolder(disk, `${top}/${path}`, new Database());
		await folder.load();
		return { folder, read: folder.db.get };
	};

	it('a link within the plugin is followed, to a file and to a folder, and what it leads to is never changed through it', async () => {
		write('p/website/page.mdx', 'page');
		write('p/gh/workflows/release.yml', 'on: push');
		link('p/docs', 'website');
		link('p/.github', 'gh');
		link('p/LICENSE', 'website/page.mdx');
		const { read } = await open('p');
		assert.deepEqual(read(unreadable), []);
		assert.deepEqual(
			['docs/page.mdx', '.github/workflows/release.yml', 'LICENSE'].map(path => read(text, path)),
			['page', 'on: push', 'page'],
		);
		assert.deepEqual(
			['docs/page.mdx', 'docs/new.mdx', '.github', 'LICENSE', 'website/page.mdx', 'docsy'].map(path => isLinked(read, path)),
			[true, true, true, true, false, false],
		);
	});

	it('a link that leads out of the plugin is followed within the git work tree only', async () => {
		write('w/.git/config', '[core]\n');
		write('w/LICENSE', 'license');
		write('w/.ssh/id_rsa', 'secret');
		write('outside/docs/page.mdx', 'outside');
		link('w/p/LICENSE', '../LICENSE');
		link('w/p/docs', '../../outside/docs');
		link('w/p/key.md', '../.ssh/id_rsa');
		link('w/p/config.md', '../.git/config');
		link('w/p/passwords.md', '/etc/passwd');
		link('w/p/picture.png', '/etc/passwd');
		write('w/p/go.mod', 'module x');
		const { read } = await open('w/p');
		assert.equal(read(text, 'LICENSE'), 'license');
		assert.deepEqual(
			read(unreadable).map(({ path }) => path),
			['config.md', 'docs', 'key.md', 'passwords.md'],
		);
	});

	it('without a work tree, a link out of the plugin is unreadable, and so is one that leads nowhere', async () => {
		write('LICENSE', 'license');
		link('p/LICENSE', '../LICENSE');
		link('p/NOTICE', 'nowhere');
		link('p/circle.md', 'circle.md');
		const { read } = await open('p');
		assert.deepEqual(read(unreadable), [
			{ path: 'LICENSE', reason: 'it is a symbolic link that leads out of the repository' },
			{ path: 'NOTICE', reason: 'it is a broken symbolic link' },
			{ path: 'circle.md', reason: 'it is a broken symbolic link' },
		]);
	});

	it('links in a circle end', async () => {
		write('p/a/page.mdx', 'a');
		write('p/b/page.mdx', 'b');
		link('p/a/to-b', '../b');
		link('p/b/to-a', '../a');
		link('p/a/up', '..');
		link('p/a/self', '.');
		const { read } = await open('p');
		assert.deepEqual(read(filesUnder, ''), ['a/page.mdx', 'a/to-b/page.mdx', 'b/page.mdx', 'b/to-a/page.mdx']);
	});

	it('a pipe keeps nobody waiting, wherever it stands', async () => {
		write('p/go.mod', 'module x');
		pipe('p/README.md');
		pipe('p/docs/pipe.mdx');
		pipe('p/.git');
		const { read, folder } = await open('p');
		assert.deepEqual(read(unreadable), [
			{ path: 'README.md', reason: 'it is not a regular file' },
			{ path: 'docs/pipe.mdx', reason: 'it is not a regular file' },
		]);
		await folder.changed('README.md');
		assert.deepEqual(await readState(disk, `${top}/p/README.md`), { unreadable: 'it is not a regular file' });
		for (const path of ['q/.git/config', 'q/.git/HEAD', 'q/.git/packed-refs', 'q/.git/refs/heads/main', 'q/.git/refs/tags/v1']) pipe(path);
		assert.deepEqual((await open('q')).read(repository), { folder: 'q', subdirectory: '', tags: [] });
	});

	it('a device is not read, however it is reached', async () => {
		link('p/.git/config', '/dev/zero');
		link('p/README.md', '/dev/zero');
		assert.deepEqual((await open('p')).read(repository), { folder: 'p', subdirectory: '', tags: [] });
		await assert.rejects(disk.read('/dev/zero', 10), /it is not a regular file/);
	});

	for (const ref of ['refs/heads/../../../secret', 'refs/heads//../../secret', 'refs/heads/.hidden', 'refs/heads/a b', 'refs/heads/x.lock'])
		it(`a HEAD of ${ref} names no commit`, async () => {
			write('p/.git/config', '');
			write('p/.git/HEAD', `ref: ${ref}\n`);
			for (const path of ['secret', 'p/secret', 'p/.git/secret', 'p/.git/refs/heads/.hidden', 'p/.git/refs/heads/a b', 'p/.git/refs/heads/x.lock'])
				write(path, `${commit}\n`);
			assert.deepEqual((await open('p')).read(repository), { folder: 'p', subdirectory: '', tags: [] });
		});

	it('no link of a git directory leads out of it, and none leads to one', async () => {
		write('key', `${commit}\n`);
		write('other/.git/config', '[remote "origin"]\n\turl = https://github.com/acme/packer-plugin-acme\n');
		write('other/.git/HEAD', 'ref: refs/heads/main\n');
		for (const ref of ['heads/main', 'tags/v1.0.0']) write(`other/.git/refs/${ref}`, `${commit}\n`);
		const kinds: Readonly<Record<string, () => void>> = {
			'a ref': () => link('p/.git/refs/heads/main', '../../../../key'),
			HEAD: () => link('p/.git/HEAD', '../../key'),
			refs: () => link('p/.git/refs', '../../other/.git/refs'),
			'refs/tags': () => link('p/.git/refs/tags', '../../../other/.git/refs/tags'),
			config: () => link('p/.git/config', '../../other/.git/config'),
			'.git': () => link('p/.git', '../other/.git'),
		};
		for (const [kind, make] of some(Object.entries(kinds))) {
			rmSync(`${top}/p`, { recursive: true, force: true });
			write('p/go.mod', 'module x');
			make();
			if (kind !== '.git' && kind !== 'config') write('p/.git/config', '');
			if (kind !== '.git' && kind !== 'HEAD') write('p/.git/HEAD', 'ref: refs/heads/main\n');
			const { origin, commit: at, tags } = (await open('p')).read(repository);
			assert.deepEqual([origin, at, tags], [undefined, undefined, []], kind);
		}
	});

	it('a link within the git directory is followed', async () => {
		write('p/.git/config', '');
		write('p/.git/HEAD', 'ref: refs/heads/main\n');
		write('p/.git/refs/heads/other', `${commit}\n`);
		link('p/.git/refs/heads/main', 'other');
		assert.equal((await open('p')).read(repository).commit, commit);
	});

	it('what a ref holds is a commit, or nothing', async () => {
		write('p/.git/config', '');
		write('p/.git/HEAD', 'ref: refs/heads/main\n');
		write('p/.git/refs/heads/main', 'root:x:0:0:root:/root:/bin/bash\n');
		assert.deepEqual((await open('p')).read(repository), { folder: 'p', subdirectory: '', branch: 'main', tags: [] });
		write('p/.git/refs/heads/main', `${'0'.repeat(64)}\n`);
		assert.equal((await open('p')).read(repository).commit, '0'.repeat(64));
		write('p/.git/refs/heads/main', `${'0'.repeat(50)}\n`);
		assert.equal((await open('p')).read(repository).commit, undefined);
	});

	it('a .git file is followed to a git directory that points back, and to no other', async () => {
		write('main/.git/config', '[remote "origin"]\n\turl = https://github.com/acme/packer-plugin-acme\n');
		write('main/.git/refs/heads/side', `${commit}\n`);
		write('main/.git/worktrees/side/HEAD', 'ref: refs/heads/side\n');
		write('main/.git/worktrees/side/commondir', '../..\n');
		write('main/.git/worktrees/side/gitdir', `${top}/side/.git\n`);
		for (const folder of ['side', 'other']) write(`${folder}/.git`, `gitdir: ${top}/main/.git/worktrees/side\n`);
		write('stolen/.git', `gitdir: ${top}/main/.git\n`);
		assert.deepEqual((await open('side')).read(repository), {
			folder: 'side',
			subdirectory: '',
			origin: { owner: 'acme', name: 'packer-plugin-acme' },
			branch: 'side',
			commit,
			tags: [],
		});
		for (const folder of ['other', 'stolen']) assert.deepEqual((await open(folder)).read(repository), { folder, subdirectory: '', tags: [] });
	});

	it('a submodule has its git directory in that of the repository above', async () => {
		write('main/.git/modules/sub/config', '[core]\n\tworktree = ../../../sub\n[remote "origin"]\n\turl = git@github.com:acme/packer-plugin-sub.git\n');
		write('main/.git/modules/sub/HEAD', `${commit}\n`);
		write('main/sub/.git', 'gitdir: ../.git/modules/sub\n');
		write('main/fake/.git', 'gitdir: ../.git/modules/sub\n');
		const { origin, commit: at } = (await open('main/sub')).read(repository);
		assert.deepEqual([origin?.name, at], ['packer-plugin-sub', commit]);
		assert.deepEqual((await open('main/fake')).read(repository).origin, undefined);
	});

	it('folders nested too deep are said, and nothing breaks', async () => {
		const deep = Array.from({ length: 1000 }, () => 'd').join('/');
		write(`p/${deep.slice(0, 1200)}/a.go`, 'package d');
		const { read } = await open('p');
		assert.deepEqual(read(filesUnder, ''), [Array.from({ length: 64 }, () => 'd').join('/')]);
		assert.match(read(unreadable)[0]?.reason ?? '', /more than 64 folders deep/);
	});
});
