import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, Region, Run } from 'sarif';
import { SaxesParser } from 'saxes';
import type { FindingReport } from '../../server/src/cli/model';
import { rules } from '../../server/src/rules/index';
import { some } from '../support/some';
import { cli, type Files } from './fake';
import { acme, at, json, twice } from './plugins';

const files = at('/w', acme);
const out = async (line: string | readonly string[], given: Files = files, cwd = '/w') => (await cli(line, given, { cwd })).out;
const suppressed = (main: string) =>
	main.replace('plugin.NewSet()', 'plugin.NewSet() // packer-readiness:ignore main/no-set-version -- 100% "set" by <build>, & so: on');
const registeredTwice = at('/w', twice);
const muted: Files = { ...files, '/w/main.go': suppressed(files['/w/main.go'] as string) };

describe('check --format json', () => {
	const validate = formats.default(new Ajv({ strict: true, allowUnionTypes: true })).compile(json('schemas/report.schema.json') as object);

	for (const [name, given] of Object.entries({
		'a plugin': files,
		'suppressed findings': muted,
		'related places': registeredTwice,
		'unreadable files': { ...files, '/w/x.go': new Error('permission denied') },
		'no module path': { ...files, '/w/go.mod': 'go 1.24\n\nrequire github.com/hashicorp/packer-plugin-sdk v0.6.10\n' },
	}))
		it(`is as its schema says: ${name}`, async () => {
			const text = await out('check --format json', given);
			assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
		});

	it('has a title and the related places of each finding', async () => {
		const { findings } = JSON.parse(await out('check --format json', registeredTwice)).plugins[0];
		const said = findings.map(({ rule, title, related }: FindingReport) => ({ rule, title, related }));
		assert.deepEqual(
			said.find(({ rule }: FindingReport) => rule === 'main/duplicate-registration'),
			{
				rule: 'main/duplicate-registration',
				title: 'Component registered twice',
				related: [{ path: 'main.go', range: { start: { line: 10, column: 22 }, end: { line: 10, column: 26 } }, message: 'First registered here' }],
			},
		);
		assert.deepEqual(
			said.find(({ rule }: FindingReport) => rule === 'license/missing'),
			{ rule: 'license/missing', title: 'License missing', related: [] },
		);
	});

	for (const field of ['title', 'related'])
		it(`is rejected by its schema where a finding has no ${field}`, async () => {
			const report = JSON.parse(await out('check --format json', files));
			delete report.plugins[0].findings[0][field];
			assert.equal(validate(report), false);
		});

	it('is rejected by its schema where a field is missing', async () => {
		const { summary: _, ...rest } = JSON.parse(await out('check --format json')).plugins[0];
		assert.equal(
			validate({
				schemaVersion: 1,
				tool: { name: 'packer-plugin-readiness', version: '0.1.0' },
				plugins: [rest],
				timings: { totalMs: 0, readMs: 0, parseMs: 0, rulesMs: 0 },
			}),
			false,
		);
	});
});

describe('check --format pretty', () => {
	it('shows five related places of a finding and counts the rest, but six rather than five and one more', async () => {
		const relatedOf = async (links: number) => {
			const page = Array.from({ length: links }, (_, i) => `- [x](/docs/commands/x${i})\n`).join('');
			const text = await out('check', { ...files, '/w/docs/README.md': page });
			const [, after = ''] = text.split(/^docs\/README\.md:\d+:\d+ warning docs\/legacy-link .*$/m);
			return after
				.split('\n')
				.filter(line => /^ {2}(?:docs\/README\.md:|and )/.test(line))
				.slice(0, links);
		};
		assert.deepEqual(
			(await relatedOf(9)).map(line => line.replace(/(:\d+):.*/, '$1')),
			[...[2, 3, 4, 5, 6].map(line => `  docs/README.md:${line}`), '  and 3 more places'],
		);
		assert.deepEqual(
			(await relatedOf(7)).map(line => line.replace(/(:\d+):.*/, '$1')),
			[2, 3, 4, 5, 6, 7].map(line => `  docs/README.md:${line}`),
		);
	});

	it('shows related places below the line of the finding', async () =>
		assert.match(
			await out('check', registeredTwice),
			/^main\.go:11:22 error main\/duplicate-registration Builder `vm` .*\n.* \| .*\n.* \| +\^{4}\n {2}main\.go:10:22 First registered here$/m,
		));
});

describe('check --format sarif', () => {
	const sarif = async (line: string | readonly string[] = 'check --format sarif', given = files, cwd = '/w') => {
		const log = JSON.parse(await out(line, given, cwd)) as Log;
		assert.equal(log.version, '2.1.0');
		assert.equal(log.runs.length, 1);
		return log.runs[0] as Run;
	};
	const results = (run: Run) => run.results ?? [];

	it('lists every rule with its page, whether or not it has results', async () => {
		const { out: text } = await cli('check --format sarif', files, { pages: { 'main/no-set-version': '# main/no-set-version\n' } });
		const { driver } = ((JSON.parse(text) as Log).runs[0] as Run).tool;
		assert.deepEqual(
			driver.rules?.map(rule => rule.id),
			Object.keys(rules).sort(),
		);
		for (const rule of some(driver.rules ?? []))
			assert.ok(rule.fullDescription?.text && rule.helpUri?.startsWith('https://') && rule.help?.text && rule.defaultConfiguration?.level, rule.id);
		assert.equal(driver.rules?.find(rule => rule.id === 'main/no-set-version')?.help?.markdown, '# main/no-set-version\n');
		const { title, summary } = rules['main/no-set-version'];
		const described = driver.rules?.find(rule => rule.id === 'main/no-set-version');
		assert.deepEqual([described?.shortDescription?.text, described?.fullDescription?.text], [title, `${summary}.`]);
	});

	it('gives every result a place, a rule, a level and a fingerprint of its own', async () => {
		const run = await sarif();
		for (const result of some(results(run))) {
			const place = result.locations?.[0]?.physicalLocation;
			assert.equal(place?.artifactLocation?.uriBaseId, 'SRCROOT');
			assert.doesNotMatch(place?.artifactLocation?.uri ?? '/', /^\/|\\|^\w+:|(?:^|\/)\.\.?(?:\/|$)/);
			assertRegion(place?.region);
			assert.equal(run.tool.driver.rules?.[result.ruleIndex as number]?.id, result.ruleId);
			assert.ok(['error', 'warning', 'note'].includes(result.level ?? ''));
			assert.match(result.partialFingerprints?.primaryLocationLineHash ?? '', /^[0-9a-f]{16}:\d+$/);
		}
		const prints = results(run).map(r => r.partialFingerprints?.primaryLocationLineHash);
		assert.equal(new Set(prints).size, prints.length);
		assert.equal(run.columnKind, 'utf16CodeUnits');
	});

	it('keeps fingerprints where lines above come and go', async () => {
		const moved = { ...files, '/w/main.go': `// A comment.\n\n${files['/w/main.go']}` };
		const prints = async (given: Files) => results(await sarif('check --format sarif', given)).map(r => r.partialFingerprints);
		assert.deepEqual(await prints(moved), await prints(files));
	});

	it('says who suppressed a result and why', async () => {
		const result = results(await sarif('check --format sarif', muted)).find(r => r.ruleId === 'main/no-set-version');
		assert.deepEqual(result?.suppressions, [{ kind: 'inSource', status: 'accepted', justification: '100% "set" by <build>, & so: on' }]);
	});

	it('gives the edits of a fix, in lines and columns', async () => {
		const page = { '/w/docs/builders/vm.mdx': 'The builder makes machines.\n\n## Configuration\n\nNone.\n' };
		const fixes = results(await sarif('check --format sarif', { ...files, ...page })).flatMap(r => r.fixes ?? []);
		for (const fix of some(fixes)) {
			assert.ok(fix.description?.text);
			for (const { artifactLocation, replacements } of some(fix.artifactChanges)) {
				assert.equal(artifactLocation.uriBaseId, 'SRCROOT');
				for (const { deletedRegion } of some(replacements)) assertRegion(deletedRegion);
			}
		}
	});

	it('percent-encodes paths, and places them from where the command was run', async () => {
		const strange = at('/w/my plugin#1/größe', acme);
		const run = await sarif('check --format sarif', strange);
		assert.ok(results(run).every(r => r.locations?.[0]?.physicalLocation?.artifactLocation?.uri?.startsWith('my%20plugin%231/gr%C3%B6%C3%9Fe/')));
		assert.deepEqual(run.originalUriBaseIds, { SRCROOT: { uri: 'file:///w/' } });
		const elsewhere = await sarif(['check', '/w/my plugin#1/größe', '--format', 'sarif'], strange, '/home');
		assert.ok(results(elsewhere).some(r => r.locations?.[0]?.physicalLocation?.artifactLocation?.uri === 'go.mod'));
		assert.deepEqual(elsewhere.originalUriBaseIds, { SRCROOT: { uri: 'file:///w/my%20plugin%231/gr%C3%B6%C3%9Fe/' } });
	});

	it('gives related places, in lines and columns, and none where there are none', async () => {
		const all = results(await sarif('check --format sarif', registeredTwice));
		assert.deepEqual(all.find(r => r.ruleId === 'main/duplicate-registration')?.relatedLocations, [
			{
				id: 1,
				physicalLocation: {
					artifactLocation: { uri: 'main.go', uriBaseId: 'SRCROOT' },
					region: { startLine: 10, startColumn: 22, endLine: 10, endColumn: 26 },
				},
				message: { text: 'First registered here' },
			},
		]);
		assert.equal(all.find(r => r.ruleId === 'license/missing')?.relatedLocations, undefined);
		assert.equal(all.find(r => r.ruleId === 'license/missing')?.properties?.title, 'License missing');
	});

	it('says what could not be checked', async () => {
		const { invocations } = await sarif('check --format sarif', { ...files, '/w/x.go': new Error('permission denied') });
		assert.equal(invocations?.[0]?.executionSuccessful, false);
		assert.equal(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text, '`x.go` could not be read: permission denied.');
	});
});

function assertRegion(region: Region | undefined): void {
	const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region ?? {};
	assert.ok(startLine >= 1 && startColumn >= 1 && endLine >= startLine && (endLine > startLine || endColumn >= startColumn), JSON.stringify(region));
}

describe('check --format github', () => {
	it('writes a workflow command for each finding', async () => {
		const text = await out('check --format github');
		assert.match(text, /^::error file=main\.go,line=9,endLine=9,col=9,endColumn=24,title=Plugin version not set \(main\/no-set-version\)::Plugin set /m);
		assert.match(text, /^packer-plugin-acme: \d+ errors/m);
		assert.equal(text.split('\n').filter(line => line !== '' && !line.startsWith('::')).length, 1);
	});

	it('escapes what would end a command or a property', async () => {
		const text = await out('check --format github', at('/w/a,b:c%d', acme));
		assert.match(text, /^::error file=a%2Cb%3Ac%25d\/main\.go,/m);
	});

	it('names related places below the message', async () =>
		assert.match(
			await out('check --format github', registeredTwice),
			/^::error file=main\.go,line=11,.*::Builder `vm` .*%0Amain\.go:10: First registered here$/m,
		));

	it('leaves suppressed findings out', async () => assert.doesNotMatch(await out('check --format github', muted), /main\/no-set-version/));
});

describe('check --format junit', () => {
	it('has a suite for each plugin and a case for each rule', async () => {
		const text = await out('check one two --format junit', { ...at('/w/one', acme), ...at('/w/two', acme) });
		assert.equal(text.match(/<testsuite /g)?.length, 2);
		assert.equal(text.match(/<testcase /g)?.length, 2 * Object.keys(rules).length);
		assert.equal(new RegExp(`^<testsuites .*tests="${2 * Object.keys(rules).length}"`, 'm').test(text), true);
	});

	it('fails where the run fails, and only there', async () => {
		const failures = async (failOn: string) => Number(/<testsuites .*failures="(\d+)"/.exec(await out(`check --format junit --fail-on ${failOn}`))?.[1]);
		assert.equal(await failures('never'), 0);
		assert.ok((await failures('error')) > 0);
		assert.ok((await failures('info')) > (await failures('error')));
	});

	it('has the title as the message of a failure, and the related places below the finding', async () => {
		const text = await out('check --format junit', registeredTwice);
		assert.match(
			text,
			/<failure message="Component registered twice" type="error">main\.go:11:22: error: Builder `vm` .* https:.*\n {2}main\.go:10:22: First registered here<\/failure>/,
		);
		const two = at('/w', twice.replace(/(\tpps.RegisterBuilder.*\n)/, '$1\tpps.RegisterProvisioner("vm", nil)\n\tpps.RegisterProvisioner("vm", nil)\n'));
		assert.match(await out('check --format junit', two), /<failure message="2 findings: Component registered twice" type="error">/);
	});

	/** What a parser reads: the attributes of all elements, and the text in them. Throws if it is not XML 1.0. */
	const parsed = (xml: string) => {
		const parser = new SaxesParser();
		const attributes: string[] = [];
		let text = '';
		parser.on('error', error => {
			throw error;
		});
		parser.on('opentag', tag => attributes.push(...Object.entries(tag.attributes).map(([name, value]) => `${tag.name} ${name}=${value}`)));
		parser.on('text', part => {
			text += part;
		});
		parser.write(xml).close();
		return { attributes, text };
	};

	it('says the same to a parser, whatever is in it', async () => {
		const { text } = parsed(await out('check --format junit', muted));
		assert.ok(text.includes('(suppressed: 100% "set" by <build>, & so: on)'), text);
		const off = (reason: string) => ({
			...files,
			'/w/.packer-readiness.yml': `rules:\n  main/no-set-version:\n    severity: off\n    reason: ${JSON.stringify(reason)}\n`,
		});
		for (const [reason, read] of [
			[`&amp; "it's" <!-- ]]> &#1;`, `&amp; "it's" <!-- ]]> &#1;`],
			['true', 'true'],
			['a\u0000b\u0001\u001b[31m\ufffe\ud800c', 'a\ufffdb\ufffd\ufffd[31m\ufffd\ufffdc'],
			['größe 🙂', 'größe 🙂'],
		] as const) {
			const xml = parsed(await out('check --format junit', off(reason)));
			assert.ok(xml.attributes.includes(`skipped message=${read}`), xml.attributes.filter(a => a.startsWith('skipped')).join());
			assert.ok(xml.text.includes(`(suppressed: ${read})`), reason);
		}
	});

	it('says which files could not be read, and has an element for each that counts', async () => {
		const { attributes, text } = parsed(await out('check --format junit', { ...files, '/w/x.go': new Error('permission denied') }));
		assert.ok(attributes.includes('testcase name=All files can be read') && attributes.includes('error message=1 file could not be read'));
		assert.ok(text.includes('x.go: permission denied'));
		const of = (element: string) => attributes.filter(a => a.startsWith(`${element} message=`)).length;
		for (const [element, counted] of [
			['failure', 'failures'],
			['error', 'errors'],
			['skipped', 'skipped'],
		] as const)
			assert.ok(attributes.includes(`testsuites ${counted}=${of(element)}`) && attributes.includes(`testsuite ${counted}=${of(element)}`), element);
	});
});

describe('check --format markdown', () => {
	it('has a heading, a table of what counts, and the checklist', async () => {
		const text = await out('check --format markdown');
		assert.match(text, /^### packer-plugin-acme: \d+ errors(?:,| and) \d+ warnings?/m);
		assert.match(text, /^\| error \| `main\.go:9` \| \*\*Plugin version not set\.\*\* Plugin set .* \[main\/no-set-version\]\(https:.*\) \|$/m);
		assert.match(text, /<summary>Checklist of the Packer Integration Program<\/summary>/);
		for (const row of some(text.split('\n').filter(line => line.startsWith('|')))) assert.equal(row.replaceAll('\\|', '').split('|').length, 5, row);
	});

	it('names related places in the cell of the finding', async () =>
		assert.match(
			await out('check --format markdown', registeredTwice),
			/^\| error \| `main\.go:11` \| \*\*Component registered twice\.\*\* .*\)<br>`main\.go:10` First registered here \|$/m,
		));

	it('keeps what is in paths from becoming markup', async () => {
		const text = await out('check --format markdown', at('/w/a|b`c', acme));
		assert.match(text, /^\| error \| `` a\\\|b`c\/main\.go:9 `` \|/m);
	});

	it('fits into a comment, however much there is', async () => {
		const many = Object.assign({}, ...Array.from({ length: 40 }, (_, i) => at(`/w/${'x'.repeat(200)}${i}`, acme))) as Files;
		const text = await out('check --format markdown', many);
		assert.ok(text.length < 65_536, String(text.length));
		assert.match(text, /\d+ more findings? omitted, because the comment would be too long\./);
	}).timeout(20_000);
});
