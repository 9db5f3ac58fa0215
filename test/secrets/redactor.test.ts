import assert from 'node:assert/strict';
import { secretsOf } from '../../server/src/secrets/environment';
import { Redactor } from '../../server/src/secrets/redactor';
import { some } from '../support/some';
import { harmless, secrets } from './cases';

const clean = (text: string, secrets: readonly string[] = []) => {
	const redactor = new Redactor(secrets);
	return text
		.split('\n')
		.map(line => redactor.line(line))
		.join('\n');
};

describe('what is taken out of acceptance logs', () => {
	it('the values of variables that are named like secrets, and all given ones; nothing that stands for itself', () => {
		const environment = {
			ACME_TOKEN: 's3cr3t-value',
			PATH: '/usr/bin',
			AUTH_ENABLED: 'true',
			KEY_BITS: '4096',
			SSH_AUTH_SOCK: '/tmp/agent',
			CREDENTIALS: '{"private":\n  "line-two-secret"}',
		};
		assert.deepEqual(secretsOf(environment, { ACME_REGION: 'eu-west' }), [
			'{"private":\n  "line-two-secret"}',
			'"line-two-secret"}',
			's3cr3t-value',
			'{"private":',
			'eu-west',
		]);
		assert.equal(clean('POST with s3cr3t-value', ['s3cr3t-value']), 'POST with [redacted]');
	});

	for (const [text, left] of some(secrets)) it(`what is taken out of other texts: ${text.slice(0, 50)}`, () => assert.equal(clean(text), left));

	for (const text of some(harmless)) it(`nothing of: ${text.slice(0, 50)}`, () => assert.equal(clean(text), text));

	const cases: ReadonlyArray<readonly [string, string]> = [
		['id AKIAIOSFODNN7EXAMPLE used', 'id [redacted] used'],
		['Authorization: Bearer abc.def', 'Authorization: Bearer [redacted]'],
		['https://user:hunter22@example.com/x', 'https://user:[redacted]@example.com/x'],
		['"ssh_password": "hunter22",', '"ssh_password": "[redacted]",'],
		['api_key=abcdef123', 'api_key=[redacted]'],
		[`token is ghp_${'a'.repeat(36)}`, 'token is [redacted]'],
		['--- PASS: TestAccBuilder (1.2s)', '--- PASS: TestAccBuilder (1.2s)'],
	];
	for (const [line, expected] of cases) it(line, () => assert.equal(clean(line), expected));

	it('a value on the line after its name, with empty lines between', () => {
		assert.equal(clean('ssh_password:\n\n  hunter2\nhunter2'), 'ssh_password:\n\n  [redacted]\nhunter2');
		assert.equal(clean('Uploading:\n  hunter2'), 'Uploading:\n  hunter2');
	});

	it('a value in quotes over two lines, as far as it can be seen', () => {
		assert.equal(clean('password = "hunter:\n22" and more'), 'password = "[redacted]\n[redacted]" and more');
	});

	it('what stands after a private key on its last line', () => {
		assert.equal(
			clean('-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY----- token=abc, fine'),
			'[redacted]\n[redacted]\n[redacted] token=[redacted], fine',
		);
	});

	it('private keys, over all their lines', () => {
		const begin = `-----BEGIN ${'RSA '}PRIVATE KEY-----`;
		assert.equal(clean(`a\n${begin}\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nb`), 'a\n[redacted]\n[redacted]\n[redacted]\n[redacted]\nb');
	});
});
