import { nothingRecorded } from '../../checklist/item';
import { type DraftKind, draft as make } from '../../drafts/draft';
import { Engine } from '../../engine/check';
import { rules } from '../../rules/index';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { deliver } from '../output';
import { settingsOf } from '../settings';

/** Drafts what is to be sent, from what is known of a plugin; into a file ending in .eml the whole message. Nothing is sent; gives the exit status. */
export async function draft(environment: Environment, kind: DraftKind, folder: string, output: string | undefined): Promise<number> {
	const { folder: plugin, root } = await openOne(environment, folder);
	const read = plugin.db.get;
	const settings = await settingsOf(environment, read, root, undefined);
	const engine = new Engine(rules);
	const report = engine.check(read, settings);
	const { text, title, target, eml } = make(read, kind, {
		report,
		rules: Object.keys(rules),
		recorded: nothingRecorded,
		target: settings.target,
		date: environment.date(),
	});
	await deliver(environment, output?.endsWith('.eml') && eml !== undefined ? eml : text.endsWith('\n') ? text : `${text}\n`, output);
	environment.stderr.write(`“${title}” is a draft: nothing was sent. It goes to ${target.split('?')[0]}.\n`);
	return 0;
}
