import assert from 'node:assert/strict';
import type { Rule } from '../server/src/engine/rule';
import type { Grammars } from '../server/src/syntax/grammars';
import { grammars } from './support/grammars';
import { allRules, ids } from './support/rules';
import { some } from './support/some';
import { none } from './words/none';
import { said } from './words/said';
import { bareCode, faultsOfFix, faultsOfMessage, faultsOfSummary, faultsOfTitle, wordsIn } from './words/sentences';

// How rules speak: titles, messages, fixes and summaries, with the names that the examples of their pages have.

for (const id of some(ids))
	describe(`wording of ${id}`, () => {
		const rule = allRules[id] as Rule;
		let loaded: Grammars;
		before(async () => {
			loaded = await grammars();
		});

		/** What is wrong with texts, each with the text. */
		const faults = (texts: Iterable<string>, faultsOf: (text: string) => string[]) =>
			[...new Set(texts)].flatMap(text => faultsOf(text).map(fault => `${fault}: ${text}`));

		it('has a plain summary, plain titles and plain options', () => {
			none(faults([rule.summary], faultsOfSummary));
			none(faults([rule.title, ...Object.values<string | undefined>(rule.titles ?? {}).map(title => title ?? '')], faultsOfTitle));
			none(
				faults(
					Object.values(rule.options ?? {}).map(({ description }) => description),
					wordsIn,
				),
			);
		});

		it('says what is wrong in at most 160 characters and two sentences', () => {
			const findings = some(said(id, loaded));
			none(
				faults(
					findings.map(({ message }) => message),
					faultsOfMessage,
				),
			);
			none(
				faults(
					findings.flatMap(({ related = [] }) => related.map(({ message }) => message)),
					text => [...wordsIn(text), ...bareCode(text)],
				),
			);
		});

		it('offers fixes in the imperative', () => {
			const titles = said(id, loaded).flatMap(({ fix }) => fix?.title ?? []);
			none(faults(titles, faultsOfFix));
		});
	});

describe('wording', () => {
	const all = Object.entries(allRules);

	it('gives each rule a summary of its own', () => {
		const summaries = all.map(([, { summary }]) => summary);
		assert.deepEqual(
			summaries.filter((summary, i) => summaries.indexOf(summary) !== i),
			[],
		);
	});

	it('finds what is wrong with sentences', () => {
		const wrong: ReadonlyArray<readonly [faultsOf: (text: string) => string[], text: string, fault: RegExp]> = [
			[faultsOfMessage, 'This field is unused.', /begins with "This"/],
			[faultsOfMessage, 'Field is unused', /period/],
			[faultsOfMessage, 'Field is unused. Remove it. It is old.', /two sentences/],
			[faultsOfMessage, `Field ${'very '.repeat(40)}old.`, /characters/],
			[faultsOfMessage, 'Packer looks for packer-plugin-acme_v1.zip first.', /backticks/],
			[faultsOfMessage, 'Field `a` of docs/README.md is unused.', /docs\/README\.md is not in backticks/],
			[faultsOfMessage, 'Call SetVersion first.', /SetVersion is not in backticks/],
			[faultsOfMessage, 'Run go generate first.', /go generate is not in backticks/],
			[faultsOfMessage, 'Packer refuses the “name”.', /refuses.*/],
			[faultsOfTitle, 'Struct without any kind of directive', /five words/],
			[faultsOfTitle, 'Struct Missing', /sentence case/],
			[faultsOfTitle, 'Struct missing.', /punctuation/],
			[faultsOfFix, 'Write it', /not a verb/],
			[faultsOfFix, 'Remove it', /says "it"/],
			[faultsOfSummary, 'Each name must be unique', /indicative/],
			[faultsOfSummary, 'Each name is unique.', /period/],
		];
		for (const [faultsOf, text, fault] of wrong) assert.match(faultsOf(text).join('; '), fault, text);
		const right: ReadonlyArray<readonly [faultsOf: (text: string) => string[], text: string]> = [
			[faultsOfMessage, "Builder `utm-iso` has no acceptance test. Add one with the SDK's `acctest.TestPlugin`."],
			[faultsOfMessage, 'Archive for linux/amd64 would be named `a_1.0.0_x5.0_linux_amd64.zip`, but `packer init` requires `b.zip`.'],
			[faultsOfMessage, '`plugin.Server()` is the single-component API that Packer removed in 1.7. Use `plugin.NewSet()`.'],
			[faultsOfTitle, 'HCL2 spec out of date'],
			[faultsOfTitle, 'go.mod lacks SDK'],
			[faultsOfFix, 'Rename checksum file to SHA256SUMS'],
			[faultsOfSummary, 'metadata.hcl contains only supported flags'],
		];
		for (const [faultsOf, text] of right) assert.deepEqual(faultsOf(text), [], text);
	});
});
