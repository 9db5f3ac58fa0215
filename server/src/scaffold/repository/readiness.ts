import { pinned } from '../../facts/ci/pinned';
import { workflowPaths } from '../../facts/ci/workflows';
import type { Read } from '../../facts/core/database';
import { exists, text } from '../../facts/core/files';
import { repository } from '../../facts/core/inputs';
import { filesOf, type Refused, type Scaffold } from '../result';

/** Where the workflow that checks the plugin is written. */
export const readinessPath = '.github/workflows/packer-readiness.yml';

/** The repository of this program, as workflows name its action. */
const action = 'packer-plugin-readiness/packer-plugin-readiness';

/** The workflow that checks a plugin on each change with the action of a version of this program (`0.1.0`). */
const workflow = (version: string): string =>
	pinned(`name: Packer plugin readiness
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
  readiness:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - uses: ${action}@v${version}
`);

/** The workflow for a plugin, or why none is written: there is one, or the plugin is in a folder of its repository, and GitHub runs workflows of the root only. */
export function readinessWorkflow(read: Read, version: string): Scaffold | Refused {
	const own = read(workflowPaths).find(path => /packer-plugin-readiness/.test(read(text, path) ?? ''));
	if (own !== undefined) return { refused: `${own} already checks the plugin.` };
	if (read(exists, readinessPath)) return { refused: `${readinessPath} already exists.` };
	const { subdirectory } = read(repository);
	if (subdirectory !== '')
		return {
			refused: `The plugin is in folder ${subdirectory} of its repository, and GitHub runs only workflows at the root. Add one there with \`directory: ${subdirectory}\`.`,
		};
	return { files: filesOf({ [readinessPath]: workflow(version) }), edits: [], open: readinessPath, next: ['commit and push it'] };
}
