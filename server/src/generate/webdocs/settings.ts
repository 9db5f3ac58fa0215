import { makefilePath, makeTargets } from '../../facts/ci/make';
import type { Fact } from '../../facts/core/database';
import { exists, text } from '../../facts/core/files';
import { join } from '../../facts/core/paths';
import { scriptPath, webDocs } from '../../facts/webdocs/paths';
import { readScript, type Script } from './script';

/** How a plugin's Makefile makes `.web-docs/`: what renderdocs reads, and what compile-to-webdocs.sh makes of it. */
export interface Settings {
	/** The folder of the pages as written, and that of the partials. */
	readonly source: string;
	readonly partials: string;
	/** The folder that is published. */
	readonly output: string;
	readonly organization: string;
	readonly script: Script;
}

/** How `.web-docs/` is made; `reason` where we cannot tell; undefined if nothing makes it. */
export const webdocsSettings: Fact<Settings | { readonly reason: string } | undefined> = read => {
	const source = read(text, scriptPath);
	const recipe = read(makeTargets)?.targets.map(target => target.recipe) ?? [];
	const lines = recipe.find(commands => commands.some(command => command.includes('compile-to-webdocs.sh')));
	if (lines === undefined) return read(exists, scriptPath) ? { reason: `no target of ${read(makefilePath) ?? 'a Makefile'} runs ${scriptPath}` } : undefined;
	if (source === undefined) return { reason: `${scriptPath} is missing` };
	const script = readScript(source);
	if (script === undefined) return { reason: `${scriptPath} is not a version of the scaffolding's script` };
	const compiled = lines.map(line => wordsAfter(line, /compile-to-webdocs\.sh["']?\s/)).find(words => words !== undefined);
	const rendered = lines.map(line => wordsAfter(line, /\brenderdocs\s/)).find(words => words !== undefined);
	if (!compiled || !rendered) return { reason: 'the Makefile target that runs the script does not run renderdocs' };
	const other = lines.find(line => line.includes(webDocs) && !line.includes('compile-to-webdocs.sh') && !/^[@\s-]*#/.test(line));
	if (other !== undefined) return { reason: `the Makefile also changes ${webDocs}: ${other.trim()}` };
	const [plugin = '', docs = '', output = '', organization = ''] = compiled;
	const folder = (flag: string, otherwise: string) => join(rendered[rendered.indexOf(flag) + 1 || rendered.length] ?? otherwise);
	const [from, partials, to] = [folder('-src', 'docs-src'), folder('-partials', 'docs-partials'), folder('-dst', 'docs-rendered')];
	const [published, expected] = [join(plugin, output), join(plugin, docs)];
	if (
		plugin !== '.' ||
		from === undefined ||
		partials === undefined ||
		published === undefined ||
		expected !== to ||
		/[$"'`]/.test(organization) ||
		organization === ''
	)
		return { reason: 'the arguments of renderdocs and of the script do not match' };
	return { source: from, partials, output: published, organization, script };
};

/** What `packer-sdc renderdocs` reads where the Makefile runs it: the folder of the pages, and that of the partials; undefined if that is not known. */
export const rendering: Fact<Pick<Settings, 'source' | 'partials'> | undefined> = read => {
	const lines = read(makeTargets)?.targets.flatMap(target => target.recipe) ?? [];
	const words = lines
		.map(line => wordsAfter(line, /\brenderdocs\s/))
		.find(words => words !== undefined)
		?.flatMap(word => word.split('='));
	if (words === undefined || words.some(word => word.includes('$'))) return undefined;
	const folder = (flag: string, otherwise: string) => join(words[words.indexOf(flag) + 1 || words.length] ?? otherwise);
	const [source, partials] = [folder('-src', 'docs-src'), folder('-partials', 'docs-partials')];
	return !source || !partials ? undefined : { source, partials };
};

/** The words of a command behind what a pattern finds, quotes taken off, up to the end of the command. */
function wordsAfter(line: string, pattern: RegExp): readonly string[] | undefined {
	const found = pattern.exec(line);
	if (!found || /^[@\s-]*#/.test(line)) return undefined;
	const rest = line.slice(found.index + found[0].length).split(/[;&|]/, 1)[0] as string;
	return (rest.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? []).map(word => word.replace(/^["']|["']$/g, ''));
}
