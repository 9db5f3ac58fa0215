import type { Around, Engine } from '../../engine/check';
import type { Report } from '../../engine/report';
import type { Settings } from '../../engine/settings';
import { type OfChange, ofChange, olderOf } from '../../engine/since';
import type { Repository } from '../../facts/core/inputs';
import { repository } from '../../facts/core/inputs';
import { wanted } from '../../generate/staleness';
import { looksInto } from '../../workspace/interest';
import { Supplies } from '../../workspace/supply';
import { isComplaint } from '../complaint';
import type { Environment } from '../environment';
import type { Opened } from '../open';
import { type SettingsOptions, settingsOf } from '../settings';
import { type Base, baseOf } from './base';
import { changesSince } from './changes';

/** The findings of a change. */
export interface Since {
	readonly revision: string;
	/** The commit that the plugin was compared with. */
	readonly commit: string;
	/** How many files have changed. */
	readonly files: number;
	/** The whole report. */
	readonly whole: Report;
	/** Why each of its findings is one of the change; undefined for the others. */
	readonly why: ReadonlyArray<OfChange | undefined>;
}

/** What a plugin is checked with. */
interface Checking {
	readonly engine: Engine;
	readonly settings: Settings;
	readonly options: SettingsOptions;
	readonly around: Around | undefined;
}

/**
 * Checks a plugin as it was where its branch left a revision, and then as it is: the database computes again only what the change has made different.
 * The findings of the change are those on lines that it touches, and those that were not there before.
 */
export async function checkSince(environment: Environment, plugin: Opened, revision: string, { engine, settings, options, around }: Checking): Promise<Since> {
	const { db } = plugin.folder;
	const read = db.get;
	const base = await baseOf(environment, plugin, revision);
	const changes = await changesSince(read, base).catch(async error => {
		throw await base.unread(error);
	});
	const now = read(repository);
	const supply = changes.before.some(([path]) => path === 'go.mod')
		? () => new Supplies(environment.files, environment.moduleCache).hand(plugin.folder, wanted)
		: undefined;
	db.set(repository, asItWas(now, base));
	db.setFiles(changes.before);
	await supply?.();
	const older = olderOf(read, engine.check(read, await settingsBefore(environment, plugin, options, settings), around).findings);
	db.set(repository, now);
	db.setFiles(changes.after);
	await supply?.();
	const whole = engine.check(read, settings, around);
	return { revision, commit: base.commit, files: changes.files, whole, why: ofChange(read, whole.findings, older, changes) };
}

/** What git says of the repository, with the scripts that could not be run then. */
export function asItWas({ plainScripts, ...now }: Repository, { files, index }: Pick<Base, 'files' | 'index'>): Repository {
	const current = plainScripts ?? [];
	const then = [...files].filter(([path, { mode }]) => mode === '100644' && path.endsWith('.sh')).map(([path]) => path);
	// The base has no files of folders that are not looked into, and without an index nobody knows of any script.
	const scripts = index.size === 0 ? current : [...then, ...current.filter(path => !path.split('/').every(looksInto))];
	return scripts.length === 0 ? now : { ...now, plainScripts: scripts.toSorted() };
}

/** The settings that the plugin had; those that it has where they could not be used. */
async function settingsBefore(environment: Environment, { folder, root }: Opened, options: SettingsOptions, now: Settings): Promise<Settings> {
	try {
		return await settingsOf(environment, folder.db.get, root, options);
	} catch (error) {
		if (isComplaint(error)) return now;
		throw error;
	}
}
