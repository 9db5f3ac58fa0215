import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { Engine } from '../server/src/engine/check';
import { resolveFix } from '../server/src/engine/edits';
import type { Reported } from '../server/src/engine/report';
import type { Rule } from '../server/src/engine/rule';
import type { Database } from '../server/src/facts/core/database';
import { text } from '../server/src/facts/core/files';
import { settings } from '../server/src/facts/readiness/settings';
import { rules } from '../server/src/rules/index';
import type { Grammars } from '../server/src/syntax/grammars';
import { applyEdits } from '../server/src/text/edit';
import { Lines } from '../server/src/text/lines';
import { grammars } from './support/grammars';
import { type Example, examples, headings } from './support/page';
import { plugin } from './support/plugin';
import { unmark } from './support/txtar';

const root = 'server/src/rules';
const ids = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.map(path => path.replaceAll('\\', '/'))
	.filter(path => path.endsWith('/rule.ts'))
	.map(dirname)
	.sort();

for (const id of ids)
	describe(`rule ${id}`, () => {
		const rule = (rules as Readonly<Record<string, Rule>>)[id] as Rule;
		const engine = new Engine({ [id]: rule });
		const page = readFileSync(`${root}/${id}/README.md`, 'utf8');
		const reportedExamples = examples(page, 'Reported');
		let loaded: Grammars;
		before(async () => {
			loaded = await grammars();
		});

		it('has a page that opens with its summary, and the four headings', () => {
			assert.ok(page.startsWith(`# ${id}\n\n${rule.summary}.\n`), `the page should open with "# ${id}" and "${rule.summary}."`);
			assert.deepEqual(headings(page), ['Why', 'Reported', 'Not reported', 'When to turn it off']);
		});

		it('names its source', () => assert.match(rule.source, /^https:\/\/(developer\.hashicorp\.com|github\.com|goreleaser\.com|docs\.github\.com|go\.dev)\//));

		it('shows each of its messages', () => {
			const seen = new Set(reportedExamples.flatMap(example => findings(engine, open(example, loaded).db).map(f => f.key)));
			assert.deepEqual([...seen].sort(), Object.keys(rule.messages).sort());
		});

		it('does not report what its page says it does not', () => {
			const cases = examples(page, 'Not reported');
			assert.ok(cases.length > 0, 'the page has no example under "Not reported"');
			for (const example of cases) assert.deepEqual(findings(engine, open(example, loaded).db).map(said), []);
		});

		it('is silent about an empty plugin, and survives files cut off anywhere', () => {
			assert.deepEqual(findings(engine, plugin([], loaded)), []);
			for (const example of reportedExamples) {
				const { db, sources } = open(example, loaded);
				for (const [path, source] of sources) {
					const step = Math.max(1, Math.floor(source.length / 40));
					for (let end = 0; end < source.length; end += step) {
						db.setFile(path, { text: source.slice(0, end) });
						findings(engine, db);
					}
					db.setFile(path, { text: source });
				}
			}
		}).timeout(20_000);

		for (const [i, example] of reportedExamples.entries())
			it(`reports example ${i + 1}${example.after ? ', and its fixes leave nothing to report' : ''}`, () => {
				const { db, sources, wants } = open(example, loaded);
				const got = findings(engine, db);
				const lines = got.map(f => `${f.path}:${lineOf(sources.get(f.path) ?? '', f.span.start)}: ${f.message}`);
				for (const want of wants)
					assert.ok(
						lines.some(line => line.startsWith(want.at) && line.includes(want.message)),
						`${want.at} ${want.message}\nis not in\n${lines.join('\n')}`,
					);
				assert.equal(lines.length, wants.length, `said:\n${lines.join('\n')}`);
				assert.equal(got.some(f => f.fix) && !example.after, false, 'a finding here has a fix: the page must show what "The fix leaves:"');
				if (!example.after) return;
				fixAll(db, got);
				for (const [path, after] of example.after) assert.equal(db.get(text, path) ?? '(deleted)\n', after, path);
				assert.deepEqual(findings(engine, db).map(said), [], 'after the fix');
			});
	});

function findings(engine: Engine, db: Database): readonly Reported[] {
	const { findings, failures } = engine.check(db.get, db.get(settings));
	assert.deepEqual(failures, []);
	return findings;
}

const said = (f: Reported) => `${f.path} ${f.message}`;
const lineOf = (source: string, offset: number) => new Lines(source).positionAt(offset).line + 1;

function open(example: Example, grammars: Grammars) {
	const sources = new Map<string, string>();
	const wants: Array<{ at: string; message: string }> = [];
	for (const [path, marked] of example.files) {
		if (path === 'want') {
			for (const [, at, message] of marked.matchAll(/^(\S+): (.+)$/gm)) wants.push({ at: `${at}:`, message: message as string });
			continue;
		}
		const { text, wants: here } = unmark(marked);
		sources.set(path, text);
		wants.push(...here.map(w => ({ at: `${path}:${w.line}:`, message: w.message })));
	}
	return { db: plugin(sources, grammars), sources, wants };
}

function fixAll(db: Database, findings: readonly Reported[]): void {
	const edits = findings.flatMap(f => (f.fix ? resolveFix(db.get, f.fix) : []));
	const texts = edits.filter(e => e.kind === 'text');
	for (const path of new Set(texts.map(e => e.path)))
		db.setFile(path, {
			text: applyEdits(
				db.get(text, path) ?? '',
				texts.filter(e => e.path === path),
			),
		});
	for (const edit of edits) if (edit.kind === 'create') db.setFile(edit.path, { text: edit.text });
	for (const edit of edits) if (edit.kind === 'delete') db.setFile(edit.path, undefined);
}
