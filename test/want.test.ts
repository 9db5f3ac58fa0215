import assert from 'node:assert/strict';
import type { Reported } from '../server/src/engine/report';
import { comments } from './support/comments';
import { compare, compareRelated, written } from './support/compare';
import { quote, readRelated, readWant, readWants, unmark } from './support/want';

const text = 'name = "a"\n\tother = "a", "a"\n';
const spanned = (mark: string, line = 0) => {
	const { start, end } = readWant('f', text, line, mark).span;
	return text.slice(start, end);
};

describe('what pages want', () => {
	it('is read from marks, which are taken out of the file', () => {
		const { text, marks } = unmark('a // want error "x" at "a"\nb <!-- want info `y` at line end -->\nc # want error z\n');
		assert.equal(text, 'a\nb\nc\n');
		assert.deepEqual(marks, [
			{ line: 0, mark: 'error "x" at "a"' },
			{ line: 1, mark: 'info `y` at line end' },
			{ line: 2, mark: 'error z' },
		]);
	});

	it('names the marked text, to the offset', () => {
		assert.equal(spanned('error "m" at "name"'), 'name');
		assert.equal(spanned('error "m" at whole line', 1), '\tother = "a", "a"');
		assert.deepEqual(readWant('f', text, 0, 'error "m" at line end').span, { start: 10, end: 10 });
		assert.deepEqual(readWant('f', text, 1, 'error "m" at `"a"`').span, { start: 20, end: 23 });
		assert.deepEqual(readWant('f', text, 1, 'error "m" at 2nd "\\"a\\""').span, { start: 25, end: 28 });
		assert.equal(spanned('error "m" at "name" to "other"'), 'name = "a"\n\tother');
		assert.equal(spanned('error "m" at "\\"a\\"\\n\\t"'), '"a"\n\t');
	});

	it('is all that a person sees of a finding', () => {
		assert.deepEqual(readWant('f', text, 0, 'a/b-2 warning (community: info) "m" at "name" fix offer'), {
			rule: 'a/b-2',
			path: 'f',
			severity: 'warning',
			community: 'info',
			message: 'm',
			span: { start: 0, end: 4 },
			fix: 'offer',
			mark: 'a/b-2 warning (community: info) "m" at "name" fix offer',
		});
	});

	it('is refused where it is not written so', () => {
		for (const mark of [
			'"m"',
			'error "m"',
			'fatal "m" at "name"',
			'error "m" at "name" fix',
			'error "m" at "name" fix safe and more',
			'error "m" at "name" fix "Rename"',
			'error m at "name"',
		])
			assert.throws(() => readWant('f', text, 0, mark), /is not written as/, mark);
		assert.throws(() => readWant('f', text, 0, 'error "m" at "nowhere"'), /there is no such text/);
		assert.throws(() => readWant('f', text, 0, 'error "m" at "other"'), /the line is name = "a"/);
		assert.throws(() => readWants('g:1: error "m" at "name"', new Map([['f', text]])), /path and line of a file/);
		assert.throws(() => readWants('error "m" at "name"', new Map([['f', text]])), /path and line of a file/);
	});

	it('is read from a section for files that can hold no comment', () => {
		const wants = readWants('f:1: error "m" at "name"\nf:2: info "n" at "other" fix safe\n', new Map([['f', text]]));
		assert.deepEqual(
			wants.map(({ path, severity, span, fix }) => [path, severity, span.start, fix]),
			[
				['f', 'error', 0, undefined],
				['f', 'info', 12, 'safe'],
			],
		);
	});
});

describe('findings and what a page wants', () => {
	const finding: Reported = {
		rule: 'a/b',
		key: 'm',
		severity: 'error',
		title: 'Name',
		message: 'The name is wrong',
		path: 'f',
		span: { start: 0, end: 4 },
		item: 'webform',
		fix: { title: 'Rename', kind: 'safe', edits: [] },
	};
	const texts = new Map([['f', text]]);
	const against = (findings: readonly Reported[], ...marks: string[]) =>
		compare(
			findings,
			marks.map(mark => readWant('f', text, 0, mark)),
			texts,
		);

	it('fit where they are the same', () => {
		against([finding], 'error "name is" at "name" fix safe');
		against([finding], 'a/b error "name is" at "name" fix safe');
		against([finding], 'error "name is" at "name" fix safe "Rename"');
		against([]);
	});

	it('do not fit where anything differs', () => {
		const others = [
			'warning "name is" at "name" fix safe',
			'error "title" at "name" fix safe',
			'error "name is" at "nam" fix safe',
			'error "name is" at "ame" fix safe',
			'error "name is" at whole line fix safe',
			'error "name is" at "name" fix offer',
			'error "name is" at "name" fix safe "Name"',
			'error "name is" at "name"',
			'a/c error "name is" at "name" fix safe',
		];
		for (const mark of others) assert.throws(() => against([finding], mark), /nothing is reported as[\s\S]*reported, and not on the page/, mark);
		assert.throws(() => against([finding]), /reported, and not on the page:\n {2}f:1: error "The name is wrong" at "name" fix safe/);
		assert.throws(() => against([], 'error "name is" at "name" fix safe'), /nothing is reported/);
	});

	it('fit one to one', () => {
		const mark = 'error "name is" at "name" fix safe';
		assert.throws(() => against([finding, { ...finding, message: 'The name is long' }], mark), /more than one finding/);
		assert.throws(() => against([finding], mark, 'error "wrong" at "name" fix safe'), /wanted more than once/);
	});

	it('have the same related places, with whole messages', () => {
		const related = [{ path: 'f', span: { start: 12, end: 17 }, message: 'The other' }];
		const wants = (section: string) => readRelated(section, texts);
		compareRelated([{ ...finding, related }], wants('f:2: "The other" at "other"\n'), texts);
		compareRelated([finding], wants(''), texts);
		for (const section of ['', 'f:2: "other" at "other"\n', 'f:2: "The other" at "othe"\n', 'f:2: "The other" at "other"\nf:1: "The other" at "name"\n'])
			assert.throws(() => compareRelated([{ ...finding, related }], wants(section), texts), /f:2: "The other" at "other"/, section);
		assert.throws(() => wants('g:2: "The other" at "other"'), /-- related -- section: .* path and line of a file/);
		assert.throws(() => wants('f:2: error "The other" at "other"'), /is not written as/);
	});

	it('are shown as a mark would be written', () => {
		const at = (start: number, end: number) => written({ ...finding, span: { start, end } }, text).replace(/^.* at /, '');
		assert.equal(at(0, 10), 'whole line fix safe');
		assert.equal(at(10, 10), 'line end fix safe');
		assert.equal(at(25, 28), '2nd `"a"` fix safe');
		assert.equal(at(0, 17), '`name = "a"` to "\\n\\tother" fix safe');
		assert.equal(quote('a\t`"\\'), '"a\\t`\\"\\\\"');
	});
});

describe('comments', () => {
	it('are told from text', () => {
		assert.deepEqual(comments('a.go', '//go:generate x\nvar a = "//no" // yes\nvar b = `/* no */` /* yes\nyes */'), ['// yes', '/* yes\nyes */']);
		assert.deepEqual(comments('go.mod', 'module a // yes\n'), ['// yes']);
		assert.deepEqual(comments('a.hcl', 'a = "# no" # yes\n// yes\n'), ['# yes', '// yes']);
		assert.deepEqual(comments('a.yml', 'a: b#no # yes\nc: |\n  # no\n# yes too\n'), ['# yes', '# yes too']);
		assert.deepEqual(comments('GNUmakefile', 'a: # yes\n\techo "a"\n'), ['# yes']);
		assert.deepEqual(comments('a.md', '# no\n<!-- yes -->\n'), ['<!-- yes -->']);
		assert.deepEqual(comments('LICENSE', '# no'), []);
	});
});
