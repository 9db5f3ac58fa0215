import assert from 'node:assert/strict';
import { generateCommand } from '../../server/src/facts/ci/generating';
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
		['a Makefile for documentation', { Makefile: 'docs:\n\tpacker-sdc renderdocs -src docs\n' }, 'go generate ./...'],
	];
	for (const [what, files, expected] of cases) it(what, async () => assert.equal(await command(files), expected));
});
