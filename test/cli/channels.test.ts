import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { workflowCommands } from '../../server/src/cli/channels/commands';
import { json, xml } from '../../server/src/cli/channels/data';
import { diff } from '../../server/src/cli/channels/diff';
import { document, lines } from '../../server/src/cli/channels/lines';
import { paintOf } from '../../server/src/cli/channels/paint';
import { said } from '../../server/src/cli/channels/said';
import { colors, runnerCommands } from '../support/runner';
import { some } from '../support/some';
import { cli } from './fake';

const hostile = [
	'a\n::error::x',
	'\r\n::stop-commands::z',
	'  ::add-mask::x',
	'x ##[error]y',
	'##vso[task.x]',
	"##teamcity[message text='x']",
	'\u001b]0;t\u0007',
	'\u009b31m',
	'\u202eabc',
	'a\u2028::debug::b',
];

/** Characters that nothing but our own colors and line ends may be. */
const controls = (text: string) => text.replace(colors, '').match(/(?![\n\t])\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/gu) ?? [];

describe('cli/channels', () => {
	for (const text of hostile)
		it(`writes ${JSON.stringify(text)} so that nothing takes it for more than text`, () => {
			const written = {
				lines: lines(text, said`a ${text}`, paintOf(true).red(text)),
				document: document(`x\n${text}\n`),
				diff: diff(`--- a\n+++ b\n@@ -1 +1 @@\n ${text}\n-${text}\n+${text}\n`, true),
				json: json({ [text]: [text] }),
				xml: xml(`<a b="x">\n${text.replaceAll('<', '&lt;').replaceAll('\u0007', '').replaceAll('\u001b', '')}</a>`),
				commands: workflowCommands([text]),
			};
			for (const [channel, { text: all }] of Object.entries(written)) {
				assert.deepEqual(runnerCommands(all), [], channel);
				const allowed = channel === 'diff' ? all.replaceAll('\r\n', '\n') : all;
				assert.deepEqual(controls(allowed), [], channel);
			}
			assert.deepEqual(JSON.parse(written.json.text), { [text]: [text] }, 'JSON means the same');
		});

	it('makes an annotation of each command, whatever its properties and its message hold', () => {
		for (const text of hostile) {
			const properties = { file: `${text},line=1`, title: `${text}::x` };
			const all = workflowCommands([{ name: 'error', properties, message: [text, text] }]).text;
			assert.equal(all.split('\n').length, 2, 'one line');
			assert.deepEqual(
				runnerCommands(all).map(({ command, properties }) => [command, Object.keys(properties)]),
				[['error', ['file', 'title']]],
			);
		}
	});

	it('writes XML that means the same', () => {
		const text = 'a\rb\r\n::error::x ##[debug]y \u0085\u202e';
		let read = '';
		const parser = new SaxesParser();
		parser.on('text', part => {
			read += part;
		});
		parser.write(xml(`<a>${text}</a>`).text).close();
		assert.equal(read, text);
	});

	it('keeps a diff as it is where nothing in it is hostile', () => {
		const text = '--- a/x.go\n+++ b/x.go\n@@ -1,2 +1,2 @@\n a\r\n-\tb\r\n+\tcé\r\n\\ No newline at end of file\n';
		assert.equal(diff(text, false).text, text);
		assert.equal(diff('', false).text, '');
	});

	it('shows what it escapes', () => assert.equal(lines('a\nb\u001b[1m\u202e\u0000 ::x', '::y').text, 'a\\nb\\x1b[1m\\u202e\\x00 ::x\n\\x3a:y\n'));
});

describe('cli: text of files', () => {
	const bad = 'x\n::error::injected\u001b[2J';
	const files = {
		'/w/go.mod': 'module github.com/acme/packer-plugin-acme\n\ngo 1.21\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.0\n',
		'/w/main.go': `package main\n\nimport "github.com/hashicorp/packer-plugin-sdk/plugin"\n\nfunc main() {\n\tset := plugin.NewSet()\n\tset.RegisterBuilder("${'\u001b[2J'}##[error]x", nil)\n\tset.Run()\n}\n`,
		[`/w/docs/${bad}.mdx`]: `---\ntitle: "::warning::x"\n---\n\n# x\n::error file=a::injected\n##[error]x\n`,
		'/w/README.md': `# Acme\n\n::stop-commands::z\n${'\u001b[2J'}\n`,
		'/w/LICENSE': 'x\n::error::license\n',
	};
	for (const line of [
		'check',
		'check --format markdown',
		'check --format junit',
		'check --format sarif',
		'check --format json',
		'check --fail-on info',
		'fix --dry-run',
		'generate --check',
		'draft email',
		'draft docs-pr',
		'draft integration-request',
		'fix',
		'generate',
		`check ${bad.replaceAll(' ', '')}`,
		'add builder ::error::x',
	])
		it(`\`${line.replace(/[^ -~]/g, '?')}\` gives a CI service no command`, async () => {
			const { out, err } = await cli(line.split(' '), files);
			assert.deepEqual(runnerCommands(`${out}\n${err}`), []);
			assert.deepEqual(controls(out + err), []);
		});

	it('a complaint is one line, and quotes at most 200 characters', async () => {
		const settings = `rules:\n  "${'x'.repeat(600)}": off\n`;
		const { err, status } = await cli('check', { ...files, '/w/.packer-readiness.yml': settings });
		assert.equal(status, 2);
		assert.match(err, new RegExp(`\`${'x'.repeat(199)}…\``));
		assert.equal(err.split('\n').length, 2);
	});

	it('`check --format github` gives only annotations of files', async () => {
		const { out, err } = await cli('check --format github', files);
		const commands = runnerCommands(`${out}\n${err}`);
		for (const { command, properties } of some(commands)) {
			assert.match(command, /^(?:error|warning|notice)$/);
			assert.ok('title' in properties);
		}
		assert.deepEqual(controls(out + err), []);
	});
});

describe('architecture: channels', () => {
	it('nothing else makes what is written', () => {
		const sources = readdirSync('server/src', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts') && !path.startsWith('cli/channels/'));
		const making = sources.filter(path =>
			/new (?:Written|Said)\(|as Written\b|process\.std(?:out|err)\.write\((?!lines\()|(?<!connection\.)\bconsole\.\w+\(/.test(
				readFileSync(`server/src/${path}`, 'utf8'),
			),
		);
		assert.deepEqual(making, []);
	});
});
