/**
 * A line that no CI service takes for a command. GitHub Actions takes `::command::` at the start of a line, and `##[command]` anywhere in it; Azure
 * Pipelines takes `##[command]` and `##vso[command]`; TeamCity takes `##teamcity[command]`.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const neutral = (line: string): string => line.replace(leading, '$1\\x3a:').replace(marked, '#\\x23');

/** Runners trim a line before they look at it; colors are not part of it for some. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that set colors begin with one
const leading = /^((?:\s|\x1b\[[\d;]*m)*)::/;

/** Where a command that CI services look for anywhere in a line begins. */
export const marked = /##(?=(?:vso|teamcity)?\[)/gi;
