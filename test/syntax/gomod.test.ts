import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseGoMod } from '../../server/src/syntax/gomod/parse';
import { type Node, spanOf } from '../../server/src/text/nodes';
import { assertProportional } from '../support/proportional';
import { strayComments, straySpans } from '../support/spans';

const sample = `// Package things.
module github.com/acme/packer-plugin-thing // the name

go 1.24.1

toolchain go1.24.3

require (
	github.com/hashicorp/packer-plugin-sdk v0.6.10
	github.com/zclconf/go-cty v1.13.3 // indirect
	"quoted.example/x" v1.0.0 // indirect; see below
	// a line of its own
)

require \`raw.example/y\` v2.0.0+incompatible // indirectly

replace github.com/zclconf/go-cty => github.com/nywilken/go-cty v1.13.3 // added by packer-sdc fix

replace example.com/a v1.0.0 => ../a

exclude example.com/b v1.2.3

retract v0.1.0 // oops
retract (
	[v0.2.0, v0.3.0]
)
tool golang.org/x/tools/cmd/stringer
ignore ./node_modules
godebug default=go1.21
unknown some thing
`;

const parsed = (text: string) => {
	const { file, spans, comments } = parseGoMod(text);
	const said = (node: Node | undefined) => {
		const span = node === undefined ? undefined : spanOf(spans, node);
		return span && text.slice(span.start, span.end);
	};
	return { file, spans, comments, said };
};
const messages = (text: string) => parseGoMod(text).file.problems.map(problem => problem.message);

describe('go.mod', () => {
	it('reads every directive of the reference', () => {
		const { file, said } = parsed(sample);
		assert.equal(file.module?.path, 'github.com/acme/packer-plugin-thing');
		assert.equal(said(file.module.node), 'module github.com/acme/packer-plugin-thing');
		assert.equal(said(file.module.pathNode), 'github.com/acme/packer-plugin-thing');
		assert.equal(file.go?.version, '1.24.1');
		assert.equal(said(file.toolchain?.versionNode), 'go1.24.3');
		assert.deepEqual(
			file.requires.map(({ path, version, indirect }) => [path, version, indirect]),
			[
				['github.com/hashicorp/packer-plugin-sdk', 'v0.6.10', false],
				['github.com/zclconf/go-cty', 'v1.13.3', true],
				['quoted.example/x', 'v1.0.0', true],
				['raw.example/y', 'v2.0.0+incompatible', false],
			],
		);
		assert.equal(said(file.requires[1]?.node), 'github.com/zclconf/go-cty v1.13.3');
		assert.equal(said(file.requires[2]?.pathNode), '"quoted.example/x"');
		assert.deepEqual(
			file.replaces.map(({ path, version, newPath, newVersion }) => [path, version, newPath, newVersion]),
			[
				['github.com/zclconf/go-cty', undefined, 'github.com/nywilken/go-cty', 'v1.13.3'],
				['example.com/a', 'v1.0.0', '../a', undefined],
			],
		);
		assert.equal(said(file.replaces[0]?.replacementNode), 'github.com/nywilken/go-cty v1.13.3');
		assert.equal(said(file.replaces[1]?.versionNode), 'v1.0.0');
		assert.deepEqual(
			file.excludes.map(({ path, version }) => [path, version]),
			[['example.com/b', 'v1.2.3']],
		);
		assert.deepEqual(
			file.retracts.map(({ low, high }) => [low, high]),
			[
				['v0.1.0', 'v0.1.0'],
				['v0.2.0', 'v0.3.0'],
			],
		);
		assert.equal(said(file.retracts[1]?.versionNode), '[v0.2.0, v0.3.0]');
		assert.deepEqual(
			file.tools.map(tool => tool.path),
			['golang.org/x/tools/cmd/stringer'],
		);
		assert.deepEqual(
			file.ignores.map(ignored => ignored.path),
			['./node_modules'],
		);
		assert.deepEqual(
			file.godebug.map(({ key, value }) => [key, value]),
			[['default', 'go1.21']],
		);
		assert.deepEqual(
			file.unknown.map(({ verb, args }) => [verb, args]),
			[['unknown', ['some', 'thing']]],
		);
		assert.deepEqual(
			file.blocks.map(block => block.verb),
			['require', 'retract'],
		);
		assert.deepEqual(
			file.problems.map(problem => problem.message),
			['unknown directive: unknown'],
		);
	});

	it('keeps comments apart, with their places', () => {
		const { comments } = parsed(sample);
		assert.equal(comments.length, 8);
		assert.deepEqual(strayComments(comments, sample), []);
		const edited = sample.replace('the name', 'another, longer').replace('// a line of its own', '// a\n\t// b').replace('oops', 'because');
		assert.deepEqual(parseGoMod(edited).file, parseGoMod(sample).file);
	});

	it('sees an edit to `// indirect`', () => {
		assert.notDeepEqual(parseGoMod(sample.replace('// indirect\n', '// direct\n')).file, parseGoMod(sample).file);
	});

	it('says what is wrong as the go command does', () => {
		for (const [text, message] of [
			['module', 'usage: module module/path'],
			['module a\nmodule b', 'repeated module statement'],
			['go', 'go directive expects exactly one argument'],
			['go 1', "invalid go version '1': must match format 1.23.0"],
			['require a', 'usage: require module/path v1.2.3'],
			['require (\n\ta v1.0.0', 'syntax error (unterminated block of require)'],
			['require (\na v1.0.0\n) x', 'syntax error (expected newline after closing paren)'],
			['replace a => b', 'replacement module without version must be directory path (rooted or starting with . or ..)'],
			['replace a => ./b v1.0.0', 'replacement module directory path "./b" cannot have version'],
			['replace a b', 'usage: replace module/path [v1.2.3] => other/module v1.4, or => ../local/directory'],
			['retract [v1.0.0', 'usage: retract v1.2.3, or retract [v1.2.3, v1.4.5]'],
			['module "a', 'unexpected EOF in string'],
			['module "a\ngo 1.20', 'unexpected newline in string'],
			['module "\\q"', 'invalid quoted string: invalid syntax'],
			['module a /* b */', 'mod files must use // comments (not /* */ comments)'],
			['module a\0b', 'unexpected input character'],
			['godebug x', 'usage: godebug key=value'],
		] as const) {
			assert.deepEqual(messages(text), [message], text);
		}
	});

	it('takes what go takes', () => {
		for (const text of [
			'',
			'\ufeffmodule a\r\n\r\ngo 1.20\r\n',
			'require ()',
			'module (\n\ta\n)',
			'go 1.21rc1',
			'module a//b',
			'replace a => /abs',
			'replace a => C:\\x',
			'module "a\\x62"',
		]) {
			assert.deepEqual(messages(text), [], text);
		}
		assert.equal(parseGoMod('module "a\\x62\\u00e9"').file.module?.path, 'abé');
		assert.equal(parseGoMod('\ufeffmodule a\r\n').file.module?.path, 'a');
		assert.equal(parseGoMod('module a//b').file.module?.path, 'a');
	});

	it('goes on after a line that is half typed', () => {
		const { file } = parsed('module example.com/a\n\nrequire (\n\tgithub.com/x/y\n\tgithub.com/z/w v1.0.0\n)\ngo 1.2');
		assert.deepEqual(
			file.requires.map(({ path }) => path),
			['github.com/z/w'],
		);
		assert.equal(file.go?.version, '1.2');
	});

	it('never throws, and keeps every place within the text', () => {
		const piece = fc.oneof(
			fc.constantFrom(...sample.split(/(\s+)/), '(', ')', '[', '"', '`', '=>', '\r\n', '\0', '\ud800', '/*', '//', '\ufeff'),
			fc.string({ unit: 'binary' }),
		);
		const text = fc.oneof(
			fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
			fc.tuple(fc.nat(sample.length), fc.nat(20), piece).map(([at, cut, put]) => sample.slice(0, at) + put + sample.slice(at + cut)),
			fc.nat(sample.length).map(at => sample.slice(0, at)),
		);
		fc.assert(
			fc.property(text, text => {
				const { file, spans, said } = parsed(text);
				assert.deepEqual(straySpans(spans, text), []);
				const words = file.requires.flatMap(r => [[said(r.pathNode), r.path] as const, [said(r.versionNode), r.version] as const]);
				assert.deepEqual(
					words.filter(([there, said]) => !/^["`]/.test(there ?? '') && there !== said),
					[],
				);
				assert.deepEqual(JSON.parse(JSON.stringify(file)), file);
			}),
			{ numRuns: 500 },
		);
	});

	it('takes time in proportion to the text', () => {
		for (const text of ['('.repeat(1e5), 'require ('.repeat(5e4), '\\"'.repeat(1e5), `module ${'a'.repeat(1e6)}`, 'a\n'.repeat(1e5)]) {
			assertProportional(text, t => parseGoMod(t), text.slice(0, 20));
		}
	});
});
