import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lastManifest, type ManifestEntry, manifestPatch, manifestPath, withEntry } from '../../server/src/drafts/manifest';
import { drafted, files, sent } from './happycloud';

const entry = (title: string): ManifestEntry => ({ title, path: 'p', repo: 'acme/packer-plugin-p', version: 'latest' });
const listed = (...titles: string[]) => `${JSON.stringify(titles.map(entry), undefined, 2)}\n`;

/** What git makes of a manifest with a patch. */
function applied(manifest: string, patch: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
	try {
		const file = join(folder, manifestPath);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, manifest);
		execFileSync('git', ['init', '-q'], { cwd: folder });
		writeFileSync(join(folder, 'register.patch'), patch);
		execFileSync('git', ['apply', '--whitespace=error-all', 'register.patch'], { cwd: folder, stdio: 'pipe' });
		return readFileSync(file, 'utf8');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

const block = (text: string, language: string) => new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)?.[1] ?? '';

describe('registration pull request', () => {
	it('has the manifest entry, title and body that the route asked for', async () => {
		const { title, text } = await drafted('docs-pr');
		assert.equal(title, 'Register documentation for HappyCloud plugin');
		assert.equal(
			block(text, 'json'),
			`  {
    "title": "HappyCloud",
    "path": "happycloud",
    "repo": "acme/packer-plugin-happycloud",
    "version": "latest",
    "pluginTier": "community"
  }
`,
		);
		assert.deepEqual(
			[...block(text, 'markdown').matchAll(/^### (.+)$/gm)].map(m => m[1]),
			['Description', 'Resolved Issues', 'Rollback Plan', 'Changes to Security Controls'],
		);
	});

	it('says first which route is open, then marks this one as closed, and when that was', async () => {
		const { text } = await drafted('docs-pr');
		const [open = '', closed = ''] = text.split('## Closed route');
		assert.match(open, /^# Register the documentation of HappyCloud\n\n## Open route: integration request\n/);
		for (const said of ['template=plugin_integration.md', 'draft integration-request']) assert.ok(open.includes(said), said);
		for (const said of ['2023-12-05', '2024-01-29', '2026-07-07']) assert.ok(closed.slice(0, closed.indexOf('### Title')).includes(said), said);
	});

	it('goes nowhere, and offers the open route', async () => {
		const { target, notices, text } = await drafted('docs-pr');
		assert.equal(target, '');
		assert.deepEqual(
			notices.map(({ severity, instead }) => [severity, instead]),
			[['warning', 'integration-request']],
		);
		assert.deepEqual(await sent('docs-pr', text), {});
		assert.doesNotMatch(text, /\/compare\//);
	});

	it('has a patch that git applies to the file as it last was', async () => {
		const made = applied(lastManifest, block((await drafted('docs-pr')).text, 'diff'));
		assert.deepEqual(JSON.parse(made), [
			{ title: 'HappyCloud', path: 'happycloud', repo: 'acme/packer-plugin-happycloud', version: 'latest', pluginTier: 'community' },
		]);
	});

	for (const [where, before, after] of [
		['first', listed('B', 'C'), listed('A', 'B', 'C')],
		['in the middle', listed('1&1', 'Zzz'), listed('1&1', 'A', 'Zzz')],
		['last', listed('0'), listed('0', 'A')],
		['alone', lastManifest, listed('A')],
		['last, in a file without a line break at its end', listed('0').trimEnd(), listed('0', 'A').trimEnd()],
	] as const)
		it(`puts an entry in by its title, ${where}, so that git applies it`, () => {
			assert.equal(withEntry(before, entry('A')), after);
			assert.equal(applied(before, manifestPatch(entry('A'), before) ?? ''), after);
		});

	it('makes no patch of other texts', () => {
		for (const text of ['', '{}', 'x', '[1]', '[{"title":"A"}]']) assert.equal(manifestPatch(entry('B'), text), undefined, text);
	});

	it('says where the documentation is where that is master, and that it is ready for HCP Packer only where flag and code say so', async () => {
		const branch = { repository: files.repository?.replace('branch: main', 'branch: master') };
		assert.match(block((await drafted('docs-pr', { files: branch })).text, 'json'), /"sourceBranch": "master"/);
		const flagged = { '.web-docs/metadata.hcl': files['.web-docs/metadata.hcl']?.replace('  component', '  flags = ["hcp-ready"]\n  component') };
		assert.doesNotMatch((await drafted('docs-pr', { files: flagged })).text, /isHcpPackerReady/);
		const coded = { 'builder/artifact.go': 'package builder\nimport "github.com/hashicorp/packer-plugin-sdk/packer/registry/image"\n' };
		assert.match(block((await drafted('docs-pr', { files: { ...flagged, ...coded } })).text, 'json'), /"isHcpPackerReady": true/);
	});
});
