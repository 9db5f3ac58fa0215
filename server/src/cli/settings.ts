import type { Settings } from '../engine/settings';
import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { parseSettings, type SettingsProblem, settings, settingsPath, severities, targets } from '../facts/readiness/settings';
import { Lines } from '../text/lines';
import { spanOf } from '../text/nodes';
import { decode } from '../workspace/decode';
import { joinBelow } from '../workspace/fileSystem';
import { largestFile } from '../workspace/interest';
import { Complaint, reasonOf } from './complaint';
import type { Environment } from './environment';
import { list } from './words';

/** How the rules are to be run on a plugin: as the file says that was named, else as the plugin's own does; a complaint where that is wrong. */
export async function settingsOf(environment: Environment, read: Read, root: string, config: string | undefined): Promise<Settings> {
	if (config !== undefined) {
		const { target = 'partner', rules } = parsed(config, await textOf(environment, config));
		return { target, rules };
	}
	const own = read(text, settingsPath);
	if (own !== undefined) parsed(root === '.' ? settingsPath : joinBelow(root, settingsPath), own);
	return read(settings);
}

async function textOf({ files, absolute }: Environment, config: string): Promise<string> {
	const bytes = await files.read(absolute(config), largestFile).catch(error => {
		throw new Complaint(`The configuration ${config} cannot be read: ${reasonOf(error)}. Name another with --config, or leave that out.`);
	});
	const state = decode(bytes);
	if ('text' in state) return state.text;
	throw new Complaint(`The configuration ${config} cannot be read${'unreadable' in state ? `: ${state.unreadable}` : ''}. Write it as a YAML file in UTF-8.`);
}

function parsed(path: string, source: string) {
	const { problems, spans, ...said } = parseSettings(source);
	const [first] = problems;
	if (first === undefined) return said;
	const { line, column } = new Lines(source).positionAt(spanOf(spans, first.node)?.start ?? 0);
	throw new Complaint(`${path}:${line + 1}:${column + 1}: ${sentences[first.kind](first)}`);
}

const sentences: Readonly<Record<SettingsProblem['kind'], (problem: SettingsProblem) => string>> = {
	syntax: ({ said }) => `This cannot be read as YAML: ${said}. Mend it, or remove the file.`,
	shape: ({ said }) => `There should be keys and values in ${said}. Write \`target:\` and \`rules:\`.`,
	key: ({ said }) => `There is no setting \`${said}\`. Write \`target\` or \`rules\`, and below a rule \`severity\`, \`reason\` or \`options\`.`,
	rule: ({ said, meant }) =>
		`Rule \`${said}\` does not exist.${meant === undefined ? '' : ` Did you mean \`${meant}\`?`} \`packer-plugin-readiness rules\` lists them all.`,
	empty: ({ said }) => `Severity and options of \`${said}\` are missing. Write ${list(severities, 'or')}.`,
	severity: ({ said }) => `\`${said}\` is no severity. Write ${list(severities, 'or')}.`,
	target: ({ said }) => `\`${said}\` is no target. Write ${list(targets, 'or')}.`,
	option: ({ said, wanted }) => `The rule has no option \`${said}\`. It has ${wanted}.`,
	type: ({ said, wanted }) => `The option \`${said}\` must be ${wanted}.`,
};
