import type { Fact } from '../core/database';
import { scopesIn } from '../go/body';
import { importPaths } from '../go/packages';
import { exprAt } from '../go/resolve';
import { goSources } from '../go/sources';
import { stringOf } from '../go/values';
import { multistep } from './steps';

/** What the SDK's own steps, runners and builder data put into state bags (SDK v0.6.10: multistep, commonsteps, communicator, chroot, packerbuilderdata). */
export const sdkKeys: readonly string[] = [
	'SourceImageURL',
	'abort_step_logged',
	'aborted',
	'cancelled',
	'cd_path',
	'communicator',
	'communicator_config',
	'copy_files_cleanup',
	'error',
	'floppy_path',
	'generated_data',
	'halted',
	'http_port',
	'mount_extra_cleanup',
	'pauseFn',
];

/** The keys that steps are told to put something under, as `ResultKey: "iso_path"` of `commonsteps.StepDownload` does; undefined where one is not known. */
export const givenKeys: Fact<readonly string[] | undefined> = read => {
	const keys = read(goSources).map(path => read(givenIn, path));
	return keys.includes(undefined) ? undefined : [...new Set(keys.flatMap(found => found ?? []))].sort();
};

const givenIn: Fact<readonly string[] | undefined, string> = (read, path) => {
	if (!read(importPaths, path).some(name => name === multistep || name.startsWith(`${multistep}/`))) return [];
	const given = scopesIn(read, path).flatMap(scope => {
		const { exprs, statements } = scope.body;
		const entries = exprs.flatMap(expr => (expr.op === 'composite' ? expr.entries : []));
		const assigned = statements.flatMap(one => (one.kind === 'assign' ? one.values.map((value, i) => [one.targets[i], value] as const) : []));
		return [...entries, ...assigned].flatMap(([key, value]) => {
			const field = key === undefined ? undefined : exprAt(scope, key);
			if ((field?.op !== 'ref' && field?.op !== 'select') || !/key$/i.test(field.name)) return [];
			return { value: stringOf(read, scope, value)?.value, decides: field.name === 'ResultKey' };
		});
	});
	return given.some(({ value, decides }) => value === undefined && decides) ? undefined : given.flatMap(({ value }) => value ?? []);
};
