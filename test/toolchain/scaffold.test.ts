import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../server/src/facts/core/database';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { kinds } from '../../server/src/facts/plugin/registrations';
import { addComponent } from '../../server/src/scaffold/component';
import { example, fix } from '../scaffold/example';
import { snippetPlugin } from '../scaffold/snippetPlugin';
import { fresh, made, write } from '../scaffold/support';
import { grammars } from '../support/grammars';
import { some } from '../support/some';
import { packer } from './packer';
import { packerSdc } from './sdc';

/** What `new` makes, and what it has become when one of each kind was added. */
const plugins = {
	'as it was made': { describes: { builders: ['-packer-default-plugin-name-'], post_processors: [], provisioners: [], datasources: [] }, add: [] },
	'with one of each kind added': {
		describes: { builders: ['-packer-default-plugin-name-', 'import'], post_processors: ['import'], provisioners: ['import'], datasources: ['import'] },
		add: kinds,
	},
} as const;

const module = 'server/src/scaffold/module.json';

describe('a plugin that was made here, by the real tools', function () {
	this.timeout(15 * 60_000);
	const noGo = spawnSync('go', ['version']).status === 0 ? undefined : 'there is no Go';

	for (const [how, { add, describes }] of Object.entries(plugins))
		describe(how, () => {
			const folder = mkdtempSync(join(tmpdir(), 'scaffold-'));
			const root = join(folder, 'packer-plugin-acme');
			const path: string[] = [];
			/** Runs a program in the plugin; what it prints is returned, and what it complains of is in the error. */
			const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
				execFileSync(program, args, {
					cwd: root,
					encoding: 'utf8',
					stdio: ['ignore', 'pipe', 'pipe'],
					env: { ...process.env, GOFLAGS: '', PATH: [...path, process.env.PATH].join(delimiter), ...env },
				});
			let texts: ReadonlyMap<string, string> = new Map();
			let obstacle = noGo;

			before(async () => {
				const db = fresh({ name: 'acme', owner: 'acme-inc' }, await grammars());
				for (const kind of add) write(db, made(addComponent(db.get, kind, 'import')));
				texts = textsOf(db);
				writeTo(root, texts);
				if (obstacle === undefined) obstacle = unreachable(() => run('go', ['mod', 'download']));
				if (obstacle !== undefined) console.log(`      skipped: ${obstacle}`);
			});
			after(() => rmSync(folder, { recursive: true, force: true }));

			it('has modules that are tidy', function () {
				if (obstacle !== undefined) return this.skip();
				run('go', ['mod', 'tidy']);
				keep(root);
				for (const file of ['go.mod', 'go.sum']) assert.equal(texts.get(file), readFileSync(join(root, file), 'utf8'), file);
			});

			it('is formatted, builds and passes its tests', function () {
				if (obstacle !== undefined) return this.skip();
				assert.equal(run('gofmt', ['-l', '.']), '');
				run('go', ['vet', './...']);
				run('go', ['build', '-o', 'packer-plugin-acme', '.']);
				run('go', ['test', './...']);
			});

			it('describes what it registers', function () {
				if (obstacle !== undefined) return this.skip();
				const described = JSON.parse(run(join(root, 'packer-plugin-acme'), ['describe'])) as Record<string, unknown>;
				assert.deepEqual(described, { version: '0.1.0-dev', sdk_version: '0.6.10', api_version: 'x5.0', protocol_version: 'v2', ...describes });
			});

			it('leaves nothing for packer-sdc to change, and passes its check', function () {
				const sdc = obstacle === undefined ? packerSdc('v0.6.10') : { reason: obstacle };
				if ('reason' in sdc) return this.skip();
				path.unshift(sdc.folder);
				run('packer-sdc', ['plugin-check', 'packer-plugin-acme']);
				// What `make generate` does, in the order in which it does it.
				run('go', ['generate', './...']);
				run('packer-sdc', ['renderdocs', '-src', 'docs', '-partials', 'docs-partials/', '-dst', '.docs/']);
				run('bash', ['.web-docs/scripts/compile-to-webdocs.sh', '.', '.docs', '.web-docs', 'acme-inc']);
				rmSync(join(root, '.docs'), { recursive: true });
				rmSync(join(root, 'packer-plugin-acme'));
				const now = new Map(below(root).map(file => [file, readFileSync(join(root, file), 'utf8')]));
				assert.deepEqual([...now.keys()].sort(), [...texts.keys()].sort());
				for (const [file, text] of some(texts)) assert.equal(now.get(file), text, file);
			});

			it('is installed by packer, and its example and acceptance tests run', function () {
				const real = obstacle === undefined ? packer() : { reason: obstacle };
				if ('reason' in real) {
					console.log(`      skipped: ${real.reason}`);
					return this.skip();
				}
				path.unshift(dirname(real.program));
				const env = { CHECKPOINT_DISABLE: '1', PACKER_PLUGIN_PATH: join(folder, 'plugins'), PACKER_CONFIG_DIR: folder };
				run('go', ['build', '-ldflags=-X github.com/acme-inc/packer-plugin-acme/version.VersionPrerelease=dev', '-o', 'packer-plugin-acme', '.']);
				assert.match(run('packer', ['plugins', 'install', '--path', 'packer-plugin-acme', 'github.com/acme-inc/acme'], env), /Successfully installed/);
				assert.equal(run('packer', ['fmt', '-check', '-recursive', '.'], env), '');
				assert.match(run('packer', ['validate', 'example'], env), /The configuration is valid/);
				run('packer', ['build', 'example'], env);
				run('go', ['test', '-count', '1', './...'], { ...env, PACKER_ACC: '1' });
			});
		});
});

describe('a plugin made of the snippets, by the real tools', function () {
	this.timeout(15 * 60_000);
	for (const kind of some(kinds))
		it(`builds with a ${kind}, and is formatted`, async function () {
			if (spawnSync('go', ['version']).status !== 0) return this.skip();
			const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
			const root = join(folder, 'packer-plugin-acme');
			try {
				writeTo(root, textsOf(snippetPlugin(kind, await grammars())));
				const run = (program: string, ...args: string[]) =>
					execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, GOFLAGS: '' } });
				const obstacle = unreachable(() => run('go', 'mod', 'download'));
				if (obstacle !== undefined) return this.skip();
				assert.equal(run('gofmt', '-l', '.'), '');
				run('go', 'vet', './...');
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		});
});

describe('the example, by the real tools', function () {
	this.timeout(15 * 60_000);
	it('does not build, and does once its safe fixes are made', async function () {
		if (spawnSync('go', ['version']).status !== 0) return this.skip();
		const folder = mkdtempSync(join(tmpdir(), 'example-'));
		const root = join(folder, 'packer-plugin-parcel');
		const run = (program: string, ...args: string[]) =>
			execFileSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, GOFLAGS: '' } });
		try {
			const db = await example();
			writeTo(root, textsOf(db));
			if (unreachable(() => run('go', 'mod', 'download')) !== undefined) return this.skip();
			assert.throws(() => run('go', 'build', './...'));
			for (let round = 0; round < 3; round++) fix(db);
			writeTo(root, textsOf(db));
			assert.equal(run('gofmt', '-l', '.'), '');
			run('go', 'vet', './...');
			run('go', 'test', './...');
			run('go', 'mod', 'tidy', '-diff');
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

function writeTo(root: string, texts: ReadonlyMap<string, string>): void {
	for (const [file, text] of texts) {
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), text);
		if (file.endsWith('.sh')) chmodSync(join(root, file), 0o755);
	}
}

const textsOf = ({ get }: Database) => new Map(get(filesUnder, '').map(path => [path, get(text, path) ?? '']));

const below = (root: string, dir = ''): string[] =>
	readdirSync(join(root, dir), { withFileTypes: true }).flatMap(entry => {
		const path = dir === '' ? entry.name : `${dir}/${entry.name}`;
		return entry.isDirectory() ? below(root, path) : [path];
	});

/** Why something that needs the network cannot be done here; undefined if it could, and where it failed for another reason. */
function unreachable(attempt: () => void): string | undefined {
	try {
		attempt();
	} catch (error) {
		const said = String((error as { stderr?: string }).stderr);
		if (/dial tcp|no such host|i\/o timeout|proxyconnect|Forbidden|module lookup disabled/.test(said))
			return `the modules cannot be had: ${said.trim().split('\n').at(-1)}`;
	}
	return undefined;
}

/** Writes the modules that `go mod tidy` found into the file that new plugins take them from; fails if it held others, so that a second run passes. */
function keep(root: string): void {
	const lines = [...readFileSync(join(root, 'go.mod'), 'utf8').matchAll(/^\t(.+)$/gm)].map(m => m[1] as string);
	const data = {
		go: /^go (\S+)$/m.exec(readFileSync(join(root, 'go.mod'), 'utf8'))?.[1],
		direct: lines.filter(line => !line.endsWith('// indirect')),
		indirect: lines.filter(line => line.endsWith('// indirect')).map(line => line.replace(' // indirect', '')),
		sums: readFileSync(join(root, 'go.sum'), 'utf8').trimEnd().split('\n'),
	};
	const had: unknown = JSON.parse(readFileSync(module, 'utf8'));
	if (isDeepStrictEqual(had, data)) return;
	writeFileSync(module, `${JSON.stringify(data, null, '\t')}\n`);
	assert.fail(`${module} was out of date; it has been rewritten: run the tests again, and commit it`);
}
