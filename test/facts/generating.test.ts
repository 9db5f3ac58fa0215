import assert from 'node:assert/strict';
import { documentCommand, generateCommand, generateRenders } from '../../server/src/facts/ci/generating';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

const command = async (files: Record<string, string>) => plugin(new Map(Object.entries(files)), await grammars()).get(generateCommand);

describe('the command that regenerates', () => {
	const cases: Array<[what: string, files: Record<string, string>, expected: string]> = [
		['without a Makefile', {}, 'go generate ./...'],
		['a target that runs go generate', { GNUmakefile: 'generate:\n\t@go generate ./...\n' }, 'make generate'],
		['by a variable', { Makefile: 'GO ?= go\ngenerate: deps\n\t$(GO) generate ./...\ndeps:\n\ttrue\n' }, 'make generate'],
		['through a prerequisite', { Makefile: 'generate: code docs\ncode:\n\tgo generate ./...\ndocs:\n\ttrue\n' }, 'make generate'],
		['under another name', { Makefile: 'gen:\n\tgo generate ./...\n' }, 'make gen'],
		['a target that makes something else', { Makefile: 'generate:\n\tmockgen -source api.go\n' }, 'go generate ./...'],
		['a target that only checks', { Makefile: 'check-generate:\n\tgo generate ./...\n\tgit diff --exit-code\n' }, 'go generate ./...'],
		['through a script', { Makefile: 'generate:\n\t./scripts/gen.sh\n', 'scripts/gen.sh': 'go generate ./...\n' }, 'make generate'],
		['a Makefile for documentation', { Makefile: 'docs:\n\tpacker-sdc renderdocs -src docs\n' }, 'go generate ./...'],
	];
	for (const [what, files, expected] of cases) it(what, async () => assert.equal(await command(files), expected));
});

describe('the command that renders documentation', () => {
	const rendering = '\tpacker-sdc renderdocs -src docs -partials docs-partials/ -dst .docs/\n';
	const cases: Array<[what: string, files: Record<string, string>, command: string | undefined, renders: boolean]> = [
		['none without a Makefile', {}, undefined, false],
		['make generate, as in the scaffolding', { GNUmakefile: `generate:\n${rendering}` }, 'make generate', true],
		['a target of its own', { Makefile: `generate:\n\tgo generate ./...\nbuild-docs:\n${rendering}` }, 'make build-docs', false],
		['through a prerequisite', { Makefile: `generate: docs\ndocs:\n${rendering}` }, 'make generate', true],
		['through the script', { Makefile: 'generate:\n\t./.web-docs/scripts/compile-to-webdocs.sh "." ".docs" ".web-docs" "acme"\n' }, 'make generate', true],
		['none that only generates code', { Makefile: 'generate:\n\tgo generate ./...\n' }, undefined, false],
	];
	for (const [what, files, command, renders] of cases)
		it(what, async () => {
			const db = plugin(new Map(Object.entries(files)), await grammars());
			assert.deepEqual([db.get(documentCommand), db.get(generateRenders)], [command, renders]);
		});
});
