import assert from 'node:assert/strict';
import type { Rule } from '../server/src/engine/rule';
import { rules } from '../server/src/rules/index';
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
