import type { Fact } from '../core/database';
import { text } from '../core/files';
import { identity } from '../plugin/identity';
import { isScaffolding } from '../plugin/scaffolding';
import { type Flags, metadata, type Text } from './metadata';
import { metadataPath } from './paths';

/**
 * The flag `archived` that is still the template's: below the comment with which the scaffolding explains it, or on a line
 * of its own behind the other flag alone, as there. Undefined in the scaffolding itself.
 */
export const templateArchived: Fact<{ readonly flags: Flags; readonly flag: Text } | undefined> = read => {
	const flags = read(metadata)?.flags;
	const flag = flags?.items.find(({ value }) => value === 'archived');
	if (flags === undefined || flag === undefined || read(isScaffolding)) return undefined;
	const isList = flags.apart && flags.items.map(({ value }) => value).join() === 'hcp-ready,archived' && read(identity).owner?.toLowerCase() !== 'hashicorp';
	return isList || read(isExplained) ? { flags, flag } : undefined;
};

/** Whether the comment of the scaffolding stands above the flag. */
const isExplained: Fact<boolean> = read =>
	/^[ \t]*(?:#|\/\/) This signals that the plugin is unmaintained[^\n]*\n(?:[^"\n]*\n)*[ \t]*"archived"/m.test(read(text, metadataPath) ?? '');
