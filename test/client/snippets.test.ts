import assert from 'node:assert/strict';
import { fitGo } from '../../client/src/features/snippets/fitted';
import { snippets } from '../scaffold/snippet';
import { some } from '../support/some';

const body = [
	'//go:generate packer-sdc struct-markdown',
	'',
	'// Package x is ours.',
	'package ${1:x}',
	'',
	'import (',
	'\t"context"',
	'\t"fmt"',
	')',
	'',
	'type Builder struct{}',
	'$0',
].join('\n');

/** The file after a snippet was inserted at its end. */
function inserted(file: string, snippet = body): string {
	const fitted = fitGo(snippet, file);
	if (fitted === undefined) throw new Error('the snippet is not offered');
	const { imports } = fitted;
	const before = imports === undefined ? file : file.slice(0, imports.at) + imports.text + file.slice(imports.at);
	return before + fitted.body;
}
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('Go snippets', () => {
	it('are whole files in a file without a package clause', () => {
		for (const file of ['', '\n', '// package box\n', '/* package box */\n']) assert.deepEqual(fitGo(body, file), { body }, file);
	});

	it('bring no second package clause, and their imports go to the top', () =>
		assert.equal(
			inserted('package box\n\n'),
			'package box\n\nimport (\n\t"context"\n\t"fmt"\n)\n\n//go:generate packer-sdc struct-markdown\n\ntype Builder struct{}\n$0',
		));

	it('bring only the imports that are missing', () => {
		const file = 'package box\n\nimport "fmt"\nimport (\n\t"os"\n)\n\nvar a = os.Args\n';
		const text = inserted(file);
		assert.equal(count(text, /"fmt"/g), 1);
		assert.ok(text.startsWith('package box\n\nimport "fmt"\nimport (\n\t"os"\n)\n\nimport (\n\t"context"\n)\n'), text);
		assert.equal(fitGo(body, 'package box\nimport (\n"context"; "fmt"\n)\n')?.imports, undefined);
	});

	it('read CRLF, and are not misled by comments and strings', () => {
		const text = inserted('// package a\r\npackage box\r\n\r\nimport (\r\n\t"fmt"\r\n)\r\n\r\nvar s = `package c\nimport "context"`\r\n');
		assert.equal(count(text, /^package box/gm), 1);
		assert.ok(text.includes('import (\n\t"context"\n)'), text);
	});

	it('are not offered where their imports have something to fill in and the file has its own', () => {
		const main = 'package main\n\nimport (\n\t"os"\n\t"github.com/${1:owner}/x"\n)\n\nfunc main() {}';
		assert.equal(fitGo(main, 'package main\n\nimport "os"\n'), undefined);
		assert.equal(fitGo(main, 'package main\n\nfunc f() {}\n'), undefined);
		assert.equal(fitGo(main, 'package main\n')?.body.includes('import ('), true);
	});

	for (const { prefix, body: lines } of some(Object.values(snippets('go'))))
		it(`${prefix} brings no second package clause into a file that has one`, () =>
			assert.equal(count(inserted('package box\n', lines.join('\n')), /^package /gm), 1));
});
