import { expanding } from '../../syntax/makefile/expand';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { modulePath } from '../plugin/module';
import { makeFile, makefilePath } from './make';

/** The source under which the Makefile installs a development build, made from the module path. */
export interface DevSource {
	readonly source: string;
	/** The argument of `packer plugins install`; undefined if it does not stand at the end of the line as in the scaffolding. */
	readonly argument?: Place;
}

/** The source that the scaffolding's Makefile makes from the module path for `packer plugins install`; undefined if the Makefile does otherwise. */
export const devSource: Fact<DevSource | undefined> = read => {
	const path = read(makefilePath);
	const file = path === undefined ? undefined : read(makeFile, path);
	const module = read(modulePath);
	if (path === undefined || file === undefined || module === undefined) return undefined;
	const expanded = expanding(file);
	for (const line of file.rules.flatMap(rule => rule.recipe)) {
		const command = /\bpacker\s+plugins\s+install\b.*$/.exec(expanded(line.text).text)?.[0] ?? '';
		if (!/go\.mod|\bgo list -m\b/.test(command) || !/\bsed\b.*\bs([/#|,])packer-plugin-\1\1/.test(command)) continue;
		const argument = /"?\$\(shell echo .*\)"?\s*$/.exec(line.text);
		const place = argument && { ...at(path, line.node), from: argument.index, to: argument.index + argument[0].trimEnd().length };
		return { source: module.replace('packer-plugin-', ''), ...(place ? { argument: place } : {}) };
	}
	return undefined;
};
