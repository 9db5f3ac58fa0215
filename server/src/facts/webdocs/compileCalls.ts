import { at, type Place, partOfPlace } from '../../text/place';
import { makeFile, makefilePath } from '../ci/make';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { scriptPath } from './paths';

/** A line of the Makefile that runs compile-to-webdocs.sh where the scaffolding has it. */
export interface CompileCall {
	/** The first target of its rule. */
	readonly target: string;
	/** The path of the script, as written. */
	readonly script: Place;
	/** Whether the file itself is run, which takes its executable bit, and not a shell with it. */
	readonly direct: boolean;
	/** The organization, its fourth argument, where it is written out. */
	readonly organization?: { readonly value: string; readonly place: Place };
}

/** The lines of the Makefile that run compile-to-webdocs.sh, outside conditions; none where anything else in it names the script. */
export const compileCalls: Fact<readonly CompileCall[]> = read => {
	const path = read(makefilePath);
	if (path === undefined) return [];
	const calls = (read(makeFile, path)?.rules ?? []).flatMap(({ targets, recipe, conditional }) =>
		recipe.flatMap(({ text: line, node }): CompileCall[] => {
			const found = call.exec(line);
			if (found === null || conditional || line.includes('\n')) return [];
			const [, before = '', script = '', rest = ''] = found;
			const part = (from: number, length: number) => partOfPlace(at(path, node), from, from + length);
			const said = organization.exec(rest);
			const value = said?.[2] ?? '';
			const start = before.length + script.length + (said?.[1]?.length ?? 0);
			return [
				{
					target: targets[0]?.text ?? '',
					script: part(before.length, script.length),
					direct: !/sh\b/.test(before),
					...(value !== '' && !/[$`]/.test(value) && { organization: { value, place: part(start, value.length) } }),
				},
			];
		}),
	);
	const mentions = (read(text, path) ?? '').split(scriptPath).length - 1;
	return calls.length === mentions ? calls : [];
};

const call = new RegExp(String.raw`^([@\s-]*(?:(?:ba)?sh\s+)?["']?)((?:\./)?${scriptPath.replaceAll('.', String.raw`\.`)})(?![\w.-])(.*)$`);
const organization = /^(["']?(?:\s+(?:"[^"]*"|'[^']*'|[^\s"']+)){3}\s+["']?)([^\s"';&|]+)["']?\s*(?:#.*)?$/;
