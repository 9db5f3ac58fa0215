import assert from 'node:assert/strict';
import { Redactor, secretsOf } from '../../client/src/features/acceptance/redact';

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
		assert.equal(clean('POST with s3cr3t-value', ['s3cr3t-value']), 'POST with ***');
	});

	const cases: ReadonlyArray<readonly [string, string]> = [
		['id AKIAIOSFODNN7EXAMPLE used', 'id *** used'],
		['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
		['https://user:hunter22@example.com/x', 'https://user:***@example.com/x'],
		['"ssh_password": "hunter22",', '"ssh_password": "***",'],
		['api_key=abcdef123', 'api_key=***'],
		[`token is ghp_${'a'.repeat(36)}`, 'token is ***'],
		['--- PASS: TestAccBuilder (1.2s)', '--- PASS: TestAccBuilder (1.2s)'],
	];
	for (const [line, expected] of cases) it(line, () => assert.equal(clean(line), expected));

	it('private keys, over all their lines', () => {
		const begin = `-----BEGIN ${'RSA '}PRIVATE KEY-----`;
		assert.equal(clean(`a\n${begin}\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nb`), 'a\n***\n***\n***\n***\nb');
	});
});
