import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mpl2 } from '../../server/src/facts/license/mpl';
import { recognizeLicense } from '../../server/src/facts/license/recognize';

const require = createRequire(`${process.cwd()}/package.json`);
const licenses = require('spdx-license-list/full') as Readonly<Record<string, { licenseText: string }>>;

describe('facts/licenses', () => {
	it('the text of MPL-2.0 is that of the SPDX license list', () => assert.equal(mpl2.trimEnd(), licenses['MPL-2.0']?.licenseText.trimEnd()));

	for (const [id, name] of Object.entries({
		'AGPL-3.0-only': 'AGPL-3.0',
		'GPL-2.0-only': 'GPL-2.0',
		'GPL-3.0-only': 'GPL-3.0',
		'LGPL-2.1-only': 'LGPL-2.1',
		'LGPL-3.0-only': 'LGPL-3.0',
	}))
		it(`knows ${id}`, () => assert.equal(recognizeLicense(licenses[id]?.licenseText ?? ''), name));

	for (const id of ['MPL-2.0', 'Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'BUSL-1.1', 'ISC', 'Unlicense'])
		it(`knows ${id}, with lines broken elsewhere and without punctuation too`, () => {
			const text = licenses[id]?.licenseText ?? '';
			assert.equal(recognizeLicense(text), id);
			assert.equal(recognizeLicense(text.replace(/[,;:()"]/g, '').replace(/\s+/g, '\r\n')), id);
		});

	it('does not take a license that turns into MPL-2.0 for MPL-2.0', () =>
		assert.equal(recognizeLicense('Business Source License 1.1\nChange License: Mozilla Public License 2.0'), 'BUSL-1.1'));

	it('knows only what it knows', () => {
		for (const id of ['MPL-1.1', 'EPL-2.0', 'EUPL-1.2', 'CC0-1.0', 'Zlib']) assert.notEqual(recognizeLicense(licenses[id]?.licenseText ?? ''), 'MPL-2.0', id);
		assert.equal(recognizeLicense('All rights reserved.'), undefined);
	});
});
