import { type Generation, generation } from '../../generate/command';
import { refusal, writeChange } from '../changes/write';
import type { Environment } from '../environment';
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

/** Generates what packer-sdc would generate, or lists the stale files. Returns the exit status. */
export async function generate(environment: Environment, folder: string, { check, colors }: GenerateOptions): Promise<number> {
	const plugin = await openOne(environment, folder, 'generated');
	const made = generation(plugin.folder.db.get);
	for (const { path, sentence } of [...made.unwritable, ...made.unknown, ...made.unconfirmed])
		environment.stderr.write(`${shown(environment, plugin, path)}: ${sentence}\n`);
	return check ? list(environment, plugin, made, colors) : write(environment, plugin, made);
}

/** Lists the stale files, each with a diff. Returns 1 if there are any. */
async function list(environment: Environment, plugin: Opened, { writes, unwritable, upToDate }: Generation, colors: boolean): Promise<number> {
	for (const { path, before, text } of writes) {
		const { colored, unified } = await import('../changes/diff');
		environment.stdout.write(`${shown(environment, plugin, path)} is ${before === undefined ? 'missing' : 'out of date'}\n`);
		environment.stdout.write(colored(unified({ path, before, after: text }), colors));
	}
	const stale = writes.length + unwritable.length;
	environment.stderr.write(
		stale === 0
			? `${count(upToDate, 'generated file')}, all up to date.\n`
			: `${count(stale, 'generated file')} out of date. Run \`${environment.tool.name} generate\`.\n`,
	);
	return stale === 0 ? 0 : 1;
}

async function write(environment: Environment, plugin: Opened, { writes, unwritable, upToDate }: Generation): Promise<number> {
	const { root } = plugin.folder;
	let failed = unwritable.length;
	for (const { path, text: after, before } of writes) {
		const why = (await refusal(environment, root, path)) ?? (await writeChange(environment, root, { path, before, after, executable: false }));
		if (why === undefined) environment.stdout.write(`${shown(environment, plugin, path)}\n`);
		else environment.stderr.write(`${shown(environment, plugin, path)} was not written: ${why}. Generate it by hand.\n`);
		if (why !== undefined) failed++;
	}
	environment.stderr.write(
		writes.length + failed === 0
			? `${count(upToDate, 'generated file')}, all up to date.\n`
			: `Wrote ${count(writes.length - failed + unwritable.length, 'file')}.\n`,
	);
	return failed === 0 ? 0 : 2;
}

const shown = (environment: Environment, plugin: Opened, path: string) => shownPath(environment.absolute('.'), plugin, path);
