import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { importsOf } from './architecture/imports';
import { literalsOf } from './architecture/literals';
import { problems } from './architecture/problems';
import { may } from './architecture/table';

/** The code below a folder; what tests downloaded is not ours. */
function codeBelow(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : codeBelow(path);
		return /\.(?:ts|mjs|cjs)$/.test(path) ? [path] : [];
	});
}

const files = new Map(['server/src', 'client/src', 'test', 'scripts'].flatMap(codeBelow).map(path => [path, readFileSync(path, 'utf8')]));

describe('architecture', () => {
	it('every file is where ARCHITECTURE.md says, and imports only what it may', () => assert.deepEqual(problems(files), []));

	it('the table names nothing that is not there', () => {
		const paths = [...files.keys()];
		const rows = Object.keys(may).filter(row => !paths.some(path => new RegExp(`^${row.replaceAll('*', '[^/]+')}(?:/|$)`).test(path)));
		assert.deepEqual(rows, []);
	});

	it('one file says where .web-docs and metadata.hcl are', () => {
		const path = /^(?:\/\^)?(?:\.web-docs(?:\/\S*)?|metadata\.hcl)$/;
		const naming = [...files].filter(([file, text]) => file.startsWith('server/src/') && literalsOf(file, text).some(literal => path.test(literal)));
		assert.deepEqual(
			naming.map(([file]) => file),
			['server/src/facts/webdocs/paths.ts'],
		);
	});

	it('facts, rules and generators never wait', () => {
		const waiting = [...files].filter(
			([file, text]) =>
				/^server\/src\/(?:facts|rules|generate|engine)\//.test(file) &&
				/\b(?:async|await|Promise|setTimeout|Date\.now|new Date|process\.)/.test(
					text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replace(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'/g, "''"),
				),
		);
		assert.deepEqual(
			waiting.map(([file]) => file),
			[],
		);
	});
});

describe('architecture/problems', () => {
	const found = (sources: Readonly<Record<string, string>>) => problems(new Map(Object.entries(sources)));
	const one = (file: string, text: string) => found({ [file]: text });

	it('reads every kind of import', () => {
		const text = [
			"import a from './a';",
			"import type { B } from './b';",
			"import {\n\ttype C,\n\ttype C2,\n} from './c';",
			"import { type D, d } from './d';",
			"export * from './e';",
			"export type { F } from './f';",
			"import './g';",
			"import h = require('./h');",
			"const i = await import('./i');",
			"let j: import('./j').J;",
			"const k = `${require('./k')}`;",
			"// import './no';",
			"const no = `import './no'; ${\"from './no'\"}`;",
		];
		const read = importsOf('server/src/x.ts', text.join('\n')).map(
			({ target, onlyTypes }) => `${target.slice('server/src/'.length)}${onlyTypes ? ' types' : ''}`,
		);
		assert.deepEqual(read, ['a', 'b types', 'c types', 'd', 'e', 'f types', 'g', 'h', 'i', 'j types', 'k']);
	});

	it('reports an import that the table does not let', () => {
		const rule = 'server/src/rules/main/no-set/rule.ts';
		assert.deepEqual(one(rule, "import { Database } from '../../../facts/core/database';"), []);
		assert.deepEqual(one(rule, "import\n\ttype { FileSystem }\nfrom '../../../workspace/fileSystem';"), [
			`${rule} imports types of server/src/workspace/fileSystem`,
		]);
		assert.deepEqual(one(rule, "export * from '../no-component/rule';"), [`${rule} imports server/src/rules/main/no-component/rule`]);
		assert.deepEqual(one('server/src/facts/go/go.ts', "import x from '../../rules/index';"), ['server/src/facts/go/go.ts imports server/src/rules/index']);
		assert.deepEqual(one('server/src/facts/core/files.ts', "import x from '../go/go';"), ['server/src/facts/core/files.ts imports server/src/facts/go/go']);
		assert.deepEqual(one('server/src/workspace/git.ts', "import x from '../facts/go/go';"), ['server/src/workspace/git.ts imports server/src/facts/go/go']);
		assert.deepEqual(one('server/src/lsp/view.ts', "let a: import('../cli/run').A;"), ['server/src/lsp/view.ts imports types of server/src/cli/run']);
		assert.deepEqual(one('server/src/cli/open.ts', "import 'node:fs';"), ['server/src/cli/open.ts imports node:fs']);
		assert.deepEqual(one('client/src/server.ts', "import { x } from '../../server/src/text/span';"), ['client/src/server.ts imports server/src/text/span']);
	});

	it('reports values where only types may be imported', () => {
		const rule = 'server/src/rules/main/no-set/rule.ts';
		assert.deepEqual(one(rule, "import { type GoFile } from '../../../syntax/go/file';"), []);
		assert.deepEqual(one(rule, "import { parseGo, type GoGrammar } from '../../../syntax/go/parse';"), [`${rule} imports server/src/syntax/go/parse`]);
	});

	it('reports cycles, those of types too', () => {
		const cycle = {
			'server/src/text/a.ts': "import type { B } from './b';",
			'server/src/text/b.ts': "export type { C } from './c';",
			'server/src/text/c.ts': "import './a';",
			'server/src/text/d.ts': "import './a';",
		};
		assert.deepEqual(found(cycle), ['cycle: server/src/text/a.ts, server/src/text/b.ts, server/src/text/c.ts']);
		assert.deepEqual(found({ ...cycle, 'server/src/text/c.ts': '' }), []);
		assert.deepEqual(one('server/src/text/e.ts', "import './e';"), ['cycle: server/src/text/e.ts']);
	});

	it('reports folders and files that the table does not know', () => {
		for (const file of [
			'server/src/news/a.ts',
			'server/src/main.web.ts',
			'server/src/syntax/bash/parse.ts',
			'server/src/rules/shared.ts',
			'client/src/other.ts',
		])
			assert.deepEqual(one(file, ''), [`${file}: not in the table of test/architecture/table.ts`]);
	});

	it('reports files at the top of facts/', () => assert.deepEqual(one('server/src/facts/go.ts', ''), ['server/src/facts/go.ts: facts/ holds folders only']));

	it('reports names that are not camelCase', () => {
		for (const file of ['server/src/text/new-header.ts', 'test/Other.test.ts', 'scripts/a_b.mjs', 'server/src/generate/old-ways/a.ts'])
			assert.deepEqual(one(file, ''), [`${file}: the name is not camelCase`]);
		assert.deepEqual(one('server/src/rules/main/no-set/rule.ts', ''), []);
		assert.deepEqual(one('test/drafts/mailparser.d.ts', ''), []);
	});
});
