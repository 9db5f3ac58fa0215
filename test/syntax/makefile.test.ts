import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expand } from '../../server/src/syntax/makefile/expand';
import { parseMakefile } from '../../server/src/syntax/makefile/parse';
import { type Node, spanOf } from '../../server/src/text/nodes';
import { assertProportional } from '../support/proportional';
import { strayComments, straySpans } from '../support/spans';

const sample = `NAME=scaffolding # the name
BINARY=packer-plugin-\${NAME}
COUNT?=1
TEST ?= $(shell go list ./... | grep -v '#')
LONG := a \\
	b \\
  c
export GOFLAGS += -mod=mod
# help
.PHONY: dev build

build: export CGO_ENABLED = 0
build: ## Builds it
	@go build -o \${BINARY}

dev: build | out
# between
	go build -ldflags="-X 'x=dev'" \\
		-o \${BINARY} # shell
	packer plugins install --path \${BINARY} "$(shell echo a)"

test testacc:: dev ; @echo "#1"; go test $(TEST)
%.o: %.c
	cc $<
ifeq ($(OS),Windows_NT) # win
EXT = .exe
else
EXT =
endif
define HELP =
line # kept
  two
endef
-include local.mk $(wildcard *.mk)
include common.mk
$(info hello)
`;

const parsed = (text: string) => {
	const result = parseMakefile(text);
	const said = (node: Node | undefined) => {
		const span = node === undefined ? undefined : spanOf(result.spans, node);
		return span && text.slice(span.start, span.end);
	};
	return { ...result, said };
};
const texts = (list: readonly { text: string }[] | undefined) => list?.map(item => item.text);

describe('Makefile', () => {
	for (const [name, source] of [
		['LF', sample],
		['CRLF', sample.replaceAll('\n', '\r\n')],
		['BOM', `\ufeff${sample}`],
	] as const) {
		it(`reads variables, rules and directives (${name})`, () => {
			const { file, said, comments } = parsed(source);
			assert.deepEqual(file.problems, []);
			assert.deepEqual(
				file.variables.map(({ name, operator, value, target, conditional }) => [name, operator, value.replaceAll('\r', ''), target, conditional]),
				[
					['NAME', '=', 'scaffolding', undefined, false],
					['BINARY', '=', 'packer-plugin-${NAME}', undefined, false],
					['COUNT', '?=', '1', undefined, false],
					['TEST', '?=', "$(shell go list ./... | grep -v '#')", undefined, false],
					['LONG', ':=', 'a b c', undefined, false],
					['GOFLAGS', '+=', '-mod=mod', undefined, false],
					['CGO_ENABLED', '=', '0', 'build', false],
					['EXT', '=', '.exe', undefined, true],
					['EXT', '=', '', undefined, true],
					['HELP', '=', 'line # kept\n  two', undefined, false],
				],
			);
			assert.equal(said(file.variables[0]?.node), 'NAME=scaffolding');
			assert.equal(said(file.variables[0]?.valueNode), 'scaffolding');
			assert.equal(said(file.variables[5]?.nameNode), 'GOFLAGS');
			assert.deepEqual(
				file.rules.map(rule => texts(rule.targets)),
				[['.PHONY'], ['build'], ['dev'], ['test', 'testacc'], ['%.o']],
			);
			assert.deepEqual(texts(file.phony), ['dev', 'build']);
			const [, build, dev, test, pattern] = file.rules;
			assert.deepEqual(texts(build?.recipe), ['@go build -o ${BINARY}']);
			assert.equal(said(build?.headerNode), 'build:');
			assert.deepEqual([texts(dev?.prerequisites), texts(dev?.orderOnly)], [['build'], ['out']]);
			assert.deepEqual(texts(dev?.recipe), [
				`go build -ldflags="-X 'x=dev'" \t-o \${BINARY} # shell`,
				'packer plugins install --path ${BINARY} "$(shell echo a)"',
			]);
			assert.equal(said(dev?.recipe[1]?.node), 'packer plugins install --path ${BINARY} "$(shell echo a)"');
			assert.ok(said(dev?.node)?.startsWith('dev: build') && said(dev?.node)?.endsWith('echo a)"'));
			assert.equal(test?.doubleColon, true);
			assert.deepEqual(texts(test?.recipe), ['@echo "#1"; go test $(TEST)']);
			assert.equal(pattern?.pattern, true);
			assert.deepEqual(
				file.includes.map(({ path, optional }) => [path, optional]),
				[
					['local.mk', true],
					['$(wildcard *.mk)', true],
					['common.mk', false],
				],
			);
			assert.deepEqual(
				file.conditionals.map(({ directive, text }) => [directive, text]),
				[
					['ifeq', '($(OS),Windows_NT)'],
					['else', ''],
					['endif', ''],
				],
			);
			assert.deepEqual(
				comments.map(comment => comment.text),
				['# the name', '# help', '## Builds it', '# between', '# win'],
			);
		});
	}

	it('tells rules and variables apart', () => {
		for (const [text, variables, targets] of [
			['a:=b', ['a'], []],
			['a ::= b', ['a'], []],
			['a: b=c', ['b'], []],
			['a:b', [], ['a']],
			['a b:c', [], ['a', 'b']],
			['$(A): $(B)', [], ['$(A)']],
			['a: ; echo x=y', [], ['a']],
			['a&: b', [], ['a']],
			['A != date', ['A'], []],
			['a = b:c', ['a'], []],
			['override a = b', ['a'], []],
			['export a', [], []],
			['a: b: c', [], ['a']],
			['a = x;y', ['a'], []],
			['\ta = b', ['a'], []],
		] as const) {
			const { file } = parsed(text);
			assert.deepEqual(
				[file.variables.map(variable => variable.name), file.rules.flatMap(rule => texts(rule.targets)), file.problems],
				[variables, targets, []],
				text,
			);
		}
	});

	it('says what is wrong as make does', () => {
		for (const [text, message, where] of [
			['build\n', 'missing separator', 'build'],
			['endif\n', "extraneous 'endif'", 'endif'],
			['ifdef A\nb = 1\n', "missing 'endif'", 'ifdef A'],
			['define A\nb\n', "missing 'endef', unterminated 'define'", 'define A'],
			['a:\n    echo spaces\n', 'missing separator', 'echo spaces'],
		] as const) {
			const { file, said } = parsed(text);
			assert.deepEqual(
				file.problems.map(problem => [problem.message, said(problem.node)]),
				[[message, where]],
				text,
			);
		}
	});

	it('expands what is set plainly', () => {
		const { file } = parsed(`${sample}E = $(E)\nB = b\nQ = $(MISSING)\n`);
		for (const [text, expected, complete] of [
			['go build -o ${BINARY}', 'go build -o packer-plugin-scaffolding', true],
			['$(BINARY)$(COUNT)', 'packer-plugin-scaffolding1', true],
			['$(LONG) $B', 'a b c b', true],
			['$$HOME', '$HOME', true],
			['x$(EXT)', 'x$(EXT)', false],
			['$(TEST)', "$(shell go list ./... | grep -v '#')", false],
			['$(shell date)', '$(shell date)', false],
			['$@ $(NAME)', '$@ scaffolding', false],
			['$(MISSING)', '$(MISSING)', false],
			['$(Q)', '$(MISSING)', false],
			['$(E)', '$(E)', false],
			['$(CGO_ENABLED)', '$(CGO_ENABLED)', false],
			['plain', 'plain', true],
		] as const) {
			assert.deepEqual(expand(file, text), { text: expected, complete }, text);
		}
	});

	it('expands no further than is sane', () => {
		const lines = Array.from({ length: 30 }, (_, at) => `A${at + 1} = ${`$(A${at})`.repeat(9)}`);
		const { file } = parsed(`A0 = x\n${lines.join('\n')}\n`);
		const { text, complete } = expand(file, '$(A30)');
		assert.equal(complete, false);
		assert.ok(text.length < 1_000_000);
	});

	it('keeps comments apart, with their places', () => {
		const { comments, file } = parsed(sample);
		assert.deepEqual(strayComments(comments, sample), []);
		fc.assert(
			fc.property(
				fc.nat(comments.length - 1),
				fc.string().map(put => put.replace(/[\n\r\\]/g, '')),
				(index, put) => {
					const { start, end } = comments[index] as (typeof comments)[number];
					assert.deepEqual(parsed(`${sample.slice(0, start)}#${put}${sample.slice(end)}`).file, file);
				},
			),
		);
		assert.deepEqual(parsed(sample.replace('# help\n', '')).file, file);
		assert.deepEqual(parsed(sample.replace('# help\n', '# a \\\n b = c\n')).file, file);
	});

	it('never throws, and keeps every place within the text', () => {
		const piece = fc.oneof(
			fc.constantFrom(...sample.split(/(\s+)/), '$(', '${', ')', ':', ';', '\\\n', '\t', '#', 'define ', 'endef\n', 'ifeq', '\r\n', '\0', '\ud800', '\ufeff'),
			fc.string({ unit: 'binary' }),
		);
		const text = fc.oneof(
			fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
			fc.tuple(fc.nat(sample.length), fc.nat(20), piece).map(([at, cut, put]) => sample.slice(0, at) + put + sample.slice(at + cut)),
			fc.nat(sample.length).map(at => sample.slice(0, at)),
		);
		fc.assert(
			fc.property(text, text => {
				const { file, spans, comments, said } = parsed(text);
				assert.deepEqual(straySpans(spans, text), []);
				assert.deepEqual(strayComments(comments, text), []);
				const words = [
					...file.variables.map(({ name, nameNode }) => [name, said(nameNode)]),
					...file.rules.flatMap(({ targets, prerequisites }) => [...targets, ...prerequisites].map(word => [word.text, said(word.node)])),
					...file.includes.map(({ path, node }) => [path, said(node)]),
				];
				assert.deepEqual(
					words.filter(([word, there]) => word !== there),
					[],
				);
				expand(file, text);
				assert.deepEqual(JSON.parse(JSON.stringify(file)), file);
			}),
			{ numRuns: 800 },
		);
	});

	it('takes time in proportion to the text, however deep', () => {
		for (const part of [
			'$(',
			'${',
			'a: ',
			'a:\n',
			'\t',
			'\\\n',
			'\\',
			'a ',
			'ifeq\n',
			'define a\n',
			'a=',
			'#',
			'; ',
			' ',
			'A = $(A)\n',
			'$',
			'export ',
			' \\\n',
		]) {
			for (const text of [
				part.repeat(2e5 / part.length),
				`.PHONY: ${part.repeat(2e5 / part.length)}`,
				`a: b\n\t${part.repeat(2e5 / part.length)}`,
				`a = ${part.repeat(2e5 / part.length)}`,
			]) {
				assertProportional(text, t => expand(parseMakefile(t).file, t), JSON.stringify(part));
			}
		}
	}).timeout(60_000);
});
