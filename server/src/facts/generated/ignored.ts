import type { Fact } from '../core/database';
import { text } from '../core/files';
import { type IgnorePattern, patternFor, readPatterns } from './gitignore';

/** Whether the plugin's .gitignore keeps a path out of the repository (gitignore(5)); those in folders below the root are not asked. */
export const isGitIgnored: Fact<boolean, string> = (read, path) => read(ignoredBy, path) !== undefined;

/** The line of the plugin's .gitignore that keeps a path out of the repository; undefined if none does. */
export const ignoredBy: Fact<string | undefined, string> = (read, path) => patternFor(read(ignoreRules), path)?.line;

const ignoreRules: Fact<readonly IgnorePattern[]> = read => readPatterns(read(text, '.gitignore') ?? '');
