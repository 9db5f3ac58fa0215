import assert from 'node:assert/strict';
import fc from 'fast-check';
import { objects } from '../../../server/src/node/objects';
import { MemoryFileSystem } from '../../../server/src/workspace/memory';
import { History } from '../../../server/src/workspace/objects/history';
import { resolveRevision } from '../../../server/src/workspace/objects/revision';
import { ObjectStore } from '../../../server/src/workspace/objects/store';
import { MadeRepository } from '../../support/gitObjects';

const git = { own: '/r/.git', common: '/r/.git', subdirectory: '' };

async function repositoryOf(made: MadeRepository, shallow: readonly string[] = []) {
	const fs = new MemoryFileSystem(made.below('/r'));
	const store = await ObjectStore.of(fs, git, objects);
	return { fs, git, store, history: new History(store, new Set(shallow)) };
}

describe('revisions', () => {
	const made = new MadeRepository();
	const first = made.commit({ a: '1' });
	const second = made.commit({ a: '2' }, [first]);
	const side = made.commit({ a: '3' }, [first]);
	const merge = made.commit({ a: '4' }, [second, side]);
	const tag = made.object('tag', `object ${second}\ntype commit\ntag v1\ntagger A <a@example.com> 1 +0000\n\nobject ${side}\n`);
	const outer = made.object('tag', `object ${tag}\ntype tag\ntag v2\n\n`);
	const ofTree = made.object('tag', `object ${made.tree({ a: '1' })}\ntype tree\ntag t\n\n`);
	made.ref('main', merge);
	made.ref('refs/tags/v1', tag);
	made.ref('refs/tags/v2', outer);
	made.ref('refs/tags/tree', ofTree);
	made.ref('refs/tags/both', first);
	made.ref('both', second);
	made.ref('refs/remotes/origin/main', side);
	made.files['refs/remotes/origin/HEAD'] = 'ref: refs/remotes/origin/main\n';
	made.files['refs/heads/round'] = 'ref: refs/heads/round\n';
	made.files['packed-refs'] = `# pack-refs with: peeled fully-peeled sorted \n${first} refs/heads/packed\n${side} refs/heads/feature/x\n`;

	for (const [revision, commit] of Object.entries({
		HEAD: merge,
		'@': merge,
		'@~': second,
		main: merge,
		'refs/heads/main': merge,
		'heads/main': merge,
		v1: second,
		v2: second,
		both: first,
		'origin/main': side,
		origin: side,
		packed: first,
		'feature/x': side,
		[second]: second,
		[second.toUpperCase()]: second,
		[second.slice(0, 10)]: second,
		[tag]: second,
		'HEAD~1': second,
		'HEAD~2': first,
		'HEAD~~': first,
		'HEAD~0': merge,
		'HEAD^': second,
		'HEAD^2': side,
		'HEAD^2~1': first,
		'HEAD^0': merge,
		'v1^': first,
	}))
		it(`are found: ${revision}`, async () => assert.deepEqual(await resolveRevision(await repositoryOf(made), revision), { commit }));

	for (const [revision, problem] of Object.entries({
		none: 'unknown',
		'../../secret': 'unknown',
		config: 'unknown',
		round: 'unknown',
		abcdefabcdef: 'unknown',
		[`${'abcdefabcd'.repeat(4)}`]: 'unknown',
		'HEAD~3': 'no parent',
		'HEAD^3': 'no parent',
		tree: 'not a commit',
		'main@{1}': 'unsupported',
		'main^{tree}': 'unsupported',
		':/text': 'unsupported',
		'HEAD:a': 'unsupported',
		'~1': 'unsupported',
		[`HEAD${'~'.repeat(5000)}`]: 'no parent',
	}))
		it(`are not found: ${revision.slice(0, 20)}`, async () => assert.deepEqual(await resolveRevision(await repositoryOf(made), revision), { problem }));

	it('are not found where a hash has several beginnings, or a shallow clone ends', async () => {
		const repository = await repositoryOf(made);
		const many = new MadeRepository();
		const commits = Array.from({ length: 700 }, (_, i) => many.commit({ a: `${i}` }));
		const head = commits.map(id => id.slice(0, 4)).find((start, i, all) => all.indexOf(start) !== i);
		assert.ok(head !== undefined);
		assert.deepEqual(await resolveRevision(await repositoryOf(many), head), { problem: 'ambiguous' });
		assert.deepEqual(await resolveRevision({ ...repository, history: new History(repository.store, new Set([second])) }, 'HEAD~2'), { problem: 'cut' });
	});
});

describe('where two histories meet', () => {
	it('is the newest commit of both, in any history', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.array(fc.nat(9), { maxLength: 2 }), { minLength: 2, maxLength: 14 }), async shape => {
				const made = new MadeRepository();
				const commits: string[] = [];
				const above: Set<number>[] = [];
				for (const [i, back] of shape.entries()) {
					const parents = [...new Set(back.map(steps => i - 1 - steps).filter(parent => parent >= 0))];
					commits.push(
						made.commit(
							{ a: `${i}` },
							parents.map(parent => commits[parent] as string),
						),
					);
					above.push(new Set([i, ...parents.flatMap(parent => [...(above[parent] as Set<number>)])]));
				}
				const [a, b] = [shape.length - 1, shape.length - 2];
				const common = [...(above[a] as Set<number>)].filter(i => (above[b] as Set<number>).has(i));
				const { history } = await repositoryOf(made);
				const met = await history.meeting(commits[a] as string, commits[b] as string);
				// What is newest of all common ones is an ancestor of no other.
				assert.deepEqual(met, common.length === 0 ? { none: 'unrelated' } : { commit: commits[Math.max(...common)] });
			}),
			{ numRuns: 150 },
		);
	});

	it('is unknown where a shallow clone ends before it', async () => {
		const made = new MadeRepository();
		const first = made.commit({ a: '1' });
		const [left, right] = [made.commit({ a: '2' }, [first]), made.commit({ a: '3' }, [first])];
		assert.deepEqual(await (await repositoryOf(made)).history.meeting(left, right), { commit: first });
		assert.deepEqual(await (await repositoryOf(made, [left, right])).history.meeting(left, right), { none: 'shallow' });
		assert.deepEqual(await (await repositoryOf(made, [left])).history.meeting(left, right), { none: 'shallow' });
		assert.deepEqual(await (await repositoryOf(made, [first])).history.meeting(left, right), { commit: first });
	});

	it('does not break where commits are not written as git does', async () => {
		const made = new MadeRepository();
		const id = made.object('commit', 'nothing');
		await assert.rejects((await repositoryOf(made)).history.commit(id), { name: 'UnreadObject', message: `object ${id} is damaged` });
	});
});
