import type { Fact, Read } from '../core/database';
import { makeTargets } from './make';
import { type Running, runsOfTarget } from './running';
import type { Command } from './shell';

/** The command that regenerates the hcl2spec files and partials: `make generate` where the Makefile's target does it, else `go generate ./...`. */
export const generateCommand: Fact<string> = read => targetThat(read, isRegenerating) ?? 'go generate ./...';

/** The command that renders the documentation of `docs/` to the pages of the portal; undefined if no target of the Makefile does. */
export const documentCommand: Fact<string | undefined> = read => targetThat(read, renders);

/** Whether `make generate` renders the documentation: then it fails without what `packer-sdc renderdocs` and its script need. */
export const generateRenders: Fact<boolean> = read => read(runsOfMake, 'generate')?.commands.some(renders) ?? false;

/** What making a target runs; undefined if the Makefile has no such target. */
export const runsOfMake: Fact<Running | undefined, string> = (read, target) => runsOfTarget(read, target);

/** Whether a command runs the directives of Go files, whether `go` is spelled out or comes from a variable. */
export const isRegenerating = ({ words }: Command): boolean =>
	words.some((word, i) => word === 'generate' && /^(?:.*\/)?go$|^\$[({]GO\w*[)}]$/.test(words[i - 1] ?? ''));

/** Whether a command compiles the documentation to the pages of the portal. */
export const isCompiling = ({ words }: Command): boolean => words.some(word => /compile-to-webdocs\.sh$/.test(word));

/** Whether a command renders documentation, by packer-sdc or by the script that compiles what it rendered. */
const renders = (command: Command) => command.words.includes('renderdocs') || isCompiling(command);

/** How people call targets that regenerate; a target that only checks does not count. */
const names = /^(?:generate|gen|go[-_.]?gen(?:erate)?|generate[-_.]?(?:code|docs?)|(?:build|make|render|generate|gen)[-_.]?docs?|docs?|website|web-?docs)$/i;

/** `make target` for the target that does something: `generate` where it does. */
function targetThat(read: Read, does: (command: Command) => boolean): string | undefined {
	const all = (read(makeTargets)?.targets ?? []).map(({ name }) => name).filter(name => names.test(name));
	const found = ['generate', ...all].find(name => read(runsOfMake, name)?.commands.some(does));
	return found === undefined ? undefined : `make ${found}`;
}
