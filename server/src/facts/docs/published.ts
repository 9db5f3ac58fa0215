import { makeTargets, recipeOf } from '../ci/make';
import type { Fact } from '../core/database';
import { metadata } from '../webdocs/metadata';

/** Whether the portal publishes the documentation: not where metadata.hcl has `process_docs = false`. */
export const isPublished: Fact<boolean> = read => read(metadata)?.docs?.processDocs !== false;

/** The command that compiles the documentation to .web-docs, `make generate`; undefined if no target of the Makefile runs the script. */
export const compileCommand: Fact<string | undefined> = read => {
	const make = read(makeTargets);
	if (make === undefined) return undefined;
	const compiles = (lines: readonly string[] = []) => lines.some(line => line.includes('compile-to-webdocs.sh'));
	if (compiles(recipeOf(make, 'generate'))) return 'make generate';
	const target = make.targets.find(({ recipe }) => compiles(recipe));
	return target && `make ${target.name}`;
};
