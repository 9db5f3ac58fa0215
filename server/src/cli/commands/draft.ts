import { nothingRecorded } from '../../checklist/item';
import { type DraftKind, draft as make } from '../../drafts/draft';
import { countTodos } from '../../drafts/todo';
import { Engine } from '../../engine/check';
import { rules } from '../../rules/index';
import { document, lines } from '../channels/lines';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { deliver, save } from '../output';
import { settingsOf } from '../settings';
import { count } from '../words';

/** Writes a draft from what is known of a plugin; to a file that ends in .eml, the whole message. Nothing is sent. Returns the exit status. */
export async function draft(environment: Environment, kind: DraftKind, folder: string, output: string | undefined): Promise<number> {
	const { folder: plugin, root } = await openOne(environment, folder);
	const read = plugin.db.get;
	const settings = await settingsOf(environment, read, root);
	const engine = new Engine(rules);
	const report = engine.check(read, settings);
	const { text, target, eml, notices } = make(read, kind, {
		report,
		rules: Object.keys(rules),
		recorded: nothingRecorded,
		target: settings.target,
		date: environment.date(),
	});
	if (output?.endsWith('.eml') && eml !== undefined) await save(environment, eml, output);
	else await deliver(environment, document(text), output);
	for (const { severity, message, instead } of notices)
		environment.stderr.write(lines(`${severity}: ${message}${instead === undefined ? '' : ` Run \`${environment.tool.name} draft ${instead}\`.`}`));
	const todos = countTodos(text);
	const fill = todos === 0 ? '' : ` Fill in ${count(todos, 'TODO')} first.`;
	environment.stderr.write(lines(`Nothing was sent.${fill}${target === undefined ? '' : ` Send to ${addressOf(target)}.`}`));
	return 0;
}

/** Where a draft goes, without the text that its address is filled in with. */
const addressOf = (target: string) => (target.startsWith('mailto:') ? target.slice('mailto:'.length).split('?')[0] : target.split('&')[0]);
