/**
 * Makes server/src/facts/licences/mpl-2.0.ts from the SPDX licence list. Run it from the repository's root when the list has a new text:
 *
 *   npx esbuild scripts/licences.ts --platform=node --format=esm --outfile=out/licences.mjs && node out/licences.mjs
 */
import { writeFileSync } from 'node:fs';
import licences from 'spdx-license-list/full.js';

const { licenseText } = licences['MPL-2.0'];
const literal = `${licenseText.trimEnd()}\n`.replace(/[\\`]|\$\{/g, '\\$&');
writeFileSync(
	'server/src/facts/licences/mpl-2.0.ts',
	`// Written by scripts/licences.ts from the SPDX licence list.\n\n/** The text of the Mozilla Public License 2.0, as a LICENSE file has it. */\nexport const mpl2 = \`${literal}\`;\n`,
);
