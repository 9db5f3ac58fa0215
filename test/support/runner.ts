/** What the runner of GitHub Actions takes for a command. */
export interface RunnerCommand {
	readonly command: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly data: string;
}

/**
 * The commands that the runner finds in a log: `::command k=v::data` where a line begins after trimming, else `##[command]data` anywhere in it; and
 * `##vso[…]` and `##teamcity[…]`, which other services take. After `ActionCommand.TryParseV2` and `TryParse` of actions/runner.
 */
export const runnerCommands = (log: string): RunnerCommand[] => log.split(/\r\n|[\r\n]/).flatMap(commandOf);

/** The sequences that set colors, which are ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
export const colors = /\u001b\[\d+m/g;

function commandOf(line: string): RunnerCommand[] {
	const trimmed = line.replace(colors, '').trim();
	const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
	if (end >= 0) return [parsed(trimmed.slice(2, end), ',', trimmed.slice(end + 2))];
	const [, inside = '', data = ''] = /##(?:vso|teamcity)?\[([^\]]*)\](.*)/i.exec(line) ?? [];
	return inside === '' ? [] : [parsed(inside, ';', data)];
}

function parsed(text: string, separator: string, data: string): RunnerCommand {
	const space = text.indexOf(' ');
	const pairs = space < 0 ? [] : text.slice(space + 1).split(separator);
	const properties = Object.fromEntries(
		pairs.filter(pair => pair.includes('=')).map(pair => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)]),
	);
	return { command: space < 0 ? text : text.slice(0, space), properties, data };
}
