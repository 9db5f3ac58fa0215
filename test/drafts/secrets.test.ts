import assert from 'node:assert/strict';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { draftKinds } from '../../server/src/drafts/draft';
import { type Change, clean, commit, drafted, files, finding } from './happycloud';

/** Characters of which a secret is made, and as many as make it impossible to meet by chance. */
const characters = (alphabet: string, length: number) => fc.string({ unit: fc.constantFrom(...alphabet), minLength: length, maxLength: length });
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const letters = `${upper}${upper.toLowerCase()}${digits}`;

/** How a secret stands in a text, and the part that must not be drafted. */
const planted = fc.oneof(
	characters(upper + digits, 16).map(id => ({ text: `AKIA${id}`, secret: id })),
	characters(letters, 36).map(token => ({ text: `ghp_${token}`, secret: token })),
	characters(letters, 64).map(key => ({ text: `-----BEGIN EC PRIVATE KEY-----\n${key}\n-----END EC PRIVATE KEY-----`, secret: key })),
	characters(letters, 20).map(token => ({ text: `Bearer ${token}1`, secret: token })),
	characters(letters, 16).map(password => ({ text: `https://user:${password}@example.com`, secret: password })),
	characters(letters, 16).map(password => ({ text: `password = "${password}"`, secret: password })),
	characters(letters, 16).map(token => ({ text: `HAPPYCLOUD_TOKEN=${token}`, secret: token })),
);

const hcl = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
const metadata = files['.web-docs/metadata.hcl'] as string;

/** Where a text can get into a draft from. */
const places: Readonly<Record<string, (text: string) => Change>> = {
	'metadata.hcl, description': text => ({ files: { '.web-docs/metadata.hcl': metadata.replace('Build images for HappyCloud', `Builds ${hcl(text)} images`) } }),
	'metadata.hcl, long description': text => ({
		files: { '.web-docs/metadata.hcl': metadata.replace('Build images for HappyCloud', `${'Builds images. '.repeat(32)}${hcl(text)}`) },
	}),
	'metadata.hcl, name': text => ({ files: { '.web-docs/metadata.hcl': metadata.replace('name = "HappyCloud"', `name = "Happy ${hcl(text)}"`) } }),
	'metadata.hcl, identifier': text => ({ files: { '.web-docs/metadata.hcl': metadata.replace('packer/acme/happycloud', hcl(text)) } }),
	'docs/README.md': text => ({
		files: { '.web-docs/metadata.hcl': undefined, 'docs/README.md': `The HappyCloud plugin builds images with ${text} in them.\n` },
	}),
	'README.md': text => ({
		files: {
			'.web-docs/metadata.hcl': undefined,
			'docs/README.md': undefined,
			'.web-docs/README.md': undefined,
			'README.md': `# X\n\nIt builds images with ${text} in them.\n`,
		},
	}),
	'the version': text => ({ files: { 'main.go': files['main.go']?.replace('"1.10.1"', JSON.stringify(text)) } }),
	"a component's name": text => ({ files: { 'main.go': files['main.go']?.replace('"image"', JSON.stringify(text)) } }),
	'a branch': text => ({ files: { repository: files.repository?.replace('branch: main', `branch: x/${text.replaceAll('\n', '')}`) } }),
	'a message': text => ({ report: { ...clean, findings: [finding({ rule: 'docs/readme-source', message: `It says ${text} there.` })] } }),
	'a path': text => ({ report: { ...clean, unreadable: [{ path: `docs/${text}`, reason: `not ${text}` }] } }),
	'a reason': text => ({ report: { ...clean, findings: [finding({ rule: 'docs/readme-source', suppressed: { how: 'inline', reason: text } })] } }),
	'a failure': text => ({ report: { ...clean, failures: [{ rule: 'docs/readme-source', message: text }] } }),
	'a recorded run': text => ({
		recorded: { run: { at: '2026-03-04', passed: true, log: `/x/${text}.log`, summary: text, commit, dirty: false } },
		log: 'fine\n',
	}),
	'the log': text => ({
		recorded: { run: { at: '2026-03-04', passed: true, log: 'acc.log', commit, dirty: false } },
		log: `2026/03/04 some output\n${text}\nmore of it\n`,
	}),
};

describe('secrets', () => {
	for (const [place, change] of Object.entries(places))
		it(`of ${place} are in no draft`, () =>
			fc.assert(
				fc.asyncProperty(planted, fc.constantFrom(...draftKinds), async ({ text, secret }, kind) => {
					const { title, text: body, target, eml } = await drafted(kind, change(text));
					const message = eml === undefined ? undefined : await simpleParser(eml);
					const out = [
						title,
						body,
						decodeURIComponent(target),
						message?.subject,
						message?.text,
						...(message?.attachments.map(a => `${a.filename}\n${a.content.toString('utf8')}`) ?? []),
					];
					assert.deepEqual(
						out.filter(part => (part ?? '').replace(/\s+/g, '').includes(secret)),
						[],
					);
				}),
				{ numRuns: 20 },
			));
});
