const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const token = `ghp_${'a1B2'.repeat(9)}`;
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';
const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n\nu1SU1LfVLPHCozMxH2Mo\n-----END RSA PRIVATE KEY-----';

/** Texts with a secret in each, and what is left of them. */
export const secrets: ReadonlyArray<readonly [before: string, after: string]> = [
	['id AKIAIOSFODNN7EXAMPLE.', 'id [redacted].'],
	[`AWS_SECRET_ACCESS_KEY=${key}`, 'AWS_SECRET_ACCESS_KEY=[redacted]'],
	[`the key ${key} on its own`, 'the key [redacted] on its own'],
	[`token ${token}`, 'token [redacted]'],
	[`github_pat_${'A1'.repeat(20)}`, '[redacted]'],
	[`cookie ${jwt}`, 'cookie [redacted]'],
	[`a\n${pem}\nb`, 'a\n[redacted]\n[redacted]\n[redacted]\n[redacted]\n[redacted]\nb'],
	[`one line ${pem.replaceAll('\n', '\\n')} on`, 'one line [redacted] on'],
	['cut off -----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA', 'cut off [redacted]\n[redacted]'],
	['-----BEGIN PRIVATE KEY-----\nMIIE\nThe build goes on.', '[redacted]\n[redacted]\nThe build goes on.'],
	['Authorization: Bearer abc.def-123', 'Authorization: Bearer [redacted]'],
	['curl -H "Authorization: Basic dXNlcjpwYXNz" x', 'curl -H "Authorization: Basic [redacted]" x'],
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

/** Texts that look as if there were one. */
export const harmless = [
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
