/**
 * Makes server/src/facts/license/mpl.ts from the SPDX license list. Run it from the repository's root when the list has a new text:
 *
 *   npx esbuild scripts/licenses.ts --platform=node --format=esm --outfile=out/licenses.mjs && node out/licenses.mjs
 */
import { writeFileSync } from 'node:fs';
import licenses from 'spdx-license-list/full.js';

const { licenseText } = licenses['MPL-2.0'];
const literal = `${licenseText.trimEnd()}\n`.replace(/[\\`]|\$\{/g, '\\$&');
writeFileSync(
	'server/src/facts/license/mpl.ts',
	`// Written by scripts/licenses.ts from the SPDX license list.\n\n/** The text of the Mozilla Public License 2.0, as a LICENSE file has it. */\nexport const mpl2 = \`${literal}\`;\n`,
);
