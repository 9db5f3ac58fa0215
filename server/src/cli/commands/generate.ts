import { unreadable } from '../../facts/core/files';
import { type Generation, generation } from '../../generate/command';
import { refusal, writeChange } from '../changes/write';
import { diff } from '../channels/diff';
import { lines } from '../channels/lines';
import type { Environment } from '../environment';
import { sayIncomplete } from '../incomplete';
import { openOne } from '../one';
import type { Opened } from '../open';
import { shownPath } from '../paths';
import { count } from '../words';

/** The options of `generate`. */
export interface GenerateOptions {
	/** List stale files, and write nothing. */
	readonly check: boolean;
	readonly colors: boolean;
}

/** Generates what packer-sdc would generate, or lists the stale files. Returns the exit status: 2 if not everything could be looked at or written. */
export async function generate(environment: Environment, folder: string, { check, colors }: GenerateOptions): Promise<number> {
	const plugin = await openOne(environment, folder, 'generated');
	const made = generation(plugin.folder.db.get);
	for (const { path, sentence } of [...made.unwritable, ...made.unknown, ...made.unconfirmed])
		environment.stderr.write(lines(`${shown(environment, plugin, path)}: ${sentence}`));
	const status = check ? await list(environment, plugin, made, colors) : await write(environment, plugin, made);
	const missed = { unreadable: plugin.folder.db.get(unreadable), failures: [] };
	return sayIncomplete(environment, plugin.root, missed, 'there may be more to generate') ? 2 : status;
}

/** Lists the stale files, each with a diff. Returns 2 if some could not be checked, else 1 if there are any. */
async function list(environment: Environment, plugin: Opened, made: Generation, colors: boolean): Promise<number> {
	const { writes, unwritable, unknown } = made;
	for (const { path, before, text } of writes) {
		const { unified } = await import('../../generate/unified');
		environment.stdout.write(lines(`${shown(environment, plugin, path)} is ${before === undefined ? 'missing' : 'out of date'}`));
		environment.stdout.write(diff(unified({ path, before, after: text }), colors));
	}
	const stale = writes.length + unwritable.length;
	environment.stderr.write(
		lines(stale === 0 ? upToDateSentence(made) : `${count(stale, 'generated file')} out of date. Run \`${environment.tool.name} generate\`.`),
	);
	return unknown.length > 0 ? 2 : stale === 0 ? 0 : 1;
}

async function write(environment: Environment, plugin: Opened, made: Generation): Promise<number> {
	const { writes, unwritable, unknown } = made;
	const { root } = plugin.folder;
	let failed = unwritable.length;
	for (const { path, text: after, before } of writes) {
		const why = (await refusal(environment, root, path)) ?? (await writeChange(environment, root, { path, before, after, executable: false }));
		if (why === undefined) environment.stdout.write(lines(shown(environment, plugin, path)));
		else environment.stderr.write(lines(`${shown(environment, plugin, path)} was not written: ${why}. Generate it by hand.`));
		if (why !== undefined) failed++;
	}
	const wrote = count(writes.length - failed + unwritable.length, 'file');
	environment.stderr.write(lines(writes.length + failed === 0 ? upToDateSentence(made) : `Wrote ${wrote}.`));
	return failed + unknown.length === 0 ? 0 : 2;
}

/** What is to be said where nothing is stale: how many files are up to date, and how many could not be checked. */
const upToDateSentence = ({ upToDate, unknown }: Generation): string =>
	unknown.length === 0
		? `${count(upToDate, 'generated file')}, all up to date.`
		: `${count(upToDate, 'generated file')} up to date, ${unknown.length} could not be checked.`;

const shown = (environment: Environment, plugin: Opened, path: string) => shownPath(environment.absolute('.'), plugin, path);
