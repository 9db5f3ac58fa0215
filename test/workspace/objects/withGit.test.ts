import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Base, baseOf } from '../../../server/src/cli/since/base';
import { changesSince } from '../../../server/src/cli/since/changes';
import { Database } from '../../../server/src/facts/core/database';
import { text } from '../../../server/src/facts/core/files';
import { disk, forward } from '../../../server/src/node/fileSystem';
import { objects } from '../../../server/src/node/objects';
import { PluginFolder } from '../../../server/src/workspace/folder';
import { gitAbove } from '../../../server/src/workspace/gitDirectory';
import { History } from '../../../server/src/workspace/objects/history';
import { resolveRevision } from '../../../server/src/workspace/objects/revision';
import { ObjectStore } from '../../../server/src/workspace/objects/store';
import { filesOfTree } from '../../../server/src/workspace/objects/tree';

const hasGit = spawnSync('git', ['--version']).status === 0;

/** Numbers that look like chance, the same in each run. */
function chance(seed: number): (below: number) => number {
	let state = seed;
	return below => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

/** What git has made is read as git reads it. Git is run by the tests only. */
describe('repositories that git makes', () => {
	let top = '';
	before(function () {
		if (!hasGit) this.skip();
	});
	beforeEach(() => {
		top = forward(mkdtempSync(join(tmpdir(), 'packer-readiness-')));
	});
	afterEach(() => rmSync(top, { recursive: true, force: true }));

	const git = (folder: string, ...args: string[]) => {
		const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', '-c', 'protocol.file.allow=always'];
		const { status, stdout, stderr } = spawnSync('git', ['-C', `${top}/${folder}`, ...identity, ...args], {
			encoding: 'utf8',
			env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
		});
		assert.equal(status, 0, `git ${args.join(' ')}: ${stderr}`);
		return stdout.trimEnd();
	};
	const write = (path: string, content: string) => {
		mkdirSync(dirname(`${top}/${path}`), { recursive: true });
		writeFileSync(`${top}/${path}`, content);
	};
	const init = (folder: string, ...args: string[]) => {
		mkdirSync(`${top}/${folder}`, { recursive: true });
		git(folder, 'init', '-q', '-b', 'main', ...args);
	};
	const commit = (folder: string, message = 'text') => {
		git(folder, 'add', '-A');
		git(folder, 'commit', '-qm', message, '--allow-empty');
	};

	async function open(path: string) {
		const found = await gitAbove(disk, `${top}/${path}`);
		assert.ok(found);
		const store = await ObjectStore.of(disk, found, objects);
		return { fs: disk, git: found, store, history: new History(store, new Set()) };
	}

	/** How a folder differs from a revision. */
	async function since(path: string, revision: string) {
		const folder = new PluginFolder(disk, `${top}/${path}`, new Database());
		await folder.load();
		const environment = { files: disk, objects: async () => objects } as unknown as Parameters<typeof baseOf>[0];
		const base: Base = await baseOf(environment, { folder, root: path }, revision);
		const changes = await changesSince(folder.db.get, base);
		const lines = (file: string) =>
			(folder.db.get(text, file) ?? '')
				.replace(/\n$/, '')
				.split('\n')
				.flatMap((_, line) => (changes.isChanged(file, line, line) ? [line + 1] : []));
		return { base, changes, lines, paths: changes.before.map(([file]) => file).sort() };
	}

	/** A repository of some commits on two branches that meet now and then. */
	function history(folder: string, seed: number, commits: number): void {
		const pick = chance(seed);
		const names = ['a.go', 'b.md', 'docs/c.md', 'docs/d/e.mdx', 'f.yml'];
		const texts = new Map(names.map(name => [name, Array.from({ length: 120 }, (_, i) => `line ${i} of ${name}`)]));
		for (let i = 0; i < commits; i++) {
			if (i === 3) git(folder, 'branch', 'other');
			if (i > 3 && i % 5 === 0) git(folder, 'checkout', '-q', i % 10 === 0 ? 'main' : 'other');
			if (i > 3 && i % 9 === 0) git(folder, 'merge', '-q', '-X', 'ours', '--no-edit', i % 10 < 5 ? 'other' : 'main');
			const name = names[pick(names.length)] as string;
			const lines = texts.get(name) as string[];
			for (let edits = 1 + pick(3); edits > 0; edits--)
				lines.splice(pick(lines.length), pick(3), ...Array.from({ length: pick(4) }, () => `new ${i} ${pick(1000)}`));
			write(`${folder}/${name}`, `${lines.join('\n')}\n`);
			commit(folder, `change ${i}`);
			if (i % 7 === 0) git(folder, 'tag', '-a', `v${i}`, '-m', 'tag');
			if (i === commits - 12) git(folder, 'gc', '-q');
		}
	}

	for (const format of ['sha1', 'sha256'])
		it(`have the revisions, meetings, trees and changed lines that git says: ${format}`, async function () {
			this.timeout(60_000);
			init('r', `--object-format=${format}`);
			history('r', 7, 40);
			if (format === 'sha1') git('r', 'repack', '-adfq', '--depth=40', '--window=50');
			const repository = await open('r');
			const resolved = async (revision: string) => {
				const found = await resolveRevision(repository, revision);
				assert.ok('commit' in found, revision);
				return found.commit;
			};
			const revisions = ['HEAD', 'main', 'other', 'v0', 'v14', 'v35', 'HEAD~3', 'main~9', 'other^', 'HEAD~2^', git('r', 'rev-parse', '--short=7', 'HEAD~8')];
			for (const revision of revisions) assert.equal(await resolved(revision), git('r', 'rev-parse', `${revision}^{commit}`), revision);
			for (const revision of revisions) {
				const met = await repository.history.meeting(await resolved('HEAD'), await resolved(revision));
				assert.ok('commit' in met);
				const all = git('r', 'merge-base', '--all', 'HEAD', revision).split('\n');
				assert.ok(all.includes(met.commit), revision);
				const { tree } = await repository.history.commit(met.commit);
				const files = [...(await filesOfTree(repository.store, tree, '', () => true))].map(([path, { mode, blob }]) => `${mode} blob ${blob}\t${path}`);
				assert.deepEqual(files.sort(), git('r', 'ls-tree', '-r', met.commit).split('\n').sort());
				const { changes, lines, paths } = await since('r', revision);
				const stat = git('r', 'diff', '--numstat', '--minimal', met.commit);
				const added = stat === '' ? [] : stat.split('\n').map(line => line.split('\t') as [string, string, string]);
				assert.deepEqual(paths, added.map(([, , path]) => path).sort(), revision);
				assert.equal(changes.files, paths.length);
				assert.deepEqual(
					added.map(([, , path]) => lines(path).length),
					added.map(([count]) => Number(count)),
					revision,
				);
			}
		});

	it('are read as they are while files are changed, staged, renamed, removed and new', async () => {
		init('r');
		for (const name of ['kept.go', 'edited.go', 'staged.go', 'moved.go', 'gone.go'])
			write(`r/p/${name}`, `${'line\n'.repeat(5)}of ${name}\n${'more\n'.repeat(5)}`);
		write('r/other.md', 'not of the plugin\n');
		write('r/p/.gitignore', 'ignored.md\n');
		commit('r');
		git('r', 'mv', 'p/moved.go', 'p/renamed.go');
		write('r/p/edited.go', `${'line\n'.repeat(5)}of it\n${'more\n'.repeat(5)}`);
		write('r/p/staged.go', `first\n${'line\n'.repeat(5)}of staged.go\n${'more\n'.repeat(5)}`);
		git('r', 'add', 'p/staged.go');
		git('r', 'rm', '-q', 'p/gone.go');
		write('r/p/new.go', 'new\n');
		write('r/p/ignored.md', 'ignored\n');
		write('r/other.md', 'changed\n');
		const { paths, lines, changes } = await since('r/p', 'HEAD');
		assert.deepEqual(paths, ['edited.go', 'gone.go', 'moved.go', 'new.go', 'renamed.go', 'staged.go']);
		assert.equal(changes.files, 5);
		assert.deepEqual([lines('edited.go'), lines('staged.go'), lines('renamed.go'), lines('new.go'), lines('kept.go')], [[6], [1], [], [1], []]);
		assert.deepEqual(changes.now('moved.go', 4), { path: 'renamed.go', line: 4 });
		assert.deepEqual(
			[changes.now('edited.go', 5), changes.now('edited.go', 6), changes.now('gone.go', 0)],
			[undefined, { path: 'edited.go', line: 6 }, undefined],
		);
	});

	it('have no changes where git converts line ends, and have them where a commit does', async () => {
		init('r');
		write('r/a.go', 'one\ntwo\nthree\n');
		write('r/b.go', 'one\ntwo\nthree\n');
		commit('r');
		git('r', 'config', 'core.autocrlf', 'true');
		rmSync(`${top}/r/a.go`);
		git('r', 'checkout', '-q', '--', 'a.go');
		git('r', 'commit', '-q', '--allow-empty', '-m', 'later');
		assert.deepEqual((await since('r', 'HEAD~1')).paths, []);
		write('r/a.go', 'one\r\n2\r\nthree\r\n');
		assert.deepEqual((await since('r', 'HEAD')).lines('a.go'), [2]);
		assert.deepEqual(
			(await since('r', 'HEAD')).changes.before.map(([, state]) => state),
			[{ text: 'one\r\ntwo\r\nthree\r\n' }],
		);
		git('r', 'config', 'core.autocrlf', 'false');
		write('r/b.go', 'one\r\ntwo\r\nthree\r\n');
		commit('r');
		const { paths, lines, changes } = await since('r', 'HEAD~1');
		assert.deepEqual(paths, ['a.go', 'b.go']);
		assert.deepEqual(lines('b.go'), []);
		assert.deepEqual(new Map(changes.before).get('b.go'), { text: 'one\ntwo\nthree\n' });
	});

	it('are read from a linked work tree and from a submodule', async () => {
		init('r');
		write('r/a.go', 'one\n');
		commit('r');
		git('r', 'worktree', 'add', '-q', '../w', '-b', 'w');
		write('w/a.go', 'two\n');
		commit('w');
		assert.deepEqual((await since('w', 'main')).paths, ['a.go']);
		assert.deepEqual((await since('r', 'w')).paths, []);
		init('outer');
		git('outer', 'submodule', '--quiet', 'add', `${top}/r`, 'sub');
		commit('outer');
		write('outer/sub/a.go', 'three\n');
		assert.deepEqual((await since('outer/sub', 'origin/main')).paths, ['a.go']);
		write('outer/top.go', 'top\n');
		assert.deepEqual((await since('outer', 'HEAD')).paths, ['top.go']);
	});

	it('are refused with a remedy where a clone is shallow, and read where it is deep enough', async () => {
		init('r');
		for (let i = 0; i < 5; i++) {
			write('r/a.go', `${i}\n`);
			commit('r');
		}
		git('.', 'clone', '-q', '--depth', '2', `file://${top}/r`, 'c');
		assert.deepEqual((await since('c', 'HEAD~1')).lines('a.go'), [1]);
		await assert.rejects(since('c', 'HEAD~2'), /^Complaint: HEAD~2 is beyond the end of this shallow clone\. Fetch the whole history: /);
		await assert.rejects(since('c', git('r', 'rev-parse', 'HEAD~3')), / is not a branch, tag or commit of this clone\. Fetch the whole history: /);
		git('.', 'clone', '-q', '--shared', `${top}/r`, 's');
		await assert.rejects(since('s', git('r', 'rev-parse', 'HEAD')), /is not a branch, tag or commit of this clone/);
		await assert.rejects(since('s', 'main'), / Clone without --shared and --reference: objects of other repositories are not read\.$/);
	});

	it('are not read where a link leads to those of another repository', async function () {
		if (process.platform === 'win32') this.skip();
		init('r');
		write('r/a.go', 'one\n');
		commit('r');
		git('.', 'clone', '-q', `${top}/r`, 'c');
		assert.deepEqual((await since('c', 'main')).paths, []);
		for (const linked of ['objects', `objects/${git('r', 'rev-parse', 'HEAD').slice(0, 2)}`, 'objects/pack']) {
			git('.', 'clone', '-q', '--no-hardlinks', `${top}/r`, 'd');
			if (linked === 'objects/pack') git('r', 'gc', '-q');
			if (linked !== 'objects') git('d', 'gc', '-q', '--prune=now');
			rmSync(`${top}/d/.git/objects`, { recursive: true });
			if (linked !== 'objects') mkdirSync(`${top}/d/.git/objects`);
			symlinkSync(`${top}/r/.git/${linked}`, `${top}/d/.git/${linked}`);
			await assert.rejects(since('d', 'main'), / is missing\. Clone the repository whole, without --filter\.$/, linked);
			rmSync(`${top}/d`, { recursive: true });
		}
	});

	it('are read with links, and without what a sparse checkout leaves out', async function () {
		if (process.platform === 'win32') this.skip();
		init('r');
		write('r/website/page.md', 'one\n');
		write('r/away/b.go', 'two\n');
		write('r/top.md', 'top\n');
		symlinkSync('website', `${top}/r/docs`);
		symlinkSync('top.md', `${top}/r/README.md`);
		commit('r');
		assert.deepEqual((await since('r', 'HEAD')).paths, []);
		write('r/top.md', 'changed\n');
		assert.deepEqual((await since('r', 'HEAD')).paths, ['README.md', 'top.md']);
		git('r', 'checkout', '-q', '--', '.');
		git('r', 'sparse-checkout', 'set', '--no-cone', '/*', '!/away/');
		assert.deepEqual((await since('r', 'HEAD')).paths, []);
	});
});
