import type { Read } from '../core/database';
import { exists, text } from '../core/files';
import { join } from '../core/paths';
import { makeTargets, recipeOf } from './make';
import { type Command, commandsOf } from './shell';

/** What a script runs, the recipes and scripts of the repository that it calls included. */
export interface Running {
	readonly commands: readonly Command[];
	/** Whether these are all: nothing runs that could not be looked into. */
	readonly complete: boolean;
}

const nothing: Running = { commands: [], complete: true };
const cannotTell: Running = { commands: [], complete: false };

/** The commands that a script at the plugin's root runs. */
export function runs(read: Read, script: string, depth = 0): Running {
	if (depth > 3) return cannotTell;
	return together(commandsOf(script).map(command => together([{ commands: [command], complete: true }, calls(read, command, depth)])));
}

/** The commands that making a target runs; undefined if the Makefile has no such target. */
export function runsOfTarget(read: Read, target: string, depth = 0): Running | undefined {
	const make = read(makeTargets);
	const recipe = make && recipeOf(make, target);
	// Each line has a shell of its own, in which a `cd` ends with it.
	return recipe && together(recipe.map(line => runs(read, line.replace(/^[@+-]+/, ''), depth + 1)));
}

/** What a command runs in turn. */
function calls(read: Read, { words, moved }: Command, depth: number): Running {
	const [name = '', ...args] = words;
	const program = name.split('/').at(-1) as string;
	if (/^(?:task|just|mage|earthly|dagger|invoke)$/.test(program)) return cannotTell;
	if (/^(?:g?make|\$[({]MAKE[)}])$/.test(program)) return ofMake(read, args, moved, depth);
	const scripts = words.filter(word => /^[\w./-]+$/.test(word) && (/\.(?:sh|bash)$/.test(word) || (word === name && word.includes('/'))));
	return together(
		scripts.map(word => {
			const path = join(word);
			if (moved || path === undefined || !read(exists, path)) return nothing;
			const source = read(text, path);
			return source === undefined || /^#!.*\b(?:python|node|ruby|perl)/.test(source) ? cannotTell : runs(read, source, depth + 1);
		}),
	);
}

function ofMake(read: Read, args: readonly string[], moved: boolean, depth: number): Running {
	if (moved || args.some(arg => /^(?:-C|-f|--directory|--file|--makefile)/.test(arg)))
		return args.some(arg => /releas|publish|dist/i.test(arg)) ? cannotTell : nothing;
	const make = read(makeTargets);
	if (make === undefined) return nothing;
	const named = args.filter(arg => /^[\w.-]+$/.test(arg) && !arg.startsWith('-'));
	const first = make.targets.find(({ name }) => !name.startsWith('.') && !name.includes('%'))?.name;
	const targets = named.length > 0 ? named : first === undefined ? [] : [first];
	return together(targets.map(target => runsOfTarget(read, target, depth) ?? (make.complete ? nothing : cannotTell)));
}

/** Several runs as one. */
export const together = (all: readonly Running[]): Running => ({ commands: all.flatMap(r => r.commands), complete: all.every(r => r.complete) });
