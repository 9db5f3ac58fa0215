import type { Read } from '../core/database';
import { exists } from '../core/files';
import { pinned } from './pinned';

/** The steps that the new workflows begin with. */
const prepare = [
	'    runs-on: ubuntu-latest',
	'    steps:',
	'      - uses: actions/checkout@v6',
	'      - uses: actions/setup-go@v6',
	'        with:',
	'          go-version-file: go.mod',
];

const workflow = (name: string, job: string, steps: readonly string[]): string =>
	pinned(
		[
			`name: ${name}`,
			'on:',
			'  push:',
			'    branches: [main]',
			'  pull_request:',
			'permissions:',
			'  contents: read',
			'jobs:',
			`  ${job}:`,
			...prepare,
			...steps,
			'',
		].join('\n'),
	);

/** A workflow that runs the tests of the module. */
export const testWorkflow = (): string => workflow('Test', 'test', ['      - run: go test ./...']);

/** A workflow that fails where generated files are not up to date. */
export const generatedWorkflow = (command: string): string =>
	workflow('Generated files', 'generated', [`      - run: ${command}`, '      - run: test -z "$(git status --porcelain)"']);

/** The path of a new workflow, if there is none of that name. */
export const freePath = (read: Read, name: string): string | undefined =>
	['yml', 'yaml'].some(ext => read(exists, `.github/workflows/${name}.${ext}`)) ? undefined : `.github/workflows/${name}.yml`;
