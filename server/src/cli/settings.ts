import type { Settings } from '../engine/settings';
import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { type BaselineEntry, parseBaseline } from '../facts/readiness/baseline';
import type { SettingsProblem } from '../facts/readiness/problems';
import { parseSettings, settings, settingsPath, severities, targets } from '../facts/readiness/settings';
import { withoutTokens } from '../secrets/redact';
import { Lines } from '../text/lines';
import { spanOf } from '../text/nodes';
import { decode } from '../workspace/decode';
import { joinBelow } from '../workspace/fileSystem';
import { largestFile } from '../workspace/interest';
import { Complaint, reasonOf } from './complaint';
import type { Environment } from './environment';
import { list } from './words';

/** What the command line says of settings: a file to use instead of the plugin's own, and a baseline, or none. */
export interface SettingsOptions {
	readonly config?: string;
	readonly baseline?: string | false;
}

/** The settings of a plugin's check: those of the named file, else the plugin's own. Complains about an invalid file. */
export async function settingsOf(environment: Environment, read: Read, root: string, { config, baseline }: SettingsOptions = {}): Promise<Settings> {
	const chosen = baseline === undefined ? {} : { baseline: baseline === false ? [] : await baselineIn(environment, baseline) };
	const over = { today: dayOf(environment.date()), ...chosen };
	if (config !== undefined) {
		const { target = 'partner', rules, exemptions } = parsed(config, await textOf(environment, 'Configuration', config, 'omit --config', 'YAML'));
		return { target, rules, exemptions, elsewhere: true, ...over };
	}
	const own = read(text, settingsPath);
	if (own !== undefined) parsed(root === '.' ? settingsPath : joinBelow(root, settingsPath), own);
	return { ...read(settings), ...over };
}

async function baselineIn(environment: Environment, path: string): Promise<readonly BaselineEntry[]> {
	const baseline = parseBaseline(await textOf(environment, 'Baseline', path, 'omit --baseline', 'JSON'));
	if ('entries' in baseline) return baseline.entries;
	throw new Complaint(`Baseline ${path} cannot be used: ${baseline.problem}. Write it again with \`${environment.tool.name} baseline\`.`);
}

/** The day of a time in ISO 8601. */
export const dayOf = (date: string): string => date.slice(0, 10);

async function textOf({ files, absolute }: Environment, what: string, path: string, instead: string, language: string): Promise<string> {
	const bytes = await files.read(absolute(path), largestFile).catch(error => {
		throw new Complaint(`${what} ${path} cannot be read: ${reasonOf(error)}. Name another file, or ${instead}.`);
	});
	const state = decode(bytes);
	if ('text' in state) return state.text;
	throw new Complaint(`${what} ${path} cannot be read${'unreadable' in state ? `: ${state.unreadable}` : ''}. Save it as ${language} in UTF-8.`);
}

function parsed(path: string, source: string) {
	const { problems, spans, ...said } = parseSettings(source);
	const [first] = problems;
	if (first === undefined) return said;
	const { line, column } = new Lines(source).positionAt(spanOf(spans, first.node)?.start ?? 0);
	throw new Complaint(`${path}:${line + 1}:${column + 1}: ${sentences[first.kind]({ ...first, said: withoutTokens(first.said) })}`);
}

const hint = (meant: string | undefined) => (meant === undefined ? '' : ` Did you mean \`${meant}\`?`);

const sentences: Readonly<Record<SettingsProblem['kind'], (problem: SettingsProblem) => string>> = {
	syntax: ({ said }) => `File is not valid YAML: ${said}. Fix or remove it.`,
	shape: ({ said }) => `${said.slice(0, 1).toUpperCase()}${said.slice(1)} must be a mapping. Use \`target:\` and \`rules:\`.`,
	list: ({ said }) => `${said.slice(0, 1).toUpperCase()}${said.slice(1)} must be a list. Write \`- rule:\` with \`reason:\`.`,
	unnamed: () => 'Exemption names no rule. Add `rule:`.',
	reason: ({ said }) => `Exemption of \`${said}\` gives no reason. Add \`reason:\`.`,
	date: ({ said }) => `\`${said}\` is not a day. Write \`expires:\` as 2027-03-31.`,
	component: ({ said }) => `\`${said}\` is not a component. Write its kind and its registered name, as \`builder/ebs\`.`,
	path: ({ said }) => `Exemption of \`${said}\` has a path that is not text. Write patterns as in a .gitignore.`,
	key: ({ said, meant }) =>
		`Setting \`${said}\` does not exist.${hint(meant)} Use \`target\`, \`rules\` or \`exemptions\`, and below a rule \`severity\`, \`reason\` or \`options\`.`,
	rule: ({ said, meant }) => `Rule \`${said}\` does not exist.${hint(meant)} For all rules, run \`packer-plugin-readiness rules\`.`,
	empty: ({ said }) => `\`${said}\` has no severity and no options. Use ${list(severities, 'or')}.`,
	severity: ({ said, meant }) => `Severity \`${said}\` does not exist.${hint(meant)} Use ${list(severities, 'or')}.`,
	target: ({ said, meant }) => `Target \`${said}\` does not exist.${hint(meant)} Use ${list(targets, 'or')}.`,
	option: ({ said, wanted, meant }) => `Option \`${said}\` does not exist.${hint(meant)} The rule has ${wanted}.`,
	type: ({ said, wanted }) => `Option \`${said}\` must be ${wanted}.`,
};
