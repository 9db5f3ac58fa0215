import assert from 'node:assert/strict';
import fc from 'fast-check';
import hcl from 'hcl2-parser';
import { z } from 'zod';
import { hclFile } from '../../server/src/facts/webdocs/hcl';
import { metadataPath } from '../../server/src/facts/webdocs/paths';
import { schemaProblems } from '../../server/src/facts/webdocs/schema';
import type { Grammars } from '../../server/src/syntax/grammars';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

/** The schema as the portal has it, written from its description, over the parser that the portal uses. */
const optionalText = z.string().nullable().default(null);
const readme = z.string().default('./README.md');
const docs = z.discriminatedUnion('process_docs', [
	z.object({ process_docs: z.literal(false), readme_location: readme, external_url: z.string().url() }),
	z.object({ process_docs: z.literal(true), readme_location: readme, external_url: optionalText }),
]);
const integration = z.object({
	name: z.string(),
	description: z.string(),
	identifier: z.string(),
	component: z.array(z.object({ type: z.string(), name: z.string(), slug: z.string() })).default([]),
	flags: z.array(z.string()).default([]),
	hide_versions: z.boolean().default(false),
	license: z
		.array(z.object({ type: optionalText, url: z.string().url().nullable().default(null) }))
		.length(1)
		.optional(),
	docs: z.array(docs).length(1).optional(),
	integration_type: z.string().nullable().optional(),
});
const schema = z.object({ integration: z.array(integration).length(1) });

function isAccepted(source: string): boolean {
	try {
		const [parsed, error] = hcl.parseToObject(source);
		return error === null && schema.safeParse(parsed).success;
	} catch {
		return false; // it stops the notification, too
	}
}

/** An attribute or a block; the value of an attribute is HCL. */
type Item = readonly [name: string, value: string] | { readonly type: string; readonly label?: string; readonly body: readonly Item[] };

const printed = (items: readonly Item[], indent = ''): string =>
	items
		.map(item =>
			'body' in item
				? `${indent}${item.type}${item.label === undefined ? '' : ` "${item.label}"`} {\n${printed(item.body, `${indent}  `)}${indent}}\n`
				: `${indent}${item[0]} = ${item[1]}\n`,
		)
		.join('');

const text = fc.constantFrom('"Acme"', '""', '"packer/acme/acme"', '"a\\"b"', '<<EOT\nAcme\nEOT', '"${local.name}"', '"https://example.com/a"');
const url = fc.constantFrom('"https://example.com"', '"http://a.b/c?d#e"', '"mailto:a@b.c"');
/** Values of which some are of the wrong type wherever they stand. */
const any = fc.oneof(
	text,
	url,
	fc.constantFrom(
		'1',
		'-1',
		'true',
		'false',
		'null',
		'[]',
		'["a"]',
		'["a", 1]',
		'["a", null]',
		'[["a"]]',
		'{}',
		'{ a = "b" }',
		'local.x',
		'1 + 1',
		'"LICENSE"',
		'"//a.b"',
		'"${a}"',
		'["${a}"]',
		'[local.x]',
		'(true)',
	),
	fc.constantFrom(
		'[{ type = "a", name = "b", slug = "c" }]',
		'[{ type = "a" }]',
		'[{ process_docs = true }]',
		'[{ url = "https://a.b" }, {}]',
		'[{ url = null }]',
		'[{ url = "a" }]',
	),
);

const attribute = (name: string, value: fc.Arbitrary<string>) => value.map((value): Item => [name, value]);
const perhaps = (item: fc.Arbitrary<Item>) => fc.option(item, { nil: undefined });
const block = (type: string, ...items: readonly fc.Arbitrary<Item | undefined>[]): fc.Arbitrary<Item> =>
	fc.tuple(...items).map(all => ({ type, body: all.filter(item => item !== undefined) }));

const valid = block(
	'integration',
	attribute('name', text),
	attribute('description', text),
	attribute('identifier', text),
	perhaps(attribute('flags', fc.constantFrom('[]', '["hcp-ready"]', '[\n"a",\n"b",\n]'))),
	perhaps(attribute('hide_versions', fc.constantFrom('true', 'false'))),
	perhaps(attribute('integration_type', fc.oneof(text, fc.constant('null')))),
	perhaps(
		fc.oneof(
			block(
				'docs',
				attribute('process_docs', fc.constant('true')),
				perhaps(attribute('readme_location', text)),
				perhaps(attribute('external_url', fc.oneof(text, fc.constant('null')))),
			),
			block('docs', attribute('process_docs', fc.constant('false')), attribute('external_url', url)),
		),
	),
	perhaps(block('license', perhaps(attribute('type', text)), perhaps(attribute('url', url)))),
	perhaps(block('component', attribute('type', text), attribute('name', text), attribute('slug', text))),
	perhaps(block('component', attribute('type', text), attribute('name', text), attribute('slug', text))),
);

/** What goes wrong at one place: an item is lost, repeated, renamed, labeled, made a block or an attribute, or gets another value. */
const mutation = fc.record({
	at: fc.nat(),
	how: fc.constantFrom('lose', 'repeat', 'rename', 'label', 'block', 'attribute', 'value', 'value', 'value'),
	name: fc.constantFrom('name', 'flags', 'docs', 'license', 'component', 'url', 'process_docs', 'external_url', 'other'),
	value: any,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(items: readonly Item[], { at, how, name, value }: Mutation): readonly Item[] {
	const places = items.flatMap((item, i) => [[i] as const, ...('body' in item ? item.body.map((_, j) => [i, j] as const) : [])]);
	const [i, j] = places[at % places.length] as readonly [number, number?];
	const change = (item: Item): readonly Item[] => {
		if (how === 'lose') return [];
		if (how === 'repeat') return [item, item];
		if ('body' in item)
			return how === 'label' ? [{ ...item, label: 'x' }] : how === 'rename' ? [{ ...item, type: name }] : how === 'attribute' ? [[item.type, value]] : [item];
		if (how === 'rename') return [[name, item[1]]];
		return how === 'block' ? [{ type: item[0], body: [] }] : how === 'value' ? [[item[0], value]] : [item];
	};
	return items.flatMap((item, at) =>
		at !== i
			? [item]
			: j === undefined || !('body' in item)
				? change(item)
				: [{ ...item, body: item.body.flatMap((inner, k) => (k === j ? change(inner) : [inner])) }],
	);
}

/** Whether a name is that of attributes and of blocks, of which the parser of the portal keeps the one it meets last. */
const isMixed = (items: readonly Item[]): boolean =>
	items.some(item => 'body' in item && (isMixed(item.body) || items.some(other => !('body' in other) && other[0] === item.type)));

describe("the portal's acceptance of metadata.hcl", () => {
	let loaded: Grammars;
	before(async () => {
		loaded = await grammars();
	});

	const ours = (source: string) => {
		const db = plugin([[metadataPath, source]], loaded);
		return db.get(hclFile, metadataPath)?.problems.length === 0 && db.get(schemaProblems).length === 0;
	};

	it('is foretold of files that are as they should be', () => {
		fc.assert(
			fc.property(valid, item => {
				const source = printed([item]);
				assert.deepEqual([isAccepted(source), ours(source)], [true, true], source);
			}),
			{ numRuns: 500 },
		);
	}).timeout(120_000);

	it('is foretold of files in which something is not', () => {
		let refused = 0;
		fc.assert(
			fc.property(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }), (item, mutations) => {
				const body = mutations.reduce<readonly Item[]>((items, one) => (items.length === 0 ? items : mutated(items, one)), 'body' in item ? item.body : []);
				const items: Item[] = [{ type: 'integration', body }];
				fc.pre(!isMixed(items));
				const source = printed(items);
				const accepted = isAccepted(source);
				if (!accepted) refused++;
				assert.equal(ours(source), accepted, source);
			}),
			{ numRuns: 1500 },
		);
		assert.ok(refused > 300, `${refused} of 1500 are refused`);
	}).timeout(120_000);
});
