import assert from 'node:assert/strict';
import { AcceptanceTests } from '../../client/src/features/acceptance/tests';
import type { Host } from '../../client/src/host';
import type { Run } from '../../client/src/runtime';
import type { AcceptanceNeeds, AcceptanceRun } from '../../server/src/protocol';
import { nth, outside, reset, shown, world } from './support/vscode';

const needs: AcceptanceNeeds = { packer: true, binary: 'packer-plugin-acme', source: 'github.com/acme/acme' };
const installed = '/root/.config/packer/plugins/github.com/acme/acme/packer-plugin-acme_v0.0.1-dev_x5.0_linux_amd64';

/** What programs write, by their command lines; one that is not here is not on the PATH. */
type Programs = Readonly<Record<string, readonly string[] | number>>;
const all: Programs = {
	'go version': ['go version go1.25.10 linux/amd64'],
	'packer version': ['Packer v1.14.0'],
	'packer plugins installed': [installed],
	'git rev-parse HEAD': ['0123456789'],
	'git status --porcelain': [],
	'go test': ['=== RUN   TestAccBuilder', '--- PASS: TestAccBuilder (1.00s)', 'token is hunter2hunter2', 'PASS'],
};
const without = (...names: string[]): Programs => Object.fromEntries(Object.entries(all).filter(([name]) => !names.some(start => name.startsWith(start))));

/** An extension with these programs on its machine; `test` runs the command, `runs` are the programs that were started. */
function extension(programs: Programs, asked: AcceptanceNeeds = needs) {
	const runs: Run[] = [];
	const kept: AcceptanceRun[] = [];
	const errors: string[] = [];
	const commands = new Map<string, (called?: unknown) => Promise<void>>();
	const host = {
		context: { storageUri: { scheme: 'file', path: '/storage' } },
		runtime: {
			environment: { PATH: '/bin', ACME_TOKEN: 'hunter2hunter2' },
			run: async (run: Run) => {
				runs.push(run);
				const line = [run.command, ...run.arguments].join(' ');
				const [, output] = Object.entries(programs).find(([name]) => line.startsWith(name)) ?? [];
				if (output === undefined) throw new Error(`${run.command} is not on the PATH of the editor.`);
				if (typeof output === 'number') return output;
				for (const text of output) run.line(text);
				return 0;
			},
		},
		server: {
			state: 'ready',
			plugins: [{ uri: 'file:///w/p', name: 'acme' }],
			output: { error: (text: string) => errors.push(text) },
			request: async () => asked,
		},
		recordings: { setRun: async (_: string, run: AcceptanceRun) => void kept.push(run) },
		command: (id: string, run: (called?: unknown) => Promise<void>) => void commands.set(id, run),
	} as unknown as Host;
	new AcceptanceTests(host);
	const test = () => (commands.get('packerReadiness.runAcceptanceTests') as () => Promise<void>)();
	return { test, runs, kept, errors, tested: () => runs.filter(run => run.arguments[0] === 'test').length };
}

describe('acceptance tests in the editor', () => {
	beforeEach(reset);

	it('have ended when they have, whether or not anybody answers the notification', async () => {
		const { test, tested, kept } = extension(all);
		const first = test();
		(await nth(1)).answer('Run Acceptance Tests');
		await first;
		const told = await nth(2);
		assert.match(told.message, /^Acceptance tests passed: 1 passed, 0 failed, 0 skipped\.$/);
		const second = test(); // the notification is still there
		(await nth(3)).answer('Run Acceptance Tests');
		await second;
		assert.deepEqual([tested(), kept.length], [2, 2]);
		told.answer('Open Log');
		await new Promise(resolve => setImmediate(resolve));
		assert.deepEqual(outside.opened, [kept[0]?.log]);
	});

	it('are refused while others run, and not after', async () => {
		const { test, tested } = extension(all);
		const first = test();
		const asked = await nth(1);
		await assert.rejects(test(), /already running/);
		asked.answer(undefined);
		await first;
		assert.equal(tested(), 0);
		const again = test();
		(await nth(2)).answer('Run Acceptance Tests');
		await again;
		assert.equal(tested(), 1);
	});

	it('keep a log without secrets', async () => {
		const { test, kept } = extension(all);
		const run = test();
		(await nth(1)).answer('Run Acceptance Tests');
		await run;
		const log = outside.written.get(kept[0]?.log as string) ?? '';
		assert.match(log, /TestAccBuilder/);
		assert.doesNotMatch(log, /hunter2/);
		assert.deepEqual([kept[0]?.passed, kept[0]?.commit, kept[0]?.dirty], [true, '0123456789', false]);
	});

	for (const [what, programs, words, buttons] of [
		['Packer', without('packer'), /Packer is not on the PATH/, ['Run Anyway', 'Open Install Page']],
		['another program of that name', { ...all, 'packer version': ['cracklib'] }, /Packer is not on the PATH/, ['Run Anyway', 'Open Install Page']],
		['the plugin', { ...all, 'packer plugins installed': [] }, /packer-plugin-acme is not installed/, ['Run Anyway', 'Copy Install Command']],
		[
			'a plugin whose name begins alike',
			{ ...all, 'packer plugins installed': [installed.replaceAll('acme_v', 'acme-two_v')] },
			/packer-plugin-acme is not installed/,
			['Run Anyway', 'Copy Install Command'],
		],
		['Go', without('go version'), /Go is not on the PATH/, ['Open Install Page']],
	] as const)
		it(`say before what is missing: ${what}`, async () => {
			const { test, tested } = extension(programs);
			const run = test();
			const asked = await nth(1);
			assert.match(asked.detail ?? '', words);
			assert.deepEqual(asked.buttons, buttons);
			asked.answer(undefined);
			await run;
			assert.equal(tested(), 0);
		});

	it('give the command that installs the plugin', async () => {
		const { test, tested } = extension({ ...all, 'packer plugins installed': [] });
		const run = test();
		(await nth(1)).answer('Copy Install Command');
		await run;
		assert.equal(outside.clipboard, 'go build -o packer-plugin-acme . && packer plugins install --path packer-plugin-acme github.com/acme/acme');
		assert.equal(tested(), 0);
	});

	it('say nothing of what could not be found out, nor of what they do not need', async () => {
		for (const { test } of [extension({ ...all, 'packer plugins installed': 1 }), extension(without('packer'), { ...needs, packer: false })]) {
			reset();
			const run = test();
			assert.deepEqual((await nth(1)).buttons, ['Run Acceptance Tests']);
			shown[0]?.answer(undefined);
			await run;
		}
	});

	it('run nothing in a workspace that is not trusted', async () => {
		world.trusted = false;
		const { test, runs } = extension(all);
		await assert.rejects(test(), /Trust the workspace first/);
		assert.deepEqual(runs, []);
	});
});
