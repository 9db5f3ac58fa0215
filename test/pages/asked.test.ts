import assert from 'node:assert/strict';
import { askedBy } from '../../server/src/pages/asked';
import { rules } from '../../server/src/rules/index';
import { some } from '../support/some';

describe('who asks for what a rule checks', () => {
	it('is where the requirement is written, and threads', () =>
		assert.equal(
			askedBy({
				source: 'https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go',
				threads: ['https://github.com/vultr/packer-plugin-vultr/issues/24', 'https://github.com/hashicorp/packer/pull/12656'],
			}),
			[
				"- [Packer's code (`packer/plugin-getter/plugins.go`)](https://github.com/hashicorp/packer/blob/main/packer/plugin-getter/plugins.go)",
				'- Reviewers and users: [hashicorp/packer#12656](https://github.com/hashicorp/packer/pull/12656), [vultr/packer-plugin-vultr#24](https://github.com/vultr/packer-plugin-vultr/issues/24)',
			].join('\n'),
		));

	it('is each thread once, also where the source is one', () =>
		assert.equal(
			askedBy({ source: 'https://github.com/hashicorp/packer/pull/4770', threads: ['https://github.com/hashicorp/packer/pull/4770'] }),
			'- Reviewers and users: [hashicorp/packer#4770](https://github.com/hashicorp/packer/pull/4770)',
		));

	it('names a repository and documentation that it does not know', () =>
		assert.deepEqual(
			['https://github.com/actions/runner-images#available', 'https://goreleaser.com/ci/', 'https://developer.hashicorp.com/packer/docs/partnerships#a'].map(
				source => /\[(.*)\]/.exec(askedBy({ source }))?.[1],
			),
			['actions/runner-images', "GoReleaser's documentation", 'Packer Integration Program'],
		));

	it('is known of every rule, its threads as addresses of issues and pull requests', () => {
		for (const [id, rule] of some(Object.entries(rules))) assert.match(askedBy(rule), /^- \S/, id);
		const threads = Object.values(rules).flatMap(rule => ('threads' in rule ? (rule.threads as readonly string[]) : []));
		for (const address of some(threads)) assert.match(address, /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues)\/\d+$/);
	});
});
