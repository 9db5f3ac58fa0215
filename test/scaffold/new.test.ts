import assert from 'node:assert/strict';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { isBroken } from '../../server/src/facts/go/broken';
import { components } from '../../server/src/facts/plugin/components';
import { isPlugin } from '../../server/src/facts/plugin/plugin';
import { kinds } from '../../server/src/facts/plugin/registrations';
import { expectedHcl2Spec, hcl2SpecPath } from '../../server/src/generate/hcl2spec/file';
import { webdocsSettings } from '../../server/src/generate/webdocs/settings';
import { newPlugin } from '../../server/src/scaffold/plugin';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { some } from '../support/some';
import { findings, fresh, made } from './support';

describe('scaffold: a new plugin', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	it('has one builder that is called as the plugin is', () => {
		const db = fresh({ name: 'acme', owner: 'acme-inc' }, loaded);
		assert.equal(db.get(isPlugin), true);
		assert.deepEqual(
			db.get(components).map(c => [c.kind, c.fullName, c.implementation?.path]),
			[['builder', 'acme', 'builder/acme/builder.go']],
		);
	});

	it('gives no rule anything to report', () => assert.deepEqual(findings(fresh({ name: 'acme', owner: 'acme-inc' }, loaded)), []));

	for (const kind of some(kinds))
		for (const name of ['', 'import', 'from-disk', 'web2'])
			it(`gives no rule anything to report with a ${kind} ${name || 'of its own name'}`, () => {
				const db = fresh({ name: 'happy-cloud', owner: 'Happy', components: [{ kind, name }] }, loaded);
				assert.deepEqual(findings(db), []);
				assert.deepEqual(
					db.get(components).map(c => [c.kind, c.name, c.implementation !== undefined]),
					[[kind, name, true]],
				);
			});

	it('has Go that can be read, and what packer-sdc makes of it', () => {
		const db = fresh({ name: 'acme', owner: 'acme', components: kinds.map(kind => ({ kind, name: 'web' })) }, loaded);
		const go = db.get(filesUnder, '').filter(path => path.endsWith('.go'));
		assert.ok(go.length > 20);
		assert.deepEqual(
			go.filter(path => db.get(isBroken, path)),
			[],
		);
		for (const path of some(go.filter(path => path.endsWith('/config.go'))))
			assert.equal(db.get(text, hcl2SpecPath(path)), db.get(expectedHcl2Spec, path)?.text, path);
	});

	it('includes no partial that is not there', () => {
		const db = fresh({ name: 'acme', owner: 'acme', components: kinds.map(kind => ({ kind, name: 'web' })) }, loaded);
		const includes = db
			.get(filesUnder, 'docs')
			.flatMap(path => [...(db.get(text, path) ?? '').matchAll(/@include '([^']+)'/g)].map(([, partial]) => ({ path, partial })));
		for (const { path, partial } of some(includes)) assert.ok(db.get(text, `docs-partials/${partial}`) !== undefined, `${path} includes ${partial}`);
		const compiled = db.get(filesUnder, '.web-docs').filter(path => path.endsWith('.md'));
		for (const path of some(compiled)) assert.doesNotMatch(db.get(text, path) ?? '', /@include/);
	});

	it('has a script and a Makefile of which the generators know what they do', () => {
		const settings = fresh({ name: 'acme', owner: 'acme-inc' }, loaded).get(webdocsSettings);
		assert.ok(settings !== undefined && !('reason' in settings), JSON.stringify(settings));
		assert.deepEqual([settings.source, settings.partials, settings.output, settings.organization], ['docs', 'docs-partials', '.web-docs', 'acme-inc']);
	});

	it('makes the script executable, and nothing else', () => {
		const { files } = made(newPlugin({ name: 'acme', owner: 'acme' }, loaded));
		assert.deepEqual(
			files.filter(f => f.executable).map(f => f.path),
			['.web-docs/scripts/compile-to-webdocs.sh'],
		);
	});

	it('ends each file with one line end, and has no blanks at line ends', () => {
		const { files } = made(newPlugin({ name: 'acme', owner: 'acme' }, loaded));
		for (const { path, text } of some(files)) assert.match(text, /[^\n]\n$/, path);
		const ours = files.filter(({ path }) => !/\.hcl2spec\.go$|^LICENSE$|docs-partials/.test(path));
		for (const { path, text } of some(ours)) assert.doesNotMatch(text, /[ \t]\n/, path);
	});

	it('takes the name with packer-plugin- before it too', () =>
		assert.deepEqual(made(newPlugin({ name: 'packer-plugin-acme', owner: 'acme' }, loaded)), made(newPlugin({ name: 'acme', owner: 'acme' }, loaded))));

	for (const [name, owner, why] of [
		['Acme', 'acme', 'lowercase letters'],
		['a--b', 'acme', 'single dashes'],
		['1a', 'acme', 'start with a letter'],
		['', 'acme', 'lowercase letters'],
		['packer-acme', 'acme', 'omit the prefix'],
		['acme', 'not an owner', 'GitHub'],
		['acme', '../x', 'GitHub'],
		['amazon', 'acme', 'HashiCorp publishes'],
		['scaffolding', 'acme', 'template'],
		['file', 'acme', 'built-in'],
		['con', 'acme', 'Windows reserves'],
		['a-ux', 'acme', 'Windows reserves'],
	] as const)
		it(`refuses ${owner}/${name || '(nothing)'}, and says why`, () => {
			const result = newPlugin({ name, owner }, loaded);
			assert.ok('refused' in result && result.refused.includes(why), JSON.stringify(result).slice(0, 200));
		});
});
