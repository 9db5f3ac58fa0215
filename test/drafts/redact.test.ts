import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clean, redact } from '../../server/src/drafts/redact';

const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const token = `ghp_${'a1B2'.repeat(9)}`;
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n\nu1SU1LfVLPHCozMxH2Mo\n-----END RSA PRIVATE KEY-----';

const secrets: ReadonlyArray<readonly [before: string, after: string]> = [
	['id AKIAIOSFODNN7EXAMPLE.', 'id [redacted].'],
	[`AWS_SECRET_ACCESS_KEY=${key}`, 'AWS_SECRET_ACCESS_KEY=[redacted]'],
	[`the key ${key} on its own`, 'the key [redacted] on its own'],
	[`token ${token}`, 'token [redacted]'],
	[`github_pat_${'A1'.repeat(20)}`, '[redacted]'],
	[`cookie ${jwt}`, 'cookie [redacted]'],
	[`a\n${pem}\nb`, 'a\n[redacted]\nb'],
	[`one line ${pem.replaceAll('\n', '\\n')} on`, 'one line [redacted] on'],
	['cut off -----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA', 'cut off [redacted]'],
	['Authorization: Bearer abc.def-123', 'Authorization: Bearer [redacted]'],
	['curl -H "Authorization: Basic dXNlcjpwYXNz" x', 'curl -H "Authorization: [redacted]" x'],
	['sends Bearer s3cretbearer12 there', 'sends Bearer [redacted] there'],
	['https://user:p@ss:w0rd@example.com/x', 'https://user:[redacted]@example.com/x'],
	['https://0123456789abcdef01234567@example.com', 'https://[redacted]@example.com'],
	['password = "hunter2"', 'password = "[redacted]"'],
	['password = "with \\"quotes\\" and blanks"', 'password = "[redacted]"'],
	["api_key: 'abc'", "api_key: '[redacted]'"],
	['{"client_secret": "abc", "x": 1}', '{"client_secret": "[redacted]", "x": 1}'],
	['map[password:hunter2 user:x]', 'map[password:[redacted] user:x]'],
	['(password: abc), and', '(password: [redacted]), and'],
	['HAPPYCLOUD_TOKEN=abc', 'HAPPYCLOUD_TOKEN=[redacted]'],
	['hcloud --token abcdef list', 'hcloud --token [redacted] list'],
	['  winrm_password:\n    hunter2', '  winrm_password:\n    [redacted]'],
];

const harmless = [
	'The acceptance tests read these environment variables: HAPPYCLOUD_TOKEN, HAPPYCLOUD_PASSWORD.',
	'commit 0123456789abcdef0123456789abcdef01234567 of https://github.com/acme/packer-plugin-happycloud/tree/HEAD/docs',
	'password = var.password',
	`token = "\${var.token}"`,
	'password = os.Getenv("PASSWORD")',
	'Bearer authentication and Basic authentication are supported.',
	'packer-integration-dev@hashicorp.com, git@github.com:acme/x.git, https://git@github.com/acme/x',
	'make testacc PACKER_ACC=1',
	'The secret is never passed to the log filter.',
	'HappyCloud (happycloud/packer-plugin-happycloud) v1.10.0',
];

describe('redaction', () => {
	for (const [before, after] of secrets)
		it(`takes the secret out of: ${before.slice(0, 50)}`, () => {
			assert.equal(redact(before), after);
			assert.equal(redact(redact(before)), after);
		});

	for (const text of harmless) it(`leaves as it is: ${text.slice(0, 50)}`, () => assert.equal(redact(text), text));

	it('changes nothing the second time, whatever the text', () => {
		const words = fc.constantFrom(
			'password',
			' = ',
			'"',
			"'",
			':',
			'AKIAIOSFODNN7EXAMPLE',
			'://u:',
			'@',
			'Bearer ',
			'-----BEGIN PRIVATE KEY-----',
			'[redacted]',
			'x1',
			'\n',
			'--token ',
			'${',
			'}',
			' ',
		);
		fc.assert(
			fc.property(fc.array(words, { maxLength: 14 }), parts => {
				const once = redact(parts.join(''));
				assert.equal(redact(once), once);
			}),
			{ numRuns: 3000 },
		);
	});

	it('takes time that grows with the text only', () => {
		const started = performance.now();
		for (const text of ['a'.repeat(300_000), 'password='.repeat(30_000), '://a:'.repeat(60_000), '-----BEGIN PRIVATE KEY-----'.repeat(10_000)]) redact(text);
		assert.ok(performance.now() - started < 3000, `${performance.now() - started} ms`);
	});

	it('makes whatever it is given fit for an address', () => {
		const made = clean({ a: ['x\ud800y', 'a\u0000b\u202ec'], b: { c: 'one\r\ntwo' }, d: 3, e: undefined });
		assert.deepEqual(made, { a: ['x\ufffdy', 'abc'], b: { c: 'one\ntwo' }, d: 3, e: undefined });
		encodeURIComponent(made.a.join(''));
	});
});
