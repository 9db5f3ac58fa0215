import { defineRule } from '../../../engine/rule';
import { placeOf } from '../../../facts/go/body';
import { weakRandomOf } from '../../../facts/security/weakRandom';

export default defineRule({
	summary: 'Secrets are not made of predictable numbers',
	title: 'Predictable secret',
	severity: 'warning',
	item: 'address-feedback',
	source: 'https://github.com/golang/go/blob/master/src/math/rand/rand.go',
	threads: ['https://github.com/hashicorp/packer/pull/7508'],
	messages: { weak: '`{call}` makes `{secret}`, and numbers of `math/rand` can be predicted. Use `crypto/rand`.' },

	on: {
		in: 'sources',
		importing: 'math/rand',
		body({ read, scope }) {
			const found = weakRandomOf(read, scope);
			return found && [{ at: placeOf(scope, found.x), message: 'weak', data: { call: found.call, secret: found.secret } }];
		},
	},
});
