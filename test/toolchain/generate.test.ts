import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { staleness } from '../../server/src/generate/staleness';
import { plugin } from '../generate/plugin';
import { some } from '../support/some';
import { txtar } from '../support/txtar';
import { generate, go, packerSdc, type Sdc } from './sdc';
import { declared, importsOf, struct } from './structs';

const versions = ['v0.2.9', 'v0.3.2', 'v0.4.0', 'v0.5.4', 'v0.6.1', 'v0.6.10'];
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const packages = 6;
const structsEach = 6;

const gomod = (version: string) => `module github.com/acme/packer-plugin-acme\n\ngo 1.23\n\nrequire github.com/hashicorp/packer-plugin-sdk ${version}\n`;
const shared = `//go:generate packer-sdc mapstructure-to-hcl2 -type "Common,Lost,Thing"

package shared

type Common struct {
	Zone string \`mapstructure:"zone"\`
}

type Lost struct {
	Pointed string \`mapstructure:"pointed"\`
}

type Thing struct {
	A string
}

type Kind int

type Kinds []string
`;

describe('the real packer-sdc', function () {
	this.timeout(15 * 60_000);
	const made: string[] = [];
	after(() => {
		for (const folder of made) rmSync(folder, { recursive: true, force: true });
	});

	for (const version of versions)
		describe(version, () => {
			let sdc: Sdc = { reason: 'it was not asked for' };
			before(() => {
				sdc = packerSdc(version);
				if ('reason' in sdc) console.log(`      skipped: ${sdc.reason}`);
			});

			it('makes of one of everything what we make', async function () {
				if ('reason' in sdc) return this.skip();
				const sources = [...txtar(readFileSync('test/generate/fixtures/everything.txtar', 'utf8'))].filter(([path]) => !path.includes('@'));
				await compare(sdc, new Map(sources.map(([path, text]) => [path, text.replace('VERSION', version)])));
			});

			it('treats a second field or attribute of one name as we say', async function () {
				if ('reason' in sdc) return this.skip();
				const source = (fields: string) =>
					`//go:generate packer-sdc mapstructure-to-hcl2 -type Config\n\npackage twice\n\ntype Other struct {\n\tName string\n}\n\ntype Config struct {\n${fields}}\n`;
				const sources = new Map([
					['go.mod', gomod(version)],
					['field/config.go', source('\tName string `mapstructure:"a"`\n\tOther `mapstructure:",squash"`\n')],
					['tag/config.go', source('\tA string `mapstructure:"x"`\n\tB int `mapstructure:"x"`\n')],
				]);
				if (/^v0\.[23]\./.test(version)) return compare(sdc, sources);
				const root = write(sources);
				assert.match(generate(root, sdc), /duplicate field "Name"[\s\S]*duplicate tag "cty"/);
				const { files, unknown } = (await plugin(Object.fromEntries(sources))).get(staleness);
				assert.deepEqual(files, []);
				assert.deepEqual([unknown.map(({ refused }) => refused), read(join(root, 'tag/config.hcl2spec.go'))], [[true, true], undefined]);
			});

			it(`makes of random structs what we make (SEED=${seed})`, async function () {
				if ('reason' in sdc) return this.skip();
				await compare(sdc, random(version));
			});
		});

	it('writes code beside ours that compiles with the real SDK', async function () {
		const sdc = packerSdc('v0.6.10');
		if ('reason' in sdc) return this.skip();
		const sources = new Map([...random('v0.6.10', seed + 1)].map(([path, text]) => [path, text.replaceAll('[]*Part', '[]Part')]));
		const root = write(sources);
		const { get } = await plugin(Object.fromEntries(sources));
		for (const { path, expected } of get(staleness).files) if (path.endsWith('.go')) writeFileSync(join(root, path), expected ?? '');
		go(root, 'get', 'github.com/hashicorp/hcl/v2', 'github.com/zclconf/go-cty');
		assert.equal(go(root, 'build', './...'), '');
	});

	function random(version: string, from = seed): Map<string, string> {
		const sources = new Map([
			['go.mod', gomod(version)],
			['shared/types.go', shared],
		]);
		for (let i = 0; i < packages; i++) {
			const names = Array.from({ length: structsEach }, (_, n) => `Config${String.fromCharCode(65 + n)}`);
			const bodies = names.map((name, n) => fc.sample(struct(name), { numRuns: 1, seed: from + i * 100 + n })[0] as string).join('\n');
			const types = ['Part', ...names].join(',');
			const body = `${declared}\n${bodies}`;
			sources.set(
				`random${i}/config.go`,
				`//go:generate packer-sdc mapstructure-to-hcl2 -type ${types}\n//go:generate packer-sdc struct-markdown\n\npackage random\n\n${importsOf(body)}${body}`,
			);
		}
		return sources;
	}

	function write(sources: ReadonlyMap<string, string>): string {
		const folder = mkdtempSync(join(tmpdir(), 'packer-sdc-'));
		made.push(folder);
		const root = join(folder, 'packer-plugin-acme');
		for (const [path, text] of sources) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		return root;
	}

	async function compare(sdc: { readonly folder: string }, sources: ReadonlyMap<string, string>): Promise<void> {
		const root = write(sources);
		const said = generate(root, sdc);
		const { get } = await plugin(Object.fromEntries(sources));
		const { files, unknown } = get(staleness);
		assert.deepEqual(unknown, []);
		for (const { path, expected } of some(files)) assert.equal(expected, read(join(root, path)), `${path} in ${root}\n${said}`);
	}

	const read = (path: string): string | undefined => {
		try {
			return readFileSync(path, 'utf8');
		} catch {
			return undefined;
		}
	};
});
