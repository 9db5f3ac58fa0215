import type { Place } from '../../text/place';
import { at } from '../../text/place';
import { makeFile, makefilePath } from '../ci/make';
import { placesInScript } from '../ci/scriptPlace';
import { type Command, commandsOf } from '../ci/shell';
import { workflows } from '../ci/workflows';
import type { Fact } from '../core/database';
import { dirname } from '../core/paths';
import { goSources } from '../go/sources';
import { entry } from '../plugin/entry';

/** A command that builds or runs the package at the module's root, where there is none. */
export interface RootBuild {
	/** `go run .` or `go build`, as far as it matters. */
	readonly command: string;
	readonly place: Place;
	/** The directory of the package main. */
	readonly dir: string;
	/** The `.` that stands for the root; undefined where the command names no package. */
	readonly dot?: Place;
}

/** The commands of workflows and of the Makefile that build or run the package at the module's root, where no Go file is. */
export const rootBuilds: Fact<readonly RootBuild[]> = read => {
	const dir = read(entry)?.dir;
	if (dir === undefined || dir === '' || read(goSources).some(path => dirname(path) === '')) return [];
	const found: RootBuild[] = [];
	const look = (script: string, place: (from: number, to: number) => Place) => {
		for (const command of commandsOf(script)) {
			const built = builtBy(command);
			if (built === undefined) continue;
			const source = script.slice(command.start, command.end);
			const dot = / \.(?=\s|$)/.exec(source)?.index;
			const from = dot === undefined ? undefined : command.start + dot + 1;
			found.push({ command: built, dir, place: place(command.start, command.end), ...(from === undefined ? {} : { dot: place(from, from + 1) }) });
		}
	};
	for (const { jobs } of read(workflows))
		for (const job of jobs)
			for (const { run, workingDirectory } of job.steps)
				if (run && workingDirectory === undefined && job.workingDirectory === undefined) look(run.text, placesInScript(read, run.text, run.content, run.place));
	const path = read(makefilePath);
	for (const line of path === undefined ? [] : (read(makeFile, path)?.rules ?? []).flatMap(rule => rule.recipe)) {
		const start = /^[@+-]*\s*/.exec(line.text)?.[0].length ?? 0;
		look(line.text.slice(start), (from, to) => ({ ...at(path ?? '', line.node), from: start + from, to: start + to }));
	}
	return found;
};

/** The command, if it builds or runs the package of the directory that it is run in: its options are followed by `.` or by nothing. */
function builtBy({ words, moved }: Command): string | undefined {
	const [name, verb, ...rest] = words;
	if (name !== 'go' || moved) return undefined;
	const operands: string[] = [];
	for (let i = 0; i < rest.length; i++) {
		const word = rest[i] as string;
		if (!word.startsWith('-')) operands.push(word);
		else if (/^--?(?:o|C|p|ldflags|gcflags|tags|mod|modfile|asmflags|overlay|pkgdir|exec)$/.test(word)) {
			if (/^--?C$/.test(word)) return undefined;
			i++;
		}
	}
	if (verb === 'run') return operands[0] === '.' ? 'go run .' : undefined;
	return verb === 'build' && (operands.length === 0 || (operands.length === 1 && operands[0] === '.')) ? ['go build', ...operands].join(' ') : undefined;
}
