import type { Fact } from '../core/database';
import { makeTargets, recipeOf } from './make';

/** The command that regenerates the hcl2spec files and partials: `make generate` where the Makefile's target does it, else `go generate ./...`. */
export const generateCommand: Fact<string> = read => {
	const make = read(makeTargets);
	const target = ['generate', 'gen'].find(name => make && recipeOf(make, name)?.some(line => regenerates.test(line)));
	return target === undefined ? 'go generate ./...' : `make ${target}`;
};

/** A command that runs the directives of Go files, whether `go` is spelled out or comes from a variable. */
const regenerates = /(?:\bgo['"]?|\$[({]GO\w*[)}]"?) generate\b/;
