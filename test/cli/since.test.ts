import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { FindingReport, Report } from '../../server/src/cli/model';
import { type Folder, MadeRepository } from '../support/gitObjects';
import { some } from '../support/some';
import { cli, type Files } from './fake';
import { acme, at, json } from './plugins';

type Texts = Readonly<Record<string, string>>;

const files = at('', acme) as Texts;
const plugin: Texts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.slice(1), text]));
const main = plugin['main.go'] as string;

/** Paths with texts as nested folders. */
function nested(texts: Texts): Folder {
	const top: Record<string, Folder[string]> = {};
	for (const [path, text] of Object.entries(texts)) {
		let at = top;
		const parts = path.split('/');
		for (const part of parts.slice(0, -1)) {
			at[part] ??= {};
			at = at[part] as Record<string, Folder[string]>;
		}
		at[parts.at(-1) as string] = text;
	}
	return top;
}

const below = (folder: string, texts: Texts): Texts => Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, text]));

/** A plugin in a repository whose branch `main` has the first files, with the others in the work tree. */
function changed(before: Texts, after: Texts): Files {
	const made = new MadeRepository();
	made.ref('main', made.commit(nested(before)));
	return { ...made.below('/w'), ...below('/w', after) };
}

const plugins = (out: string) => (JSON.parse(out) as Report).plugins;
const first = (out: string) => some(plugins(out))[0] as Report['plugins'][number];
const shown = ({ since, path, range, rule }: FindingReport) => `${since} ${path}:${range.start.line} ${rule}`;

/** The findings since a revision, as lines. */
async function since(given: Files, line = 'check --since main --format json'): Promise<string[]> {
	const { status, out, err } = await cli(line, given);
	assert.notEqual(status, 2, err);
	return first(out).findings.map(shown);
}

describe('check --since', () => {
	it('reports nothing where nothing has changed, and fails for nothing', async () => {
		const { status, out } = await cli('check --since main --format json', changed(plugin, plugin));
		assert.equal(status, 0);
		const { findings, summary, since: compared, checklist } = first(out);
		assert.deepEqual(findings, []);
		assert.deepEqual({ ...summary }, { errors: 0, warnings: 0, infos: 0, suppressed: 0, baseline: 0, ready: false });
		const whole = first((await cli('check --format json', changed(plugin, plugin))).out);
		assert.deepEqual({ files: compared?.files, older: compared?.older }, { files: 0, older: whole.findings.length });
		assert.deepEqual(checklist, whole.checklist);
	});

	it('reports old findings on changed lines, and no others of the file', async () => {
		const after = { ...plugin, 'main.go': main.replace('pps := plugin.NewSet()', 'pps := plugin.NewSet() // the set') };
		const found = await since(changed(plugin, after));
		assert.deepEqual(found, ['changed main.go:9 main/no-set-version']);
		assert.deepEqual(await since(changed(plugin, { ...plugin, 'main.go': `// Runs the plugin.\n\n${main}` })), []);
	});

	it('reports what a change causes in files that it does not touch', async () => {
		const licensed = { ...plugin, LICENSE: 'Mozilla Public License Version 2.0\n' };
		assert.deepEqual(await since(changed(licensed, plugin)), ['caused go.mod:1 license/missing']);
		assert.deepEqual(await since(changed(plugin, licensed)), []);
	});

	it('compares with where the branch left the revision, not with what came there later', async () => {
		const made = new MadeRepository();
		const start = made.commit(nested(plugin));
		made.ref('main', made.commit(nested({ ...plugin, LICENSE: 'Mozilla Public License Version 2.0\n', 'main.go': main.replace('"vm"', '"other"') }), [start]));
		const after = { ...plugin, 'main.go': main.replace('pps := plugin.NewSet()', 'pps := plugin.NewSet() // the set') };
		made.ref('HEAD', made.commit(nested(after), [start]));
		assert.deepEqual(await since({ ...made.below('/w'), ...below('/w', after) }), ['changed main.go:9 main/no-set-version']);
	});

	it('knows files that are renamed, as they are or a little changed', async () => {
		const { 'main.go': _, ...rest } = plugin;
		assert.deepEqual(await since(changed(plugin, { ...rest, 'cmd.go': main })), []);
		const edited = main.replace('pps.RegisterBuilder("vm"', 'pps.RegisterBuilder("vms"');
		const found = await since(changed(plugin, { ...rest, 'cmd.go': edited }));
		assert.equal(found.filter(line => line.includes('main/no-set-version')).length, 0);
	});

	it('reads a plugin in a folder of the repository, and several at once', async () => {
		const both = { ...below('a', plugin), ...below('b', plugin), 'README.md': '# Plugins\n' };
		const after = { ...both, 'b/main.go': main.replace('pps := plugin.NewSet()', 'pps := plugin.NewSet() // the set') };
		const given = changed(both, after);
		assert.deepEqual(await since(given, 'check b --since main --format json'), ['changed main.go:9 main/no-set-version']);
		const { out } = await cli('check --since main --format json', given);
		assert.deepEqual(
			plugins(out).map(({ root, findings }) => [root, findings.length]),
			[
				['a', 0],
				['b', 1],
			],
		);
	});

	it('takes new files for changed, and those that git ignores for neither new nor changed', async () => {
		const page = { 'docs/builders/none.mdx': 'no front matter\n' };
		assert.ok(some(await since(changed(plugin, { ...plugin, ...page }))).some(line => line.startsWith('changed docs/builders/none.mdx')));
		const ignoring = { ...plugin, '.gitignore': '/docs/\n' };
		const found = await since(changed(ignoring, { ...ignoring, ...page }));
		assert.deepEqual(
			found.filter(line => line.startsWith('changed')),
			[],
		);
	});

	it('takes line ends that git converts for no change', async () => {
		const crlf = Object.fromEntries(Object.entries(plugin).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
		const found = await since(changed(plugin, crlf));
		assert.deepEqual(
			found.filter(line => line.startsWith('changed')),
			[],
		);
	});

	it('reports what a change of the settings lets through again', async () => {
		const off = { ...plugin, '.packer-readiness.yml': 'rules:\n  license/missing:\n    severity: off\n    reason: not yet\n' };
		assert.ok((await since(changed(off, plugin))).some(line => /^caused .* license\/missing$/.test(line)));
		const broken = { ...plugin, '.packer-readiness.yml': 'rules: [' };
		assert.ok(Array.isArray(await since(changed(broken, plugin))));
	});

	it('counts with a baseline: what is in it is shown as such', async () => {
		const { disk } = await cli('baseline', below('/w', plugin));
		const path = '.packer-readiness-baseline.json';
		const entries = new TextDecoder().decode(await disk.read(`/w/${path}`, 1_000_000));
		const after = { ...plugin, 'main.go': main.replace('pps := plugin.NewSet()', 'pps := plugin.NewSet() '), [path]: entries };
		const { status, out } = await cli('check --since main --format json', changed({ ...plugin, [path]: entries }, after));
		assert.equal(status, 0);
		assert.deepEqual(
			first(out).findings.map(finding => [finding.rule, finding.suppressed?.how]),
			[['main/no-set-version', 'baseline']],
		);
		const { status: without } = await cli('check --since main --no-baseline', changed({ ...plugin, [path]: entries }, after));
		assert.equal(without, 1);
	});

	it('reads what is packed as what is loose', async () => {
		const made = new MadeRepository();
		made.ref('main', made.commit(nested(plugin)));
		made.pack();
		assert.equal(Object.keys(made.files).filter(path => /^objects\/..\//.test(path)).length, 0);
		assert.deepEqual(await since({ ...made.below('/w'), ...below('/w', { ...plugin, 'main.go': main.replace('NewSet()', 'NewSet() ') }) }), [
			'changed main.go:9 main/no-set-version',
		]);
	});

	it('reads a work tree whose git directory is elsewhere', async () => {
		const made = new MadeRepository();
		made.ref('main', made.commit(nested(plugin)));
		const own = { '/r/.git/worktrees/w/commondir': '../..\n', '/r/.git/worktrees/w/gitdir': '/w/.git\n', '/r/.git/worktrees/w/HEAD': 'ref: refs/heads/main\n' };
		const given = { ...made.below('/r'), ...own, '/w/.git': 'gitdir: /r/.git/worktrees/w\n', ...below('/w', plugin) };
		assert.deepEqual(await since(given), []);
	});
});

describe('formats of check --since', () => {
	const marked = { ...plugin, 'main.go': main.replace('NewSet()', 'NewSet() // set') };
	const out = async (format: string, before: Texts = plugin) => (await cli(`check --since main --format ${format}`, changed(before, marked))).out;

	it('pretty says what was compared, what is left out, and that the checklist is of the whole plugin', async () => {
		const text = await out('pretty');
		assert.match(text, /^1 file changed since main \(commit [0-9a-f]{12}\)$/m);
		assert.match(text, /^Packer Integration Program, judged from the whole plugin$/m);
		assert.match(text, /^1 error since main\. Packer, the portal or the program would reject this plugin\. \d+ older findings not shown\.$/m);
		const none = (await cli('check --since main', changed(plugin, plugin))).out;
		assert.match(none, /^No findings since main, but older errors are still to be settled\. \d+ older findings not shown\.$/m);
	});

	it('markdown says the same', async () => {
		const text = await out('markdown');
		assert.match(text, /^### packer-plugin-acme: 1 error since main$/m);
		assert.match(text, /^Packer, the portal or the program would reject this plugin\. \d+ older findings not shown\.$/m);
		assert.match(text, /<summary>Checklist of the Packer Integration Program, judged from the whole plugin<\/summary>/);
		assert.match(
			(await cli('check --since main --format markdown', changed(plugin, plugin))).out,
			/^No new errors, but older ones are still to be settled\. /m,
		);
	});

	it('github annotates the findings of the change only', async () => {
		const lines = (await out('github')).trimEnd().split('\n');
		assert.deepEqual(
			lines.map(line => line.slice(0, 20)),
			['::error file=main.go', 'packer-plugin-acme: '],
		);
		assert.match(lines[1] as string, /^packer-plugin-acme: 1 error since main\. \d+ older findings not shown\.$/);
	});

	it('junit says in its properties that a case may have older findings', async () => {
		const text = await out('junit');
		assert.match(
			text,
			/<property name="since" value="main"\/>\s*<property name="commit" value="[0-9a-f]{40}"\/>\s*<property name="older findings" value="\d+"\/>/,
		);
		assert.equal(text.match(/<failure /g)?.length, 1);
	});

	it('sarif says why each result is one of the change', async () => {
		const [run] = JSON.parse(await out('sarif')).runs;
		assert.deepEqual(run.properties, { since: 'main' });
		assert.deepEqual(
			run.results.map((result: { ruleId: string; properties: { since: string } }) => [result.ruleId, result.properties.since]),
			[['main/no-set-version', 'changed']],
		);
	});

	it('json is as its schema says', async () => {
		const validate = formats.default(new Ajv({ strict: true, allowUnionTypes: true })).compile(json('schemas/report.schema.json') as object);
		assert.ok(validate(JSON.parse(await out('json'))), JSON.stringify(validate.errors));
	});

	it('a name of a branch controls no terminal and no service', async () => {
		const made = new MadeRepository();
		const name = 'a::error::b';
		made.ref(name, made.commit(nested(plugin)));
		made.ref('main', made.commit(nested(plugin)));
		const { err } = await cli(['check', '--since', '\u001b[31m'], { ...made.below('/w'), ...below('/w', plugin) });
		assert.ok(!err.includes('\u001b'), err);
	});
});

describe('complaints of check --since', () => {
	const made = new MadeRepository();
	const start = made.commit(nested(plugin));
	const later = made.commit(nested({ ...plugin, 'a.md': 'a' }), [start]);
	const strange = made.commit(nested({ 'b.md': 'b' }));
	made.ref('main', later);
	made.ref('strange', strange);
	const given = { ...made.below('/w'), ...below('/w', plugin) };
	const tree = made.tree(nested(plugin));
	const loose = (id: string) => `/w/.git/objects/${id.slice(0, 2)}/${id.slice(2)}`;
	const without = (id: string): Files => Object.fromEntries(Object.entries(given).filter(([path]) => path !== loose(id)));
	const unshallow = / Fetch the whole history: `git fetch --unshallow`, or `fetch-depth: 0` of actions\/checkout\.$/;

	for (const [revision, files, sentence] of [
		['main', below('/w', plugin), /^\. is not in a git repository, so --since cannot be used\. Omit it\.$/],
		['nowhere', given, /^nowhere is not a branch, tag or commit of this clone\. Fetch it, or name another one\.$/],
		['nowhere', { ...given, '/w/.git/shallow': `${later}\n` }, unshallow],
		['main~5', given, /^main~5 is before the first commit\. Name a later one\.$/],
		['main~1', { ...given, '/w/.git/shallow': `${later}\n` }, unshallow],
		['strange', given, /^HEAD and strange have no commit in common\. Name a revision that HEAD comes from\.$/],
		['strange', { ...given, '/w/.git/shallow': `${strange}\n` }, unshallow],
		['main:a', given, /^main:a is not a revision that --since can read\. Name a branch, tag or commit, with ~2 or \^ behind it where needed\.$/],
		[tree, given, / does not name a commit\. Name a branch, tag or commit\.$/],
		['main', { ...given, '/w/.git/HEAD': 'ref: refs/heads/none\n' }, /^HEAD is not a branch, tag or commit of this clone\. /],
		['main~1', without(tree), /^What changed since main~1 cannot be read: object [0-9a-f]{40} is missing\. Clone the repository whole, without --filter\.$/],
		['main~1', { ...without(tree), '/w/.git/objects/info/alternates': '/other/objects\n' }, / Clone without --shared and --reference: /],
		['main~1', { ...given, [loose(tree)]: 'nothing' }, / is damaged\. Run `git fsck`, and clone the repository again\.$/],
		['main~1', { ...without(made.object('blob', main)), '/w/main.go': `${main}\n` }, / is missing\. Clone the repository whole, without --filter\.$/],
		['main', { ...given, '/w/.git/config': '[extensions]\n\trefStorage = reftable\n' }, /^Refs of this repository are stored as a reftable, /],
		['', given, /^Option '--since <revision>' argument '' is invalid\. It must be a branch, tag or commit, such as origin\/main\. /],
	] as ReadonlyArray<readonly [string, Files, RegExp]>)
		it(`are one sentence and a remedy, and the status is 2: ${revision.slice(0, 10)} ${sentence}`, async () => {
			const { status, out, err } = await cli(['check', '--since', revision], files);
			assert.equal(status, 2);
			assert.equal(out, '');
			assert.match(err.trimEnd(), sentence);
		});
});
