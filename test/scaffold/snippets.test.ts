import assert from 'node:assert/strict';
import { isBroken } from '../../server/src/facts/go/broken';
import { goSources, goTests, hcl2Specs } from '../../server/src/facts/go/sources';
import { components } from '../../server/src/facts/plugin/components';
import { kinds } from '../../server/src/facts/plugin/registrations';
import type { Grammars } from '../../server/src/syntax/grammars';
import { parseHcl } from '../../server/src/syntax/hcl/parse';
import { grammars } from '../support/grammars';
import { some } from '../support/some';
import { expanded, snippets, stops } from './snippet';
import { snippetPlugin } from './snippetPlugin';
import { findings } from './support';

describe('snippets', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	it('there is one for each kind of component, main.go, the version, an acceptance test and metadata.hcl', () => {
		const prefixes = (language: 'go' | 'hcl') => Object.values(snippets(language)).map(s => s.prefix);
		assert.deepEqual(prefixes('go'), [
			'packer-main',
			'packer-version',
			...['builder', 'step', 'provisioner', 'post-processor', 'datasource'].map(kind => `packer-${kind}`),
			'packer-acceptance-test',
		]);
		assert.deepEqual(prefixes('hcl'), ['packer-metadata', 'packer-metadata-component', 'packer-required-plugins', 'packer-example']);
	});

	for (const language of ['go', 'hcl'] as const)
		for (const [title, { prefix, description, body }] of some(Object.entries(snippets(language))))
			it(`${prefix} has a title, a description, and tab stops without a gap`, () => {
				assert.match(title, /^Packer: /);
				assert.match(description, /^[A-Z.].{20,}[^.]$|^main\.go .*[^.]$|^version\/.*[^.]$/);
				const numbers = new Set(stops(body.join('\n')).map(({ stop }) => Number(stop)));
				assert.deepEqual(
					[...numbers].sort((a, b) => a - b),
					Array.from(numbers, (_, i) => i + 1),
				);
				assert.equal(body.join('\n').match(/\$0/g)?.length, 1, 'the last tab stop');
			});

	for (const { prefix } of some(Object.values(snippets('hcl'))))
		it(`${prefix} is HCL`, () => assert.deepEqual(parseHcl(loaded.hcl, expanded('hcl', prefix)).file.problems, []));

	for (const kind of some(kinds))
		it(`a plugin whose ${kind} is from snippets has nothing to report`, () => {
			const db = snippetPlugin(kind, loaded);
			for (const path of [...db.get(goSources), ...db.get(goTests), ...db.get(hcl2Specs)]) assert.equal(db.get(isBroken, path), false, path);
			assert.deepEqual(
				db.get(components).map(c => [c.kind, c.fullName, c.implementation?.dir]),
				[[kind, 'acme', `${kind}/acme`]],
			);
			assert.deepEqual(findings(db), []);
		});
});
