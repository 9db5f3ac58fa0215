import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Engine } from '../../server/src/engine/check';
import { fresh } from '../scaffold/support';
import { apply, editsOf, findingsOf, textsOf } from '../support/fixed';
import { grammars } from '../support/grammars';
import { examples, open } from '../support/page';
import { allRules, ids, pageOf } from '../support/rules';
import { some } from '../support/some';

/** The rules whose fixes write statements: at least one example of each is compiled, before and after. */
const compiled = [
	'component/ctx-background',
	'component/multierror-dropped',
	'component/multierror-lost',
	'component/run-ignores-error',
	'component/step-halt-no-error',
	'component/step-sleep',
	'component/ui-message',
];

describe('Go code that fixes leave, by the real compiler', function () {
	this.timeout(15 * 60_000);
	const folder = mkdtempSync(join(tmpdir(), 'pages-'));
	const root = join(folder, 'packer-plugin-acme');
	const tried = new Set<string>();
	let module: ReadonlyMap<string, string> = new Map();
	let obstacle: string | undefined;
	after(() => rmSync(folder, { recursive: true, force: true }));

	before(async () => {
		const made = textsOf(fresh({ name: 'acme', owner: 'acme' }, await grammars()));
		module = new Map([...made].filter(([path]) => path === 'go.mod' || path === 'go.sum'));
		obstacle = spawnSync('go', ['version']).status !== 0 ? 'there is no Go' : vetted(made) === '' ? undefined : 'its modules cannot be had';
		if (obstacle !== undefined) console.log(`      skipped: ${obstacle}`);
	});

	for (const id of some(ids.filter(id => writesGo(id))))
		it(`has no other errors of the compiler: ${id}`, async function () {
			if (obstacle !== undefined) return this.skip();
			const broken: string[] = [];
			for (const { files } of some(examples(pageOf(id), 'Reported'))) {
				const { db, texts } = open(files, await grammars());
				const engine = new Engine({ [id]: allRules[id] as (typeof allRules)[string] });
				const fixes = findingsOf(engine, db).map(finding => editsOf(db, finding));
				const paths = new Set(fixes.flat().flatMap(({ path }) => (path.endsWith('.go') ? [path] : [])));
				const before = paths.size === 0 ? undefined : errorsOf(texts);
				if (before === undefined) continue;
				tried.add(id);
				for (const edits of fixes) {
					const { db: fixed } = open(files, await grammars());
					apply(fixed, edits);
					const now = errorsOf(textsOf(fixed)) ?? [{ path: [...paths][0], said: 'its packages are not found' }];
					broken.push(
						...now.filter(({ path, said }) => paths.has(path as string) && !before.some(one => one.said === said)).map(({ path, said }) => `${path}: ${said}`),
					);
				}
			}
			assert.deepEqual(broken, []);
		});

	it('is compiled at least once for each rule whose fix writes code of its own', function () {
		if (obstacle !== undefined) return this.skip();
		assert.deepEqual(
			compiled.filter(id => !tried.has(id)),
			[],
		);
	});

	/** What the compiler and go vet say of each file; undefined where they do not find all packages. */
	function errorsOf(texts: ReadonlyMap<string, string>): Array<{ path: string | undefined; said: string }> | undefined {
		lay(texts);
		const tests = [...texts.keys()].some(path => path.endsWith('_test.go'));
		const output = `${go('build', '-gcflags=-e', './...')}\n${tests ? go('vet', './...') : ''}`;
		if (/cannot find module|no required module|no packages|matched no|no matching files/.test(output)) return undefined;
		const said = [...output.matchAll(/^(?:vet: )?(?:\.\/)?([^\s:]+\.go):\d+:\d+: (.*)$/gm)];
		if (said.length === 0 && output.trim() !== '') return undefined; // it did not come to compiling
		return said.map(([, path, said = '']) => ({ path, said: said.replace(notGenerated, '$1') }));
	}

	function lay(texts: ReadonlyMap<string, string>): void {
		rmSync(root, { recursive: true, force: true });
		for (const [path, text] of [...texts, ...module]) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
	}

	function vetted(texts: ReadonlyMap<string, string>): string {
		lay(texts);
		return go('vet', './...');
	}

	/** What a command of Go complains of, with the modules that a new plugin requires and no network; empty if there is nothing. */
	function go(...args: string[]): string {
		const { status, stderr } = spawnSync('go', args, { cwd: root, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off' } });
		return status === 0 ? '' : stderr;
	}
});

/** What is said of a struct without generated code, whichever it is: pages leave that code out. */
const notGenerated = /^\S+\.(FlatMapstructure undefined) \(type \S+ has no field or method FlatMapstructure\)$/;

/** Whether a page has an example with a fix and Go files. */
function writesGo(id: string): boolean {
	return examples(pageOf(id), 'Reported').some(
		({ files, after }) => after !== undefined && [...after.keys()].some(path => path.endsWith('.go')) && files.size > 0,
	);
}
