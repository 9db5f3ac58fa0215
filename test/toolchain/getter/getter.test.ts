import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { entryName, partsOf, rejection, sumLines } from '../../../server/src/facts/release/install/getter';
import { built } from '../built';

interface Answer {
	readonly Init: string;
	readonly Validate: string;
	readonly Expected: string;
	readonly Lines: readonly { readonly checksum: string; readonly filename: string }[] | null;
}

const words = fc.constantFrom(
	...['packer-plugin-acme', 'packer-plugin-other', 'acme', 'v1.2.3', '1.2.3', 'v1.2.4', 'x5.0', 'x5.1', 'x4.0', '5.0', 'x5', 'xx5.0', 'x5.0.1', 'x+5.0'],
	...['linux', 'windows', 'Linux', 'amd64', 'arm64', 'amd64v1', '', 'a.b', 'SHA256SUMS'],
);
const ends = fc.constantFrom('.zip', '.tar.gz', '.json', '', '.', '.exe', '.zip.sig');
const right = fc.constant('packer-plugin-acme_v1.2.3_x5.0_linux_amd64');
const files = fc
	.tuple(
		fc.oneof(
			right,
			fc.tuple(right, fc.constantFrom('_more', '.b', '/x')).map(parts => parts.join('')),
			fc.array(words, { maxLength: 6 }).map(all => all.join('_')),
		),
		ends,
	)
	.map(parts => parts.join(''));
const lines = fc
	.array(fc.tuple(fc.constantFrom('abc', '', '0f  '), fc.constantFrom(' ', '  ', '\t', ' *'), files, fc.constantFrom('\n', '\r\n', ' more\n', '')), {
		maxLength: 4,
	})
	.map(all => all.map(parts => parts.join('')).join(''));
const questions = fc.record({
	Name: fc.constant('acme'),
	Version: fc.constantFrom('1.2.3', '1.2.3', '1.2.4'),
	File: files,
	Os: fc.constantFrom('linux', 'windows'),
	Arch: fc.constantFrom('amd64', 'amd64', 'arm64'),
	Sums: lines,
});

describe('the names of a release, read beside Packer', function () {
	this.timeout(600_000);
	it('takes what Packer takes, says what Packer says, and expects what Packer expects', function () {
		const text = readFileSync('test/toolchain/getter/getter.go', 'utf8');
		const source = { module: 'github.com/hashicorp/packer', version: 'v1.16.0', paths: ['packer', 'hcl2template', 'version'] };
		const program = built(source, 'packer-getter', text);
		if ('reason' in program) {
			process.stderr.write(`skipped: ${program.reason}\n`);
			return this.skip();
		}
		const asked = fc.sample(questions, { numRuns: 5000, seed: 20261127 });
		const said = execFileSync(program.binary, { input: JSON.stringify(asked), encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], maxBuffer: 1e9 });
		const answers = JSON.parse(said) as readonly Answer[];
		const differing = asked.flatMap((question, i) => {
			const { Name, Version, File, Os, Arch, Sums } = question;
			const answer = answers[i] as Answer;
			const parts = partsOf(Name, File);
			const ours = {
				sums: (sumLines(Sums) ?? []).map(({ sum, name }) => `${sum} ${name}`),
				refused: kindOf(rejection(Name, Version, File, { os: Os, arch: Arch })),
				expected: parts === undefined || parts === 'skipped' ? '' : entryName(Name, parts).slice(0, parts.os === 'windows' ? -'.exe'.length : undefined),
			};
			// Packer skips .json before it reads the name.
			const skipped = File.slice(File.lastIndexOf('/') + 1).endsWith('.json');
			const theirs = {
				sums: (answer.Lines ?? []).map(({ checksum, filename }) => `${checksum} ${filename}`),
				refused: skipped ? 'skipped' : kindOfSaid(answer),
				expected: skipped || parts === undefined || parts === 'skipped' ? '' : answer.Expected.slice(0, answer.Expected.length - parts.ext.length),
			};
			return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ question, ours, theirs }];
		});
		assert.deepEqual(differing.slice(0, 3), [], `${differing.length} of ${asked.length}`);
		assert.ok(answers.filter(({ Init, Validate }) => Init === '' && Validate === '').length > 300);
	});
});

const kindOf = (found: ReturnType<typeof rejection>) => (found === undefined ? 'taken' : found === 'skipped' ? found : found.kind);

function kindOfSaid({ Init, Validate }: Answer): string {
	if (Init !== '') return 'malformed';
	if (Validate === '') return 'taken';
	return Validate.startsWith('wrong version') ? 'version' : Validate.startsWith('wrong system') ? 'system' : 'protocol';
}
