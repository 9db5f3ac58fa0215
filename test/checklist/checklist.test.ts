import assert from 'node:assert/strict';
import { checklist } from '../../server/src/checklist/checklist';
import { type AcceptanceRun, type ChecklistId, nothingRecorded, type Recorded } from '../../server/src/checklist/item';
import { latestTag } from '../../server/src/checklist/released';
import { summaryMarkdown, summaryText } from '../../server/src/checklist/summary';
import type { Report, Reported } from '../../server/src/engine/report';
import { type ItemId, itemIds, type Severity } from '../../server/src/engine/rule';
import { files as happycloud } from '../drafts/happycloud';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const commit = 'a'.repeat(40);
const other = 'b'.repeat(40);
const clean: Report = { findings: [], failures: [], unreadable: [] };
const repository = (lines: string): [string, string] => ['repository', `origin: acme/packer-plugin-acme\n${lines}`];
const main = `package main
import "github.com/hashicorp/packer-plugin-sdk/plugin"
func main() {
	pps := plugin.NewSet()
	pps.RegisterBuilder(plugin.DEFAULT_NAME, new(builder.Builder))
}
`;
const files: readonly (readonly [string, string])[] = [
	['go.mod', 'module github.com/acme/packer-plugin-acme\n'],
	['main.go', main],
];

/** A plugin whose documentation can be registered. */
const registrable = Object.entries(happycloud).filter(([path]) => path !== 'repository');

const finding = (rule: string, item: ItemId, severity: Severity = 'error', suppressed?: Reported['suppressed']): Reported => ({
	rule,
	key: 'k',
	severity,
	title: 'Wrong',
	message: 'M.',
	path: 'main.go',
	span: { start: 0, end: 1 },
	item,
	...(suppressed ? { suppressed } : {}),
});
const passed: AcceptanceRun = { at: '2026-03-04T05:06:07Z', passed: true, log: 'acc.log', commit, dirty: false, summary: '3 passed, 0 failed, 0 skipped' };

interface Given {
	readonly report?: Partial<Report>;
	readonly recorded?: Partial<Recorded>;
	readonly git?: string;
	readonly files?: typeof files;
}

async function items({ report, recorded, git = `commit: ${commit}\ntags: v1.2.3`, files: extra = [] }: Given) {
	const { get } = plugin([...files, repository(git), ...extra], await grammars());
	return checklist(get, { ...clean, ...report }, { ...nothingRecorded, ...recorded });
}

const cases: ReadonlyArray<readonly [does: string, id: ChecklistId, given: Given, state: string, reason: RegExp]> = [
	['web form: nobody said so', 'webform', {}, 'open', /^Check the box when done\.$/],
	['web form: ticked', 'webform', { recorded: { ticks: { webform: { state: 'done', at: '2026-01-02T00:00:00Z' } } } }, 'done', /^Done on 2026-01-02\.$/],
	['web form: cannot be "not needed"', 'webform', { recorded: { ticks: { webform: { state: 'notNeeded', at: '2026-01-02' } } } }, 'open', /^Check the box/],
	[
		'web form: ticked, and a rule objects now',
		'webform',
		{ recorded: { ticks: { webform: { state: 'done', at: '2026-01-02' } } }, report: { findings: [finding('repo/x', 'webform')] } },
		'attention',
		/^Was done; 1 error since then\.$/,
	],
	['MNDA: not needed', 'mnda', { recorded: { ticks: { mnda: { state: 'notNeeded', at: '2026-01-02' } } } }, 'notNeeded', /not needed/],
	[
		'develop: findings',
		'develop-and-test',
		{ report: { findings: [finding('a/b', 'develop-and-test'), finding('a/c', 'develop-and-test', 'warning')] } },
		'open',
		/^1 error and 1 warning\.$/,
	],
	[
		'develop: advice alone keeps nothing open',
		'develop-and-test',
		{ report: { findings: [finding('a/b', 'develop-and-test', 'info')] }, recorded: { run: passed } },
		'done',
		/^No findings\. /,
	],
	[
		'develop: suppressed findings do not count',
		'develop-and-test',
		{ report: { findings: [finding('a/b', 'develop-and-test', 'error', { how: 'inline', reason: 'r' })] }, recorded: { run: passed } },
		'done',
		/^No findings\. Acceptance tests passed on 2026-03-04 \(3 passed, 0 failed, 0 skipped\) at the current commit\.$/,
	],
	['develop: no run recorded', 'develop-and-test', {}, 'unknown', /No run of the acceptance tests is recorded/],
	['develop: the tests failed', 'develop-and-test', { recorded: { run: { ...passed, passed: false } } }, 'open', /failed on 2026-03-04/],
	['develop: another commit since', 'develop-and-test', { recorded: { run: { ...passed, commit: other } } }, 'attention', /not at the current commit/],
	[
		'develop: a rule failed',
		'develop-and-test',
		{ report: { failures: [{ rule: 'x/y', message: 'm' }] }, recorded: { run: passed } },
		'unknown',
		/^State unknown: rule x\/y failed\.$/,
	],
	[
		'develop: files that could not be read',
		'develop-and-test',
		{
			report: {
				unreadable: [
					{ path: 'a.go', reason: 'r' },
					{ path: 'b.go', reason: 'r' },
				],
			},
			recorded: { run: passed },
		},
		'unknown',
		/^State unknown: a\.go could not be read, and 1 more obstacle\.$/,
	],
	[
		'develop: a file that cannot be parsed, though the rule about that is off',
		'develop-and-test',
		{ report: { findings: [finding('syntax/go', 'develop-and-test', 'error', { how: 'config', reason: 'off' })] }, recorded: { run: passed } },
		'unknown',
		/^State unknown: main\.go could not be parsed\.$/,
	],
	['email: not sent', 'request-review', {}, 'open', /^Draft and send the email, then check the box\.$/],
	[
		'email: sent',
		'request-review',
		{ recorded: { ticks: { 'request-review': { state: 'done', at: '2026-01-02', commit } } } },
		'done',
		/^Sent on 2026-01-02\.$/,
	],
	[
		'email: sent, and committed since',
		'request-review',
		{ recorded: { ticks: { 'request-review': { state: 'done', at: '2026-01-02', commit: other } } } },
		'done',
		/^Sent on 2026-01-02; the plugin has changed since then\.$/,
	],
	[
		'email: sent, errors now',
		'request-review',
		{ recorded: { ticks: { 'request-review': { state: 'done', at: '2026-01-02', commit } } }, report: { findings: [finding('a/b', 'develop-and-test')] } },
		'attention',
		/^Sent on 2026-01-02, but the plugin has errors\.$/,
	],
	['feedback: no round', 'address-feedback', {}, 'open', /^No review feedback is recorded\.$/],
	[
		'feedback: open points',
		'address-feedback',
		{ recorded: { rounds: [{ date: '2026-01-02', points: [{ text: 'p', done: false }] }] } },
		'open',
		/^1 review point open\.$/,
	],
	['feedback: settled', 'address-feedback', { recorded: { rounds: [{ date: '2026-01-02', points: [{ text: 'p', done: true }] }] } }, 'done', /settled/],
	[
		'feedback: settled, and a finding since',
		'address-feedback',
		{
			recorded: { rounds: [{ date: '2026-01-02', points: [{ text: 'p', done: true }] }] },
			report: { findings: [finding('a/b', 'address-feedback', 'warning')] },
		},
		'attention',
		/^Was done; 1 warning since then\.$/,
	],
	['credentials', 'provide-credentials', {}, 'open', /Never put them in the repository or a draft/],
	['logs: none', 'demo-or-logs', {}, 'open', /No log/],
	['logs: of this commit', 'demo-or-logs', { recorded: { run: passed } }, 'done', /at the current commit/],
	['logs: of another commit', 'demo-or-logs', { recorded: { run: { ...passed, commit: other } } }, 'attention', /not at the current commit/],
	['logs: of uncommitted changes', 'demo-or-logs', { recorded: { run: { ...passed, dirty: true } } }, 'attention', /with uncommitted changes/],
	['logs: git says nothing', 'demo-or-logs', { recorded: { run: passed }, git: '' }, 'unknown', /the tested commit is unknown/],
	['logs: a demo was given', 'demo-or-logs', { recorded: { ticks: { 'demo-or-logs': { state: 'done', at: '2026-01-02' } } } }, 'done', /Done on/],
	['release: tagged', 'plugin-release', {}, 'done', /latest version tag is v1\.2\.3/],
	['release: no tag', 'plugin-release', { git: `commit: ${commit}` }, 'open', /no version tag/],
	['release: other tags', 'plugin-release', { git: `commit: ${commit}\ntags: 1.2.3` }, 'open', /no tag is a version/],
	['release: no git', 'plugin-release', { git: '' }, 'unknown', /not a git repository/],
	[
		'release: findings of its rules, whatever their item',
		'plugin-release',
		{ report: { findings: [finding('release/archive-name', 'address-feedback')] } },
		'open',
		/1 error/,
	],
	[
		'release: a rule of documentation that failed does not matter',
		'plugin-release',
		{ report: { failures: [{ rule: 'docs/x', message: 'm' }] } },
		'done',
		/v1\.2\.3/,
	],
	[
		'release: a config whose builds are unknown',
		'plugin-release',
		{ files: [['.goreleaser.yml', 'builds: [\n']] },
		'unknown',
		/^State unknown: what \.goreleaser\.yml builds could not be determined\.$/,
	],
	["release: HashiCorp's own pipeline", 'plugin-release', { files: [['.release/ci.hcl', '']] }, 'unknown', /own release pipeline is not checked/],
	[
		'documentation: all boxes of the request confirmed',
		'docs-registration',
		{ files: registrable },
		'done',
		/^Nothing speaks against the boxes of the integration request\.$/,
	],
	[
		'documentation: no findings, and none of what the request asks for',
		'docs-registration',
		{},
		'open',
		/^`\.web-docs\/metadata\.hcl` is missing, and 5 more obstacles\.$/,
	],
	[
		'documentation: one box left',
		'docs-registration',
		{ files: registrable.map(([path, text]) => [path, path === 'docs/README.md' ? '' : text]) },
		'open',
		/^`docs\/README\.md` is missing or empty\.$/,
	],
	['integration request: not filed', 'integration-request', { files: registrable }, 'open', /^Draft and file the request, then check the box\.$/],
	[
		'integration request: filed',
		'integration-request',
		{ recorded: { ticks: { 'integration-request': { state: 'done', at: '2026-01-02' } } } },
		'done',
		/2026-01-02/,
	],
	['documentation: findings', 'docs-registration', { report: { findings: [finding('webdocs/missing', 'address-feedback')] } }, 'open', /1 error/],
	[
		'documentation: a component named at run time',
		'docs-registration',
		{ files: [['main.go', main.replace('plugin.DEFAULT_NAME', 'os.Getenv("NAME")')]] },
		'unknown',
		/name of a builder in main\.go is known only at run time/,
	],
	['agreement', 'partner-agreement', {}, 'open', /^Check the box/],
	['support: nothing missing', 'support-plan', {}, 'open', /^No findings\. Check the box when there is a plan\.$/],
	['support: ticked', 'support-plan', { recorded: { ticks: { 'support-plan': { state: 'done', at: '2026-01-02' } } } }, 'done', /2026-01-02/],
	[
		'support: ticked, and a finding',
		'support-plan',
		{ recorded: { ticks: { 'support-plan': { state: 'done', at: '2026-01-02' } } }, report: { findings: [finding('support/x', 'support-plan', 'warning')] } },
		'attention',
		/1 warning/,
	],
];

describe('checklist', () => {
	for (const [does, id, given, state, reason] of cases)
		it(does, async () => {
			const item = (await items(given)).find(one => one.id === id);
			assert.equal(item?.state, state, item?.reason);
			assert.match(item?.reason ?? '', reason);
		});

	it("has the program's nine items in its order, and the three parts of the release among them", async () => {
		const ids = (await items({})).map(item => item.id);
		assert.deepEqual(
			ids.filter(id => !['docs-registration', 'plugin-release', 'integration-request'].includes(id)),
			[...itemIds],
		);
		assert.equal(ids.length, 12);
	});

	it('shows nothing as done that rules judge, where a file could not be read', async () => {
		const ticks = Object.fromEntries(itemIds.map(id => [id, { state: 'done', at: '2026-01-02' }]));
		const rounds = [{ date: '2026-01-02', points: [{ text: 'p', done: true }] }];
		const blind = await items({ report: { unreadable: [{ path: 'x', reason: 'r' }] }, recorded: { ticks, rounds, run: passed } });
		const judged = ['develop-and-test', 'address-feedback', 'plugin-release', 'docs-registration', 'support-plan'];
		assert.deepEqual(
			blind.filter(item => judged.includes(item.id)).map(item => item.state),
			judged.map(() => 'unknown'),
		);
	});

	it('sums the six steps up, as text and as Markdown', async () => {
		const ticks = { webform: { state: 'done', at: '2026-01-02' }, mnda: { state: 'notNeeded', at: '2026-01-02' } } as const;
		const all = await items({ recorded: { ticks }, report: { findings: [finding('a/b', 'develop-and-test'), finding('a/c', 'develop-and-test', 'info')] } });
		assert.equal(
			summaryText(all),
			`1. Engage             1 of 1
   [x] Fill out the integration web form
2. Enable             1 of 1
   [-] Execute the MNDA, if needed (not needed)
3. Develop and test   0 of 1
   [ ] Develop and test the plugin, with acceptance tests and documentation (2 findings)
4. Review             0 of 4
   [ ] Send the email that schedules the initial review
   [ ] Address review feedback and finalize the plugin: No review feedback is recorded
   [ ] Give HashiCorp credentials for the test infrastructure
   [ ] Give a demo or send the test logs
5. Release            1 of 4
   [x] Publish releases that packer init can install
   [ ] Make the documentation ready to register as an integration: \`.web-docs/metadata.hcl\` is missing, and 5 more obstacles
   [ ] File the integration request
   [ ] Sign the partner agreement, follow the logo guidelines, get listed
6. Support            0 of 1
   [ ] Plan for continued support`,
		);
		assert.match(
			summaryMarkdown(all),
			/^1\. \*\*Engage\*\* \(1 of 1\)\n {3}- \[x\] Fill out the integration web form\n2\. \*\*Enable\*\* \(1 of 1\)\n {3}- \[ \] Execute the MNDA, if needed \(not needed\)\n/,
		);
	});

	it('takes the highest tag that packer init takes', () => {
		assert.equal(latestTag(['v1.9.0', 'v1.10.0', 'v2.0.0-rc1', '3.0.0', 'v4.0', 'v01.99.0', 'v1.2.3+x']), 'v1.10.0');
		assert.equal(latestTag(['nightly']), undefined);
	});
});
