import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import type { AcceptanceRun } from '../../server/src/checklist/item';
import { eml } from '../../server/src/drafts/email/eml';
import { mailto } from '../../server/src/drafts/email/mailto';
import { type Change, clean, commit, drafted, files, finding } from './happycloud';

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
                        2 pages about components, identifier
                        packer/acme/happycloud
HCP Packer:             not supported

Components:
- builder happycloud
- data source happycloud-image

Where it stands in the program
------------------------------
Packer Plugin Readiness looked at the plugin on 2026-05-06: 1 error and 2
warnings, and 1 that the repository turns off with a reason.

1. Engage             1 of 1
   [x] Fill out the integration web form
2. Enable             1 of 1
   [-] Execute the MNDA, if needed (not needed)
3. Develop and test   0 of 1
   [ ] Develop and test the plugin, with acceptance tests and documentation
       (4 findings)
4. Review             1 of 4
   [ ] Send the email that schedules the initial review (this message)
   [ ] Address review feedback and finalize the plugin: No round of review
       has been recorded yet
   [ ] Give HashiCorp credentials for the test infrastructure
   [x] Give a demo, or send the logs of the tests
5. Release            2 of 3
   [x] Have releases that packer init can install
   [x] Have documentation that can be registered as an integration
   [ ] Sign the partner agreement, follow the logo guidelines, get listed
6. Support            0 of 1
   [ ] Plan for continued support

What remains
------------
- Error, main.go:2: It is wrong. (a/b)
- Warning, main.go:1, 3: It could be better. (a/c)

How to test it
--------------
    git clone https://github.com/acme/packer-plugin-happycloud
    cd packer-plugin-happycloud
    make dev
    PACKER_ACC=1 go test -count 1 -v ./... -timeout=120m

The acceptance tests read these environment variables: HAPPYCLOUD_PROJECT,
HAPPYCLOUD_TOKEN.
The plugin itself also reads these environment variables: HAPPYCLOUD_REGION.

Log of the acceptance tests
---------------------------
[ATTACH happycloud-passed.log] Attached, with secrets taken out. The
acceptance tests passed on 2026-03-04 (3 passed, 0 failed, 0 skipped), of
the commit checked out, and the log is kept.

Web form, MNDA and next steps
-----------------------------
- The integration web form was filled out on 2026-01-02.
- We do not need an MNDA.
- Access to test infrastructure will be given out of band, never by email.
  Tell us whom to give it to, and how.
- Times that suit us for a first call: [TIMES AND TIME ZONE]
- Questions: [WHAT YOU WOULD LIKE TO KNOW, OR NOTHING]

Kind regards
[YOUR NAME]
[YOUR ROLE AND COMPANY]
[HOW TO REACH YOU]
`;

const before = '[BEFORE SENDING: a reviewer would meet 1 error. Mend what remains, draft\nagain, and take this out.]\n\n';

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
			finding({ rule: 'a/c', severity: 'warning', message: 'It could be better.', ...on(1) }),
			finding({ rule: 'a/b', ...on(2) }),
			finding({ rule: 'a/c', severity: 'warning', message: 'It could be better.', ...on(3) }),
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
		assert.equal(text, golden.replace('Hello,', `${before}Hello,`));
		assert.equal(title, 'Packer integration review request: acme/packer-plugin-happycloud v1.10.0');
		assert.equal(language, 'plaintext');
	});

	const parts: ReadonlyArray<readonly [does: string, change: Change, has: RegExp, lacks?: RegExp]> = [
		[
			'a module path that is no address',
			{ files: { 'go.mod': 'module packer-plugin-happycloud\n' } },
			/ {4}packer plugins install --path packer-plugin-happycloud github\.com\/acme\/happycloud\n/,
			/make dev/,
		],
		['a plugin that lacks nothing', {}, /looked at the plugin on 2026-05-06: no errors and no\nwarnings\./, /What remains|BEFORE SENDING/],
		['no log', {}, /Not attached: no run of the acceptance tests has been recorded\. \[SAY WHEN\nTHERE WILL BE ONE, OR OFFER A DEMO\]/],
		['a log that could not be read', { recorded: { run } }, /Not attached: the log that was kept could not be read\./],
		['a log of another commit', { recorded: { run: { ...run, commit: 'f'.repeat(40) } }, log: 'x' }, /of\nanother commit than the one checked out/],
		['a web form that nobody said was filled out', {}, /\[FILL OUT THE WEB FORM FIRST, THEN SAY WHEN:\n {2}https:\/\/docs\.google\.com\/forms\//],
		['an MNDA', { recorded: { ticks: { mnda: done } } }, /The MNDA was executed on 2026-01-02\./],
		['no word on an MNDA', {}, /\[SAY WHETHER THERE IS AN MNDA/],
		['no infrastructure needed', { recorded: { ticks: { 'provide-credentials': { state: 'notNeeded', at } } } }, /Questions/, /out of band/],
		[
			'no acceptance tests',
			{ files: { 'builder/builder_acc_test.go': undefined } },
			/ {4}go test \.\/\.\.\.\n\nThere are no acceptance tests yet\./,
			/PACKER_ACC/,
		],
		[
			'a make dev from before Packer 1.11',
			{ files: { GNUmakefile: 'dev:\n\tgo build && mv packer-plugin-happycloud ~/.packer.d/plugins/\n' } },
			/ {4}go build -o packer-plugin-happycloud \.\n {4}packer plugins install --path packer-plugin-happycloud github\.com\/acme\/happycloud\n/,
			/make dev/,
		],
		[
			'what could not be looked at',
			{ report: { ...clean, unreadable: [{ path: 'a.go', reason: 'it is binary' }] } },
			/What could not be looked at\n-+\n- a\.go could not be read: it is binary/,
		],
		[
			'more findings than anybody reads',
			{ report: { ...clean, findings: Array.from({ length: 30 }, (_, i) => finding({ rule: i < 28 ? 'a/b' : 'a/c', message: `Message ${i}.` })) } },
			/\(a\/b\)\n- 5 more findings of the rules a\/b, a\/c\n/,
			/Message 25\./,
		],
		[
			'a component whose name is not known',
			{ files: { 'main.go': files['main.go']?.replace('"image", new', 'os.Args[0], new') } },
			/- 1 more, whose name is only known when the plugin runs/,
		],
		['no git', { files: { repository: undefined } }, /Commit: +\[COMMIT\]\nLatest release tag: +\[TAG OF THE LATEST RELEASE, IF ANY\]/],
		[
			'code and flag for HCP Packer',
			{ files: { 'builder/artifact.go': 'package builder\nvar key = "par.artifact.metadata"\n' } },
			/HCP Packer: +builder\/artifact\.go gives the metadata of images;\n +metadata\.hcl does not say hcp-ready/,
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
		assert.equal(unwrapped(parsed.text ?? ''), unwrapped(text.slice(text.indexOf('\n\n')).replace('[ATTACH happycloud-passed.log] ', '')));
		const [log, ...others] = parsed.attachments;
		assert.equal(others.length, 0);
		assert.equal(log?.filename, 'happycloud-passed.log');
		assert.equal(log?.content.toString('utf8'), '=== RUN TestAcc\r\n--- PASS: TestAcc\r\npassword = "[redacted]"\r\n');
	});

	it('is a message without attachment where no log is at hand', async () => {
		const parsed = await simpleParser((await drafted('email')).eml ?? '');
		assert.equal(parsed.attachments.length, 0);
		assert.match(parsed.text ?? '', /Not attached/);
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
		assert.match(text, /a line\r\n\[… 1300\d{3} characters of the log left out …\]\r\na line\r\n/);
		assert.match(text, /last\r\n$/);
	});

	it('has an address with all of it where that is short (RFC 6068)', () => {
		const address = mailto(to, 'Ä & b?', "It's 100 % (x)\nnext #1\r\n");
		assert.equal(address, `mailto:${to}?subject=%C3%84%20%26%20b%3F&body=It%27s%20100%20%25%20%28x%29%0D%0Anext%20%231%0D%0A`);
	});

	it('has an address with as many lines as fit, and says so, where it is long', async () => {
		const { target, text } = await drafted('email', full);
		assert.ok(target.length <= 2000 && target.length > 1800, String(target.length));
		const url = new URL(target);
		assert.equal(url.protocol + url.pathname, `mailto:${to}`);
		const body = (url.searchParams.get('body') ?? '').replaceAll('\r\n', '\n');
		const [kept = '', note = ''] = body.split('\n\n[SHORTENED');
		assert.ok(text.replace(/ {2,}/g, ' ').includes(kept) && kept.includes('Components:'), kept);
		assert.match(note, /PASTE THE WHOLE DRAFT/);
	});
});
