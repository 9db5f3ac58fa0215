import type { Read } from '../core/database';
import { exists, text } from '../core/files';
import { join } from '../core/paths';
import { makeTargets, recipeOf, targetNamed } from './make';
import { type Command, commandsOf } from './shell';

/** What a script runs, the recipes and scripts of the repository that it calls included. */
export interface Running {
	readonly commands: readonly Command[];
	/** Whether these are all: nothing runs that could not be looked into. */
	readonly complete: boolean;
}

const nothing: Running = { commands: [], complete: true };
const cannotTell: Running = { commands: [], complete: false };

/** The commands that a script at the plugin's root runs; those of a target or a script that it calls again are there once. */
export const runs = (read: Read, script: string): Running => runsIn(read, script, { depth: 0, seen: new Set() });

/** How far a run is looked into, and the targets and scripts that have been. */
interface Looking {
	readonly depth: number;
	readonly seen: Set<string>;
}

const deeper = ({ depth, seen }: Looking): Looking => ({ depth: depth + 1, seen });

function runsIn(read: Read, script: string, looking: Looking): Running {
	if (looking.depth > 3) return cannotTell;
	return together(commandsOf(script).map(command => together([{ commands: [command], complete: true }, calls(read, command, looking)])));
}

/** The commands that making a target runs; undefined if the Makefile has no such target. */
export const runsOfTarget = (read: Read, target: string): Running | undefined => ofTarget(read, target, { depth: 0, seen: new Set() });

function ofTarget(read: Read, target: string, looking: Looking): Running | undefined {
	const make = read(makeTargets);
	if (make === undefined || targetNamed(make, target) === undefined) return undefined;
	const recipe = recipeOf(make, target, looking.seen) ?? [];
	// Each line has a shell of its own, in which a `cd` ends with it.
	return together(recipe.map(line => runsIn(read, line.replace(/^[@+-]+/, ''), deeper(looking))));
}

/** Programs that run what is written elsewhere, or install what they run; a shell that reads GoReleaser's install script does so, too. */
const otherRunner = /^(?:task|just|mage|earthly|dagger|invoke|mise|nix|nix-shell|devbox|devenv|flox|pixi|moon|bazel(?:isk)?)$/;

/** What a command runs in turn. */
function calls(read: Read, { words, moved }: Command, looking: Looking): Running {
	const [name = '', ...args] = words;
	const program = name.split('/').at(-1) as string;
	if (otherRunner.test(program) || (/^(?:ba|da|z)?sh$/.test(program) && args.includes('-s') && args.includes('release'))) return cannotTell;
	if (/^(?:g?make|\$[({]MAKE[)}])$/.test(program)) return ofMake(read, args, moved, looking);
	const scripts = words.filter(word => /^[\w./-]+$/.test(word) && (/\.(?:sh|bash)$/.test(word) || (word === name && word.includes('/'))));
	return together(
		scripts.map(word => {
			const path = join(word);
			if (moved || path === undefined || looking.seen.has(`./${path}`) || !read(exists, path)) return nothing;
			looking.seen.add(`./${path}`);
			const source = read(text, path);
			return source === undefined || /^#!.*\b(?:python|node|ruby|perl)/.test(source) ? cannotTell : runsIn(read, source, deeper(looking));
		}),
	);
}

function ofMake(read: Read, args: readonly string[], moved: boolean, looking: Looking): Running {
	if (moved || args.some(arg => /^(?:-C|-f|--directory|--file|--makefile)/.test(arg)))
		return args.some(arg => /releas|publish|dist/i.test(arg)) ? cannotTell : nothing;
	const make = read(makeTargets);
	if (make === undefined) return nothing;
	const named = args.filter(arg => /^[\w.-]+$/.test(arg) && !arg.startsWith('-'));
	const first = make.targets.find(({ name }) => !name.startsWith('.') && !name.includes('%'))?.name;
	const targets = named.length > 0 ? named : first === undefined ? [] : [first];
	return together(targets.map(target => ofTarget(read, target, looking) ?? (make.complete ? nothing : cannotTell)));
}

/** Several runs as one. */
export const together = (all: readonly Running[]): Running => ({ commands: all.flatMap(r => r.commands), complete: all.every(r => r.complete) });
