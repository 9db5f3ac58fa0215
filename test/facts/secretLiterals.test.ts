import assert from 'node:assert/strict';
import { secretLiterals } from '../../server/src/facts/security/literals';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

/** The beginning of a token, apart from the rest, so that no scanner takes this file for one with tokens in it. */
const prefix = 'ghp_';

describe('tokens in files', () => {
	for (const [what, rest, expected] of [
		['that look real are found', 'Kq8ZtW3nVb6XyR1mPc9LdF4sHj7GaT2eUo5i', 1],
		['that alternate letters and digits in order are placeholders', '1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6p7q8r', 0],
		['that say they are not real are placeholders', 'notRealTokenForTheUnitTests9876543zy', 0],
	] as const)
		it(what, async () => {
			const db = plugin([['box/filter_test.go', `package box\n\nconst token = "${prefix}${rest}"\n`]], await grammars());
			assert.equal(db.get(secretLiterals).flat().length, expected);
		});
});
