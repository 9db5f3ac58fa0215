import { issues } from '../../engine/addresses';
import { Engine } from '../../engine/check';
import { rules } from '../../rules/index';
import { refusal, writeChange } from '../changes/write';
import { diff } from '../channels/diff';
import { lines } from '../channels/lines';
import type { Environment } from '../environment';
import { type Fixed, fixAll } from '../fix/rounds';
import { sayIncomplete } from '../incomplete';
import { type Opened, openFolders } from '../open';
import { shownPath } from '../paths';
import { settingsOf } from '../settings';
import { Stopwatch } from '../stopwatch';
import { count } from '../words';

/** The options of `fix`. */
export interface FixOptions {
	readonly dryRun: boolean;
	readonly config?: string;
	readonly colors: boolean;
}

/** Applies the safe fixes of the plugins in a folder, or shows them. Returns the exit status: 2 if not everything could be looked at or changed. */
export async function fix(environment: Environment, folder: string, options: FixOptions): Promise<number> {
	const opened = await openFolders(environment, [folder], new Stopwatch(environment.now));
	const engine = new Engine(rules);
	let status = 0;
	for (const plugin of opened) status = Math.max(status, await fixOne(environment, engine, plugin, options));
	return status;
}

async function fixOne(environment: Environment, engine: Engine, plugin: Opened, { dryRun, config, colors }: FixOptions): Promise<number> {
	const { folder } = plugin;
	const settings = await settingsOf(environment, folder.db.get, plugin.root, config === undefined ? {} : { config });
	const refused = new Map<string, string>();
	const mayChange = async (path: string) => {
		const why = refused.get(path) ?? (await refusal(environment, folder.root, path));
		if (why !== undefined) refused.set(path, why);
		return why === undefined;
	};
	const fixed = await fixAll(engine, folder.db, settings, mayChange);
	const failed = dryRun ? await show(environment, plugin, fixed, colors) : await write(environment, plugin, fixed);
	for (const [path, why] of [...refused, ...failed])
		environment.stderr.write(lines(`${shownPath(environment.absolute('.'), plugin, path)} was not changed: ${why}. Change it by hand.`));
	if (!fixed.settled)
		environment.stderr.write(lines(`${plugin.root}: fixes undo each other, so fixing was stopped. Review the changes, and report this bug at ${issues}.`));
	const incomplete = sayIncomplete(environment, plugin.root, fixed.missed, 'there may be more to fix');
	return refused.size + failed.size > 0 || !fixed.settled || incomplete ? 2 : 0;
}

async function show({ stdout, stderr }: Environment, { root }: Opened, { changes, fixes }: Fixed, colors: boolean): Promise<ReadonlyMap<string, string>> {
	const { unified } = await import('../../generate/unified');
	for (const change of changes) stdout.write(diff(unified(change), colors));
	stderr.write(lines(`${root}: ${fixes.length === 0 ? 'no safe fixes' : `${counted(fixes.length)} in ${count(changes.length, 'file')}, not applied`}.`));
	return new Map();
}

async function write(environment: Environment, plugin: Opened, { changes, fixes }: Fixed): Promise<ReadonlyMap<string, string>> {
	const failed = new Map<string, string>();
	for (const change of changes) {
		const why = await writeChange(environment, plugin.folder.root, change);
		if (why !== undefined) failed.set(change.path, why);
	}
	const made = fixes.filter(({ path }) => !failed.has(path));
	for (const { path, title, rule } of made) environment.stdout.write(lines(`${shownPath(environment.absolute('.'), plugin, path)}: ${title} (${rule})`));
	const applied = made.length === 0 ? 'no safe fixes' : `applied ${counted(made.length)} in ${count(changes.length - failed.size, 'file')}`;
	environment.stderr.write(lines(`${plugin.root}: ${applied}.`));
	return failed;
}

const counted = (fixes: number) => (fixes === 1 ? '1 safe fix' : `${fixes} safe fixes`);
