import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Engine } from '../../server/src/engine/check';
import { text } from '../../server/src/facts/core/files';
import { nodeSpans } from '../../server/src/facts/places/nodeSpans';
import { identifier, identifierProblem } from '../../server/src/facts/webdocs/identifier';
import { metadata } from '../../server/src/facts/webdocs/metadata';
import { metadataPath } from '../../server/src/facts/webdocs/paths';
import { schemaProblems } from '../../server/src/facts/webdocs/schema';
import identifierRule from '../../server/src/rules/webdocs/identifier/rule';
import templateRule from '../../server/src/rules/webdocs/leftover/rule';
import schemaRule from '../../server/src/rules/webdocs/metadata-schema/rule';
import type { Grammars } from '../../server/src/syntax/grammars';
import { spanOf } from '../../server/src/text/nodes';
import type { Place } from '../../server/src/text/place';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const goMod = ['go.mod', 'module github.com/acme/packer-plugin-acme\n'] as const;
const sample = `# Read by the integrations portal
integration {
  name = "Acme" # a name
  description = "Creates images."
  identifier = "packer/acme/acme"
  flags = [
    "hcp-ready", // tested
    "archived",
  ]
  docs {
    process_docs = true
    readme_location = "./README.md"
  }
  license { url = "https://example.com" }
  component {
    type = "builder"
    name = "Acme VM"
    slug = "vm"
  }
}
`;

describe('metadata.hcl', () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const open = (source: string) => plugin([goMod, [metadataPath, source]], loaded);
	const problems = (content: string) =>
		open(`integration {\nname = "a"\ndescription = "b"\nidentifier = "packer/acme/acme"\n${content}\n}\n`)
			.get(schemaProblems)
			.map(({ problem, parent, name }) => `${problem} ${parent}.${name}`);

	it('is read with a place for each value', () => {
		const db = open(sample);
		const said = (place: Place | undefined) => {
			const span = place?.node === undefined ? undefined : spanOf(db.get(nodeSpans, metadataPath) ?? [], place.node);
			return span && (db.get(text, metadataPath) ?? '').slice(span.start, span.end);
		};
		const file = db.get(metadata);
		assert.equal(said(file?.header), 'integration');
		for (const value of [
			file?.name,
			file?.description,
			file?.identifier,
			file?.docs?.readmeLocation,
			file?.license?.url,
			...(file?.components.flatMap(c => [c.type, c.name, c.slug]) ?? []),
		]) {
			assert.ok(value);
			assert.equal(said(value.place), value.value);
		}
		assert.deepEqual(
			file?.flags?.items.map(({ value, place }) => [value, said(place)]),
			[
				['hcp-ready', '"hcp-ready"'],
				['archived', '"archived"'],
			],
		);
		assert.equal(file?.flags?.apart, true);
		assert.equal(file?.docs?.processDocs, true);
		assert.deepEqual([file?.oneLine, file?.license?.oneLine], [false, true]);
		assert.deepEqual(db.get(schemaProblems), []);
	});

	it('is not removed by lines where flags share them', () => {
		const apart = (flags: string) => open(`integration {\nflags = ${flags}\n}\n`).get(metadata)?.flags?.apart;
		for (const flags of ['["a", "b"]', '[ "a",\n"b" ]', '["a",\n"b"\n]', '[\n"a", "b"\n]']) assert.equal(apart(flags), false, flags);
		assert.equal(apart('[\n"a",\n"b"\n]'), true);
	});

	it('has what the validator asks for', () => {
		for (const [content, ...expected] of [
			['component {\ntype = "a"\n}', 'missing component.name', 'missing component.slug'],
			['component "x" {\ntype = "a"\nname = "b"\nslug = "c"\n}', 'block component.component'],
			['flags = "a"', 'type integration.flags'],
			['flags = ["a", 1]', 'type integration.flags'],
			['flags = []'],
			['flags {\n}', 'block integration.flags'],
			['hide_versions = "true"', 'type integration.hide_versions'],
			['hide_versions = true'],
			['integration_type = null'],
			['integration_type = 3', 'type integration.integration_type'],
			['docs {\n}', 'process-docs docs.process_docs'],
			['docs {\nprocess_docs = "true"\n}', 'type docs.process_docs'],
			['docs {\nprocess_docs = true\nexternal_url = "not an address"\n}'],
			['docs {\nprocess_docs = true\nexternal_url = null\n}'],
			['docs {\nprocess_docs = false\n}', 'external-url docs.external_url'],
			['docs {\nprocess_docs = false\nexternal_url = "example.com"\n}', 'url docs.external_url'],
			['docs {\nprocess_docs = false\nexternal_url = "https://example.com"\n}'],
			['docs {\nprocess_docs = true\n}\ndocs {\nprocess_docs = true\n}', 'repeated integration.docs'],
			['docs = true', 'block integration.docs'],
			['license {\nurl = "LICENSE"\n}', 'url license.url'],
			['license {\nurl = null\ntype = null\n}'],
			['license {\ntype = 2\n}', 'type license.type'],
			['license {\n}\nlicense {\n}', 'repeated integration.license'],
			['component = [{ type = "a", name = "b", slug = "c" }]'],
			['hide_versions = local.hidden', 'type integration.hide_versions'],
			['integration_type = local.type'],
			['component = [{ type = "a", name = "b" }]', 'missing component.slug'],
			['component = local.all', 'block integration.component'],
			['something = "else"'],
		] as const)
			assert.deepEqual(problems(content), expected, content);
		assert.deepEqual(
			open('')
				.get(schemaProblems)
				.map(p => p.problem),
			['integration'],
		);
		assert.deepEqual(
			open('integration "a" {\n}\n')
				.get(schemaProblems)
				.map(p => p.problem),
			['block', 'missing', 'missing', 'missing'],
		);
		assert.deepEqual(open('integration {').get(schemaProblems), []);
	});

	it('has an identifier that is judged by the repository and the module path', () => {
		const judge = (origin: string, module: string, id: string) =>
			plugin(
				[
					['repository', `origin: ${origin}\n`],
					['go.mod', `module ${module}\n`],
				],
				loaded,
			).get(identifierProblem, id);
		const acme = ['acme/packer-plugin-acme', 'github.com/acme/packer-plugin-acme'] as const;
		assert.equal(judge(...acme, 'packer/ACME/acme'), undefined);
		for (const id of ['', 'acme', 'packer/acme', 'packer/acme/', 'waypoint/acme/acme', 'packer/acme/acme/x', 'packer/a b/c'])
			assert.equal(judge(...acme, id), 'format', id);
		assert.equal(judge(...acme, 'packer/hashicorp/scaffolding'), 'template');
		assert.equal(judge(...acme, 'packer/hashicorp/acme'), 'organization');
		assert.equal(judge(...acme, 'packer/hashicorp/rocket'), 'plugin');
		assert.equal(judge(...acme, 'packer/other/acme'), 'owner');
		assert.equal(judge(...acme, 'packer/acme/other'), 'name');
		assert.equal(judge('acme/packer-plugin-acme-cloud', 'm.example/x', 'packer/acme/acme'), undefined);
		assert.equal(judge('someone/packer-plugin-acme', acme[1], 'packer/acme/acme'), 'moved');
		assert.equal(judge('hashicorp/packer-plugin-scaffolding', 'x', 'packer/hashicorp/scaffolding'), undefined);
		assert.equal(judge('acme/packer-plugin-new', 'github.com/hashicorp/packer-plugin-scaffolding', 'packer/hashicorp/scaffolding'), 'template');
		assert.equal(plugin([['go.mod', 'module packer-plugin-acme\n']], loaded).get(identifierProblem, 'packer/hashicorp/scaffolding'), undefined);
	});

	it("gives the identifier that workflows should have, unless it is the template's", () => {
		const of = (id: string) => open(`integration {\nidentifier = "${id}"\n}\n`).get(identifier);
		assert.equal(of('packer/acme/other'), 'packer/acme/other');
		assert.equal(of('packer/hashicorp/scaffolding'), 'packer/acme/acme');
		assert.equal(plugin([goMod], loaded).get(identifier), 'packer/acme/acme');
	});

	it('runs no rule again after an edit to a comment', () => {
		const ran: string[] = [];
		const db = plugin([goMod, [metadataPath, sample]], loaded, name => ran.push(name));
		const engine = new Engine({ a: identifierRule, b: schemaRule, c: templateRule });
		engine.check(db.get);
		ran.length = 0;
		db.setFile(metadataPath, { text: sample.replace('# a name', '# another\n  # name') });
		engine.check(db.get);
		assert.deepEqual(
			ran.filter(name => name.startsWith('rule')),
			[],
		);
	});

	it('never makes a fact throw', () => {
		const piece = fc.oneof(fc.constantFrom(...sample.split(/(\s+)/), '{', '}', '[', '"', 'docs', 'integration {', '${'), fc.string());
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), parts => {
				const db = open(parts.join(''));
				db.get(metadata);
				db.get(schemaProblems);
			}),
			{ numRuns: 200 },
		);
	});
});
