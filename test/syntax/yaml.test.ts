import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { YamlValue } from '../../server/src/syntax/yaml/file';
import { asBool, asText, entries, entryOf, get, isNull, items, itemsOrOne } from '../../server/src/syntax/yaml/lookup';
import { parseYaml } from '../../server/src/syntax/yaml/parse';
import { type Node, spanOf } from '../../server/src/text/nodes';
import { assertProportional } from '../support/proportional';
import { some } from '../support/some';
import { strayComments, straySpans } from '../support/spans';

const sample = `# GoReleaser
version: 2 # two
env:
  - CGO_ENABLED=0
before:
  hooks: [go mod tidy, "make plugin-check"] # hooks
builds:
  # several
  - &b
    id: one
    flags: ['-trimpath']
    binary: '{{ .ProjectName }}_v{{ .Version }}' # name
  - <<: *b
    id: two
checksum: {name_template: 'it''s', disable: false}
folded: >-
  a
  b

literal: |
  # no comment
  x
on:
nothing: ~
last: *b
`;

/** A value without places. */
const plain = (value: YamlValue | undefined): unknown => {
	if (value?.kind === 'list') return value.items.map(plain);
	if (value?.kind === 'map') return Object.fromEntries(value.entries.map(entry => [entry.key, plain(entry.value)]));
	return value?.value;
};
const parsed = (text: string) => {
	const result = parseYaml(text);
	const said = (node: Node | undefined) => {
		const span = node === undefined ? undefined : spanOf(result.spans, node);
		return span && text.slice(span.start, span.end);
	};
	return { ...result, said };
};

describe('YAML', () => {
	it('reads maps, lists and scalars', () => {
		const { file, said } = parsed(sample);
		const one = { id: 'one', flags: ['-trimpath'], binary: '{{ .ProjectName }}_v{{ .Version }}' };
		assert.deepEqual(file.problems, []);
		assert.equal(file.documents, 1);
		assert.deepEqual(plain(file.root), {
			version: 2,
			env: ['CGO_ENABLED=0'],
			before: { hooks: ['go mod tidy', 'make plugin-check'] },
			builds: [one, { ...one, id: 'two' }],
			checksum: { name_template: "it's", disable: false },
			folded: 'a b',
			literal: '# no comment\nx\n',
			on: null,
			nothing: null,
			last: one,
		});
		const binary = get(items(get(file.root, 'builds'))[0], 'binary');
		assert.ok(binary?.kind === 'scalar');
		assert.equal(binary.style, 'single');
		assert.equal(said(binary.node), "'{{ .ProjectName }}_v{{ .Version }}'");
		assert.equal(said(binary.contentNode), '{{ .ProjectName }}_v{{ .Version }}');
		const literal = get(file.root, 'literal');
		assert.equal(literal?.kind === 'scalar' && said(literal.contentNode), '  # no comment\n  x\n');
		assert.equal(said(entryOf(file.root, 'version')?.node), 'version: 2');
		assert.equal(said(entryOf(file.root, 'version')?.keyNode), 'version');
		assert.equal(said(entryOf(file.root, 'before')?.node), 'before:\n  hooks: [go mod tidy, "make plugin-check"]');
		assert.equal(said(get(file.root, 'before', 'hooks')?.node), '[go mod tidy, "make plugin-check"]');
		assert.equal(said(get(file.root, 'env')?.node), '- CGO_ENABLED=0');
		assert.deepEqual(
			entries(items(get(file.root, 'builds'))[1]).map(({ key, merged }) => [key, merged]),
			[
				['id', undefined],
				['flags', true],
				['binary', true],
			],
		);
	});

	it('gives the text of any scalar', () => {
		const { file } = parsed('a: 1.10\nb: 0x1F\nc: yes\nd: true\ne: ~\nf: ""\ng: |-\n  x\nh: 2024-01-02\ni: !!str 12\nj: .inf\n');
		assert.deepEqual(
			entries(file.root).map(({ value }) => asText(value)),
			['1.10', '0x1F', 'yes', 'true', undefined, '', 'x', '2024-01-02', '12', '.inf'],
		);
		assert.equal(asBool(get(file.root, 'd')), true);
		assert.equal(asBool(get(file.root, 'c')), undefined);
		assert.ok(isNull(get(file.root, 'e')));
		assert.equal(itemsOrOne(get(file.root, 'a')).length, 1);
		assert.equal(itemsOrOne(get(file.root, 'e')).length, 0);
		assert.equal(get(file.root, 'a', 'b'), undefined);
	});

	it('says what is wrong', () => {
		for (const [text, message, where] of [
			['a: 1\na: 2\n', 'Map keys must be unique; "a" is repeated', 'a'],
			['a: *x\n', 'Unresolved alias (the anchor must be set before the alias): x', '*x'],
			['a: &x [*x]\n', 'Alias "x" refers to itself', '*x'],
			['a: {{ .X }}\nb: 1\n', 'Map keys must be scalars; a value that starts with {{ needs quotes', '{ .X }'],
			['a: "b\n', 'Missing closing "quote', ''],
			['a:\n  b: 1\n c: 2\n', 'All mapping items must start at the same column', ' '],
			['a: b: c\n', 'Nested mappings are not allowed in compact mappings', 'b'],
			['\ta: b\n', 'Tabs are not allowed as indentation', '\t'],
		] as const) {
			const { file, said } = parsed(text);
			const first = file.problems.map(problem => [problem.message, said(problem.node)]);
			assert.deepEqual(first, [[message, where]], text);
		}
	});

	it('takes the last of two, the first document of several', () => {
		assert.equal(asText(get(parsed('a: 1\na: 2\n').file.root, 'a')), '2');
		const { file } = parsed('---\na: 1\n---\nb: 2\n...\n');
		assert.equal(file.documents, 2);
		assert.deepEqual(plain(file.root), { a: 1 });
		assert.deepEqual(parsed('').file, { documents: 0, problems: [] });
		assert.deepEqual(plain(parsed('\ufeffa: b\r\nc: d\r\n').file.root), { a: 'b', c: 'd' });
		assert.equal(parsed('\ufeffa: b\r\nc: d\r\n').said(entryOf(parsed('\ufeffa: b\r\nc: d\r\n').file.root, 'c')?.node), 'c: d');
	});

	it('merges lists of maps, the first to say it wins', () => {
		const { file } = parsed('a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  z: 3\n');
		assert.deepEqual(plain(get(file.root, 'c')), { z: 3, x: 1, y: 1 });
	});

	it('does not laugh a billion times', () => {
		const lines = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`);
		const { file } = parsed(`a0: &a0 lol\n${lines.join('\n')}\n`);
		assert.ok(file.problems.length > 0);
		assert.ok(JSON.stringify(file).length < 3_000_000);
	});

	it('keeps comments apart, with their places', () => {
		const { comments, file } = parsed(sample);
		assert.deepEqual(
			comments.map(comment => comment.text),
			['# GoReleaser', '# two', '# hooks', '# several', '# name'],
		);
		assert.deepEqual(strayComments(comments, sample), []);
		fc.assert(
			fc.property(
				fc.nat(comments.length - 1),
				fc.string().map(put => put.replace(/[\n\r]/g, '')),
				(index, put) => {
					const { start, end } = comments[index] as (typeof comments)[number];
					assert.deepEqual(parsed(`${sample.slice(0, start)}#${put}${sample.slice(end)}`).file, file);
				},
			),
		);
		assert.deepEqual(parsed(sample.replace('  # several\n', '')).file, file);
		assert.deepEqual(parsed(sample.replace(' # two', '\n# a\n\n# b')).file, file);
		assert.deepEqual(parsed(`${sample}# end\n`).file, file);
	});

	it('never throws, and keeps every place within the text', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				...sample.split(/(\s+)/),
				'{',
				'}',
				'[',
				'- ',
				'? ',
				': ',
				'&a ',
				'*a',
				'<<: ',
				'|',
				'>',
				'{{',
				'---\n',
				'!x ',
				'\r\n',
				'\0',
				'\ud800',
				'\t',
				'\ufeff',
				'"',
				"'",
			),
			fc.string({ unit: 'binary' }),
		);
		const text = fc.oneof(
			fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
			fc.tuple(fc.nat(sample.length), fc.nat(20), piece).map(([at, cut, put]) => sample.slice(0, at) + put + sample.slice(at + cut)),
			fc.nat(sample.length).map(at => sample.slice(0, at)),
		);
		fc.assert(
			fc.property(text, text => {
				const { file, spans, comments } = parsed(text);
				assert.deepEqual(straySpans(spans, text), []);
				assert.deepEqual(strayComments(comments, text), []);
				assert.deepEqual(
					file.problems.filter(({ message }) => message.includes('\n') || message === 'The file cannot be read as YAML.'),
					[],
				);
			}),
			{ numRuns: 800 },
		);
	});

	it('says in its nodes what it says in its values', () => {
		const word = fc.stringMatching(/^[a-z]{1,8}$/);
		fc.assert(
			fc.property(fc.uniqueArray(fc.tuple(word, word, fc.constantFrom('', "'", '"')), { selector: ([key]) => key, minLength: 1 }), pairs => {
				const { file, said } = parsed(pairs.map(([key, value, quote]) => `${key}: ${quote}x${value}${quote}\n`).join(''));
				for (const { key, keyNode, value } of some(entries(file.root))) {
					assert.equal(said(keyNode), key);
					assert.equal(value.kind === 'scalar' && said(value.contentNode), asText(value));
				}
			}),
		);
	});

	it('takes time in proportion to the text, however deep', () => {
		for (const part of [
			'[',
			'- ',
			'{a: ',
			'? ',
			'a: 1\n',
			'- a\n',
			'"',
			'*a ',
			'&a ',
			'!a ',
			'{{ ',
			'---\n',
			': ',
			'\0',
			'#\n',
			', ',
			'%',
			']',
			'| ',
			'a: |\n x\n',
			'- *a\n',
			'<<: *a\n',
		]) {
			for (const text of [part.repeat(4e4 / part.length), `a: &a\n  ${part.repeat(4e4 / part.length)}`]) {
				assertProportional(text, t => parseYaml(t), part);
			}
		}
	}).timeout(120_000);
});
