import ignore from 'ignore';
import type { Fact } from '../database';
import { text } from '../files';

/** Whether the plugin's .gitignore keeps a path out of the repository; those in folders below the root are not asked. */
export const isGitIgnored: Fact<boolean, string> = (read, path) => {
	const rules = read(text, '.gitignore');
	return rules !== undefined && ignore().add(rules).ignores(path);
};
