import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import type { Report } from '../../server/src/engine/report';
import { parseSettings, settings } from '../../server/src/facts/readiness/settings';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';
import { acmeFiles } from './acmeFiles';
import { finding, ruleOf } from './support';

let loaded: Grammars;
before(async () => {
	loaded = await grammars();
});

/** A check on a day, with what the settings file says, of a plugin with a builder and a provisioner. */
async function check(yaml: string, findings: Parameters<typeof ruleOf>[0], today = '2026-12-01', id = 'main/no-set'): Promise<Report> {
	const db = plugin(Object.entries({ ...acmeFiles, '.packer-readiness.yml': yaml }), loaded);
	return new Engine({ [id]: ruleOf(findings) }).check(db.get, { ...db.get(settings), today });
}

const inBuilder = { path: 'builder/vm/builder.go', from: 0, to: 1 };
const inProvisioner = { path: 'provisioner/shell/provisioner.go', from: 0, to: 1 };
const exempt = (...more: string[]) => ['exemptions:', '  - rule: main/no-set', '    reason: Replaced in 3.0', ...more.map(line => `    ${line}`)].join('\n');
const suppressed = ({ findings }: Report) => findings.map(({ path, suppressed }) => `${path}: ${suppressed === undefined ? 'counts' : suppressed.how}`);

describe('exemptions', () => {
	for (const [what, line, expected] of [
		['everywhere', '', ['exemption', 'exemption']],
		['in a folder', 'path: builder/', ['exemption', 'counts']],
		['in files that a pattern names', 'path: "*.go"', ['exemption', 'exemption']],
		['in one of several patterns', 'path: [docs/, provisioner/**]', ['counts', 'exemption']],
		['not in what a pattern takes out again', 'path: ["*.go", "!builder.go"]', ['counts', 'exemption']],
		['in the package of a component', 'component: builder/vm', ['exemption', 'counts']],
		['not of another kind', 'component: provisioner/vm', ['counts', 'counts']],
	] as const) {
		it(`hold ${what}`, async () => {
			const report = await check(exempt(...(line === '' ? [] : [line])), [finding({ at: inBuilder }), finding({ at: inProvisioner })]);
			assert.deepEqual(suppressed(report), [`${inBuilder.path}: ${expected[0]}`, `${inProvisioner.path}: ${expected[1]}`]);
		});
	}

	it('hold where a component is registered, and on its page', async () => {
		const registered = (name: string) => {
			const from = acmeFiles['main.go'].indexOf(`"${name}"`);
			return { path: 'main.go', from, to: from + 3 };
		};
		const places = [registered('vm'), registered('shell'), { path: 'docs/builders/vm.mdx' }, { path: 'docs/provisioners/shell.mdx' }];
		const report = await check(
			exempt('component: builder/vm'),
			places.map(at => finding({ at })),
		);
		assert.deepEqual(suppressed(report), ['docs/builders/vm.mdx: exemption', 'docs/provisioners/shell.mdx: counts', 'main.go: exemption', 'main.go: counts']);
	});

	it('do not hold of a finding that has a place elsewhere too', async () => {
		const both = [finding({ at: inBuilder, related: [{ at: inProvisioner, message: 'Here too' }] })];
		assert.deepEqual(suppressed(await check(exempt('path: builder/'), both)), [`${inBuilder.path}: counts`]);
		assert.deepEqual(suppressed(await check(exempt('path: [builder/, provisioner/]'), both)), [`${inBuilder.path}: exemption`]);
	});

	it('hold of their rule only', async () => {
		const report = await check(exempt(), [finding({ at: inBuilder })], '2026-12-01', 'main/no-set-version');
		assert.deepEqual(suppressed(report), [`${inBuilder.path}: counts`]);
	});

	it('say why, who answers for them, and until when', async () => {
		const [found] = (await check(exempt('owner: team-images', 'expires: 2026-12-01'), [finding({ at: inBuilder })])).findings;
		assert.deepEqual(found?.suppressed, { how: 'exemption', reason: 'Replaced in 3.0', owner: 'team-images', expires: '2026-12-01' });
	});

	it('quote no secret in what they say', async () => {
		const secret = `ghp_${'Kq8ZtW3nVb6XyR1mPc9LdF4sHj7GaT2eUo5i'}`;
		const yaml = exempt(`owner: ${secret}`).replace('Replaced in 3.0', `needs ${secret}`);
		const [found] = (await check(yaml, [finding({ at: inBuilder })])).findings;
		assert.equal(found?.suppressed?.how, 'exemption');
		assert.doesNotMatch(JSON.stringify(found), new RegExp(secret));
	});

	it('end after their last day, and then stand beside the finding', async () => {
		const yaml = exempt('owner: team-images', 'expires: 2026-12-01');
		const [found] = (await check(yaml, [finding({ at: inBuilder })], '2026-12-02')).findings;
		assert.equal(found?.suppressed, undefined);
		const start = yaml.indexOf('main/no-set');
		assert.deepEqual(found?.related, [
			{ path: '.packer-readiness.yml', span: { start, end: start + 'main/no-set'.length }, message: 'Exempt until 2026-12-01: Replaced in 3.0 (team-images)' },
		]);
	});
});

describe('exemptions of settings elsewhere', () => {
	it('that have expired stand at the finding: the plugin has no file with them', async () => {
		const db = plugin(Object.entries(acmeFiles), loaded);
		const { exemptions } = parseSettings(exempt('expires: 2026-12-01'));
		const engine = new Engine({ 'main/no-set': ruleOf([finding({ at: inBuilder })]) });
		const { findings, failures } = engine.check(db.get, { target: 'partner', rules: {}, exemptions, today: '2026-12-02', elsewhere: true });
		assert.deepEqual(failures, []);
		assert.deepEqual(
			findings.map(({ related }) => related),
			[[{ path: inBuilder.path, span: { start: 0, end: 1 }, message: 'Exempt until 2026-12-01: Replaced in 3.0' }]],
		);
	});
});

describe('rules that count components', () => {
	const counting = ruleOf([], {
		leavesOut: true,
		*check(_, __, leaves) {
			const counted = [inBuilder, inProvisioner].filter(place => !leaves(place));
			if (counted[0] !== undefined) yield finding({ at: counted[0], data: { what: String(counted.length) } });
		},
	});
	const said = (yaml: string, today: string) => {
		const db = plugin(Object.entries({ ...acmeFiles, '.packer-readiness.yml': yaml }), loaded);
		return new Engine({ 'main/no-set': counting }).check(db.get, { ...db.get(settings), today }).findings.map(f => `${f.path} ${f.message}`);
	};

	it('leave out those that are exempt today', () => {
		const yaml = exempt('component: builder/vm', 'expires: 2026-12-01');
		assert.deepEqual(said('', '2026-12-01'), [`${inBuilder.path} Found 2.`]);
		assert.deepEqual(said(yaml, '2026-12-01'), [`${inProvisioner.path} Found 1.`]);
		assert.deepEqual(said(yaml, '2026-12-02'), [`${inBuilder.path} Found 2.`]);
	});
});
