// SPDX-License-Identifier: MPL-2.0
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the tests in a real editor. */
export const here = dirname(fileURLToPath(import.meta.url));

/** The root of the repository, which is also the extension under development. */
export const repository = dirname(dirname(here));

/** Everything downloaded or built by these tests; ignored by git and safe to delete. */
export const cache = join(here, '.cache');

/** Where the bundled suites, the failure screenshots and the logs of the last run go. */
export const output = join(cache, 'out');
