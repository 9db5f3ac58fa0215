import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import type { AcceptanceRun } from '../../server/src/checklist/item';
import { eml } from '../../server/src/drafts/email/eml';
import { mailto } from '../../server/src/drafts/email/mailto';
import { countTodos } from '../../server/src/drafts/todo';
import { todoPattern } from '../../server/src/protocol';
import { type Change, clean, commit, drafted, files, finding, sent } from './happycloud';

const to = 'packer-integration-dev@hashicorp.com';
const run: AcceptanceRun = {
	at: '2026-03-04T05:06:07Z',
	passed: true,
	log: '/home/alice/kept/happycloud-passed.log',
	commit,
	dirty: false,
	summary: '3 passed, 0 failed, 0 skipped',
};
const at = '2026-01-02T03:04:05Z';
const done = { state: 'done', at } as const;

const golden = `To: packer-integration-dev@hashicorp.com
Subject: Packer integration review request: acme/packer-plugin-happycloud v1.10.0

Hello,

I would like to schedule the initial review of HappyCloud, a plugin for
Packer (acme/packer-plugin-happycloud).

The plugin
----------
What it does:           Build images for HappyCloud.
Repository:             https://github.com/acme/packer-plugin-happycloud
Commit:                 0123456789abcdef0123456789abcdef01234567
Branch:                 main
Latest release tag:     v1.10.0
Source address:         github.com/acme/happycloud
Module:                 github.com/acme/packer-plugin-happycloud
Version in the source:  1.10.1-dev
Plugin SDK:             v0.6.10
Plugin API:             x5.0
Go:                     1.24
License:                MPL-2.0 (LICENSE)
Documentation:          https://github.com/acme/packer-plugin-happycloud/tree/HEAD/.web-docs
                        2 pages for components, identifier
                        packer/acme/happycloud
HCP Packer:             not supported

Components:
- builder happycloud
- data source happycloud-image

Program checklist
-----------------
Readiness report, 2026-05-06: 1 error and 2 warnings, 1 suppressed with a
reason.

1. Engage             1 of 1
   [x] Fill out the integration web form
2. Enable             1 of 1
   [-] Execute the MNDA, if needed (not needed)
3. Develop and test   0 of 1
   [ ] Develop and test the plugin, with acceptance tests and documentation
       (4 findings)
4. Review             1 of 4
   [ ] Send the email that schedules the initial review (this message)
   [ ] Address review feedback and finalize the plugin: No review feedback
       is recorded
   [ ] Give HashiCorp credentials for the test infrastructure
   [x] Give a demo or send the test logs
5. Release            2 of 4
   [x] Publish releases that packer init can install
   [x] Make the documentation ready to register as an integration
   [ ] File the integration request
   [ ] Sign the partner agreement, follow the logo guidelines, get listed
6. Support            0 of 1
   [ ] Plan for continued support

Open findings
-------------
- Error, main.go:2: Value is wrong. (a/b)
- Warning, main.go:1, 3: Value could be better. (a/c)

How to test it
--------------
    git clone https://github.com/acme/packer-plugin-happycloud
    cd packer-plugin-happycloud
    make dev
    PACKER_ACC=1 go test -count 1 -v ./... -timeout=120m

Environment variables of the acceptance tests: HAPPYCLOUD_PROJECT,
HAPPYCLOUD_TOKEN.
Environment variables of the plugin: HAPPYCLOUD_REGION.

Acceptance test log
-------------------
Acceptance tests passed on 2026-03-04 (3 passed, 0 failed, 0 skipped) at the
current commit. The log is attached, with secrets removed.
TODO(attach happycloud-passed.log)

Next steps
----------
- Integration web form: filled out on 2026-01-02.
- MNDA: not needed.
- Access to test infrastructure: whom should we give credentials to, and
  how? We do not send them by email.
- Times for a first call: TODO(times and time zone)
- Questions: TODO(your questions, or none)

Kind regards
TODO(your name)
TODO(your role and company)
TODO(how to reach you)
`;

const offset = (line: number) =>
	(files['main.go'] ?? '')
		.split('\n')
		.slice(0, line - 1)
		.join('\n').length + (line > 1 ? 1 : 0);
const on = (line: number) => ({ span: { start: offset(line), end: offset(line) + 1 } });

const full: Change = {
	report: {
		...clean,
		findings: [
			finding({ rule: 'a/c', severity: 'warning', message: 'Value could be better.', ...on(1) }),
			finding({ rule: 'a/b', ...on(2) }),
			finding({ rule: 'a/c', severity: 'warning', message: 'Value could be better.', ...on(3) }),
			finding({ rule: 'a/d', severity: 'info', message: 'Advice.' }),
			finding({ rule: 'a/e', suppressed: { how: 'inline', reason: 'r' } }),
		],
	},
	recorded: { ticks: { webform: done, mnda: { state: 'notNeeded', at } }, run },
	log: '=== RUN TestAcc\n--- PASS: TestAcc\npassword = "hunter2"\n',
};

describe('review email', () => {
	it('has all that the program asks for', async () => {
		const { text, title, language } = await drafted('email', full);
		assert.equal(text, golden);
		assert.equal(title, 'Packer integration review request: acme/packer-plugin-happycloud v1.10.0');
		assert.equal(language, 'plaintext');
	});

	const parts: ReadonlyArray<readonly [does: string, change: Change, has: RegExp, lacks?: RegExp]> = [
		[
			'a module path that is not an address',
			{ files: { 'go.mod': 'module packer-plugin-happycloud\n' } },
			/ {4}packer plugins install --path packer-plugin-happycloud github\.com\/acme\/happycloud\n/,
			/make dev/,
		],
		['a plugin that lacks nothing', {}, /Readiness report, 2026-05-06: no errors or warnings\./, /Open findings/],
		['no log', {}, /\nNo log of the acceptance tests is attached\.\nTODO\(date of a log or a demo\)\n/],
		['a log that could not be read', { recorded: { run } }, / at the\ncurrent commit\.\nTODO\(attach the log of the acceptance tests\)\n/],
		['a log of another commit', { recorded: { run: { ...run, commit: 'f'.repeat(40) } }, log: 'x' }, /, but\nnot at the current commit\./],
		['a web form that nobody said was filled out', {}, /- Integration web form: filled out on TODO\(date\)\./],
		['an MNDA', { recorded: { ticks: { mnda: done } } }, /- MNDA: executed on 2026-01-02\./],
		['no word on an MNDA', {}, /- MNDA: TODO\(executed on, needed, or not needed\)/],
		['no infrastructure needed', { recorded: { ticks: { 'provide-credentials': { state: 'notNeeded', at } } } }, /Questions/, /We do not send them by email/],
		[
			'no acceptance tests',
			{ files: { 'builder/builder_acc_test.go': undefined } },
			/ {4}go test \.\/\.\.\.\n\nThe plugin has no acceptance tests yet\./,
			/PACKER_ACC/,
		],
		[
			'a make dev for Packer before 1.11',
			{ files: { GNUmakefile: 'dev:\n\tgo build && mv packer-plugin-happycloud ~/.packer.d/plugins/\n' } },
			/ {4}go build -o packer-plugin-happycloud \.\n {4}packer plugins install --path packer-plugin-happycloud github\.com\/acme\/happycloud\n/,
			/make dev/,
		],
		[
			'what could not be checked',
			{ report: { ...clean, unreadable: [{ path: 'a.go', reason: 'it is binary' }] } },
			/Not checked\n-+\n- a\.go could not be read: it is binary/,
		],
		[
			'more findings than anybody reads',
			{ report: { ...clean, findings: Array.from({ length: 30 }, (_, i) => finding({ rule: i < 28 ? 'a/b' : 'a/c', message: `Message ${i}.` })) } },
			/\(a\/b\)\n- 5 more findings of a\/b, a\/c\n/,
			/Message 25\./,
		],
		[
			'a component whose name is not known',
			{ files: { 'main.go': files['main.go']?.replace('"image", new', 'os.Args[0], new') } },
			/- TODO\(name of 1 more component\)/,
		],
		['no git', { files: { repository: undefined } }, /Commit: +TODO\(commit\)\nLatest release tag: +TODO\(tag of the latest release\)/],
		[
			'code and flag for HCP Packer',
			{ files: { 'builder/artifact.go': 'package builder\nvar key = "par.artifact.metadata"\n' } },
			/HCP Packer: +image metadata in builder\/artifact\.go, but no flag\n +hcp-ready in metadata\.hcl/,
		],
		['no description in metadata.hcl', { files: { '.web-docs/metadata.hcl': undefined } }, /What it does: +The HappyCloud plugin builds images\./],
		[
			'a README that goes on',
			{
				files: {
					'.web-docs/metadata.hcl': undefined,
					'docs/README.md': '<!-- Copyright -->\n[![Build](https://x)](https://y)\n\nThe [HappyCloud](https://x) plugin **builds**\nimages, and more:\n\n- x\n',
				},
			},
			/What it does: +The HappyCloud plugin builds images, and more\./,
		],
	];
	for (const [does, change, has, lacks] of parts)
		it(`says what is so of ${does}`, async () => {
			const { text } = await drafted('email', change);
			assert.match(text, has);
			assert.doesNotMatch(text, lacks ?? /undefined|\[object/);
		});

	it('warns beside the text, and never in it, that errors remain, and says what else comes first', async () => {
		const { notices } = await drafted('email', full);
		assert.deepEqual(notices, [
			{ severity: 'error', message: '1 error remains. Fix it before you send.' },
			{ severity: 'info', message: 'Attach `happycloud-passed.log`, or send the .eml file, which includes the log.' },
		]);
		const findings = [1, 2].map(line => finding({ rule: 'a/b', ...on(line) }));
		const [first, second] = (await drafted('email', { report: { ...clean, findings } })).notices;
		assert.equal(first?.message, '2 errors remain. Fix them before you send.');
		assert.match(second?.message ?? '', /^Fill out the integration web form first: https:\/\/docs\.google\.com\/forms\//);
		assert.deepEqual((await drafted('email', { recorded: { ticks: { webform: done } } })).notices, []);
	});

	it('goes where the edited text says, with its subject and body, and with the log', async () => {
		const { text } = await drafted('email', full);
		const edited = text.replace(/^Subject: .*/m, 'Subject: Our plugin').replace(/Hello,[\s\S]*/, 'Hi, short.\nTODO(attach happycloud-passed.log)\nBye.\n');
		const { target = '', eml: message = '' } = await sent('email', edited, full);
		const parsed = await simpleParser(message);
		assert.deepEqual([parsed.to?.text, parsed.subject, parsed.text?.trim(), parsed.attachments.length], [to, 'Our plugin', 'Hi, short.\nBye.', 1]);
		const url = new URL(target);
		assert.equal(url.searchParams.get('subject'), 'Our plugin');
		assert.equal(url.searchParams.get('body'), 'Hi, short.\r\nTODO(attach happycloud-passed.log)\r\nBye.\r\n');
	});

	it('takes secrets out of the edited text, and goes to the program where its fields are gone', async () => {
		const { target = '', eml: message = '' } = await sent('email', 'Hello.\r\npassword = "hunter2"\r\n');
		assert.equal(new URL(target).pathname, to);
		assert.equal((await simpleParser(message)).text?.trim(), 'Hello.\npassword = "[redacted]"');
	});

	it('has lines that fit a mail, addresses aside', async () => {
		const { text } = await drafted('email', full);
		assert.deepEqual(
			text.split('\n').filter(line => line.length > 78 && !/https:|^Subject/.test(line)),
			[],
		);
	});

	it('is a message that mail programs open as a draft, with the log attached', async () => {
		const { eml: message = '', text } = await drafted('email', full);
		assert.doesNotMatch(message, /(?<!\r)\n|\r(?!\n)|[^\x20-\x7e\r\n]/);
		assert.ok(message.split('\r\n').every(line => line.length <= 78));
		const parsed = await simpleParser(message);
		assert.equal(parsed.to?.text, to);
		assert.equal(parsed.subject, 'Packer integration review request: acme/packer-plugin-happycloud v1.10.0');
		assert.equal(parsed.headers.get('x-unsent'), '1');
		assert.equal(parsed.date?.toISOString(), '2026-05-06T07:08:09.000Z');
		assert.equal(parsed.from, undefined);
		assert.equal(parsed.messageId, undefined);
		const unwrapped = (body: string) => body.replace(/\s+/g, ' ').trim();
		assert.equal(unwrapped(parsed.text ?? ''), unwrapped(text.slice(text.indexOf('\n\n')).replace('TODO(attach happycloud-passed.log)\n', '')));
		const [log, ...others] = parsed.attachments;
		assert.equal(others.length, 0);
		assert.equal(log?.filename, 'happycloud-passed.log');
		assert.equal(log?.content.toString('utf8'), '=== RUN TestAcc\r\n--- PASS: TestAcc\r\npassword = "[redacted]"\r\n');
	});

	it('is a message without attachment where no log is at hand', async () => {
		const parsed = await simpleParser((await drafted('email')).eml ?? '');
		assert.equal(parsed.attachments.length, 0);
		assert.match(parsed.text ?? '', /No log of the acceptance tests is attached/);
	});

	it('keeps letters of all scripts, in subject and text', async () => {
		const subject = `${'Überprüfung '.repeat(12)}日本語 🎉 =?x?=`;
		const message = eml({ to, subject, date: 'never', text: 'Grüße\n日本語 🎉\n' });
		assert.ok(message.split('\r\n').every(line => line.length <= 78));
		const parsed = await simpleParser(message);
		assert.equal(parsed.subject, subject);
		assert.equal(parsed.text, 'Grüße\n日本語 🎉\n');
	});

	it('cannot be given headers by what it is about', async () => {
		const parsed = await simpleParser(eml({ to, subject: 'a\r\nBcc: x@example.com\r\n\r\nbody', date: '2026-05-06', text: 't' }));
		assert.equal(parsed.headers.get('bcc'), undefined);
		assert.equal(parsed.subject, 'a Bcc: x@example.com body');
	});

	it('leaves out the middle of a log that no mail server would take', async () => {
		const { eml: message = '' } = await drafted('email', { ...full, log: `first\n${'a line\n'.repeat(900_000)}last\n` });
		const [log] = (await simpleParser(message)).attachments;
		const text = log?.content.toString('utf8') ?? '';
		assert.match(text, /^first\r\n/);
		assert.match(text, /a line\r\n\[1300\d{3} characters of the log omitted\]\r\na line\r\n/);
		assert.match(text, /last\r\n$/);
	});

	it('has an address with all of it where that is short (RFC 6068)', () => {
		const address = mailto(to, 'Ä & b?', "It's 100 % (x)\nnext #1\r\n");
		assert.deepEqual(address, { target: `mailto:${to}?subject=%C3%84%20%26%20b%3F&body=It%27s%20100%20%25%20%28x%29%0D%0Anext%20%231%0D%0A` });
	});

	it('has an address with as many lines as fit, and says so, where it is long', async () => {
		const { target, text, shortened } = await drafted('email', full);
		assert.equal(shortened, true);
		assert.ok(target.length <= 2000 && target.length > 1800, String(target.length));
		const url = new URL(target);
		assert.equal(url.protocol + url.pathname, `mailto:${to}`);
		const body = (url.searchParams.get('body') ?? '').replaceAll('\r\n', '\n');
		const [kept = '', note = ''] = body.split('\n\nTODO(');
		assert.ok(text.replace(/ {2,}/g, ' ').includes(kept) && kept.includes('Components:'), kept);
		assert.equal(note, 'paste the whole draft here, it is too long for a mail address)');
	});
});

describe('what only a person can fill in', () => {
	it('is marked as the protocol says, in each draft', async () => {
		const unknown: Change = { files: { repository: undefined, 'go.mod': 'module happycloud\n' } };
		for (const kind of ['email', 'integration-request'] as const) {
			const { text } = await drafted(kind, unknown);
			const marks = text.match(new RegExp(todoPattern, 'g')) ?? [];
			assert.equal(marks.length, countTodos(text));
			assert.ok(marks.length >= 3);
			assert.equal(text.split('TODO').length - 1, marks.length);
			assert.doesNotMatch(text, /\[[A-Z]{2,}/);
		}
	});
});
