import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Engine } from '../server/src/engine/check';
import type { Rule } from '../server/src/engine/rule';
import { text } from '../server/src/facts/core/files';
import { rules } from '../server/src/rules/index';
import { grammars } from './support/grammars';
import { examples, open } from './support/page';
import { some } from './support/some';

const all = Object.entries<Rule>(rules);
/** Words that have capitals wherever they stand. */
const names = /^(?:Make|Makefile|Go|Packer|GoReleaser|ConfigSpec|README|[A-Z\d][A-Z\d.-]+)$/;

describe('the titles of findings', () => {
	it('have at most five words, in sentence case, without a period', () => {
		const bad = all.flatMap(([id, { title, titles = {} }]) =>
			[title, ...Object.values(titles)]
				.filter((one = '') => {
					const [first = '', ...others] = one.split(' ');
					return others.length > 4 || !/^(?:[A-Z]|\S+[.-])/.test(first) || /\.$/.test(one) || others.some(word => /^[A-Z]/.test(word) && !names.test(word));
				})
				.map(one => `${id}: ${one}`),
		);
		assert.deepEqual(bad, []);
	});

	it('are those of one rule only, and of messages that it has', () => {
		const owners = new Map<string, string>();
		for (const [id, { title, titles = {}, messages }] of some(all)) {
			assert.deepEqual(
				Object.keys(titles).filter(key => !(key in messages)),
				[],
				id,
			);
			for (const one of some(new Set([title, ...Object.values(titles)]))) {
				assert.equal(owners.get(one as string), undefined, `${id}: ${one}`);
				owners.set(one as string, id);
			}
		}
	});
});

describe('the related places of findings', () => {
	/** What each rule's own examples show, as `path:"text there" message`. */
	async function shown(id: keyof typeof rules): Promise<string[]> {
		const loaded = await grammars();
		const engine = new Engine({ [id]: rules[id] as Rule });
		const page = readFileSync(`server/src/rules/${id}/README.md`, 'utf8');
		return examples(page, 'Reported').flatMap(({ files }) => {
			const { get } = open(files, loaded).db;
			return engine
				.check(get)
				.findings.flatMap(({ related = [] }) =>
					related.map(({ path, span, message }) => `${path}: ${JSON.stringify(get(text, path)?.slice(span.start, span.end))} ${message}`),
				);
		});
	}

	const wanted: Partial<Record<keyof typeof rules, readonly string[]>> = {
		'main/duplicate-registration': ['main.go: "\\"box\\"" First registered here', 'main.go: "plugin.DEFAULT_NAME" First registered here'],
		'ci/notify-identifier': [
			'.github/workflows/portal.yml: "packer/hashicorp/scaffolding" The same identifier',
			'.web-docs/metadata.hcl: "packer/acme/acme" Identifier of the integration',
		],
		'webdocs/drift': ['docs/builders/vm.mdx: "---" Compiled from this page', 'docs/builders/vm.mdx: "---" Not compiled yet'],
		'docs/partials-drift': [
			'docs-partials/builder/vm/Config-not-required.mdx: "- `size` (int) - The size of the disk." Out of date',
			'builder/vm/config.go: "package vm" Generated from this file',
		],
	};
	for (const [id, places] of Object.entries(wanted)) it(id, async () => assert.deepEqual(await shown(id as keyof typeof rules), places));
});
