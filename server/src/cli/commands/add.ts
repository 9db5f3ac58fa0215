import { resolveEdit } from '../../engine/edits';
import type { Kind } from '../../facts/plugin/registrations';
import { addComponent } from '../../scaffold/component';
import { create } from '../../text/edit';
import { changesOf } from '../changes/apply';
import { refusal, writeChange } from '../changes/write';
import { lines } from '../channels/lines';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { shownPath } from '../paths';

/** Adds a component to a plugin: its files, and the lines that register and document it. Returns the exit status. */
export async function add(environment: Environment, kind: Kind, name: string, folder: string): Promise<number> {
	const plugin = await openOne(environment, folder);
	const { db, root } = plugin.folder;
	const made = addComponent(db.get, kind, name);
	if ('refused' in made) throw new Complaint(made.refused);
	const shown = (path: string) => shownPath(environment.absolute('.'), plugin, path);
	const files = made.files.map(({ path, text, executable }) => create(path, text, { executable }));
	const changes = changesOf(db, [...files, ...made.edits.map(edit => resolveEdit(db.get, edit))]);
	for (const { path, before } of changes) {
		const why =
			(await refusal(environment, root, path)) ??
			(before === undefined && (await environment.writer.kind(`${root}/${path}`)) !== 'missing' ? 'the file already exists' : undefined);
		if (why !== undefined) throw new Complaint(`${shown(path)} cannot be written: ${why}. No file was changed.`);
	}
	for (const change of changes) {
		const why = await writeChange(environment, root, change);
		if (why !== undefined) throw new Complaint(`${shown(change.path)} could not be written: ${why}. Files listed above were written.`);
		environment.stdout.write(lines(`${shown(change.path)}${change.before === undefined ? '' : ' (changed)'}`));
	}
	environment.stderr.write(lines(`Start with ${shown(made.open)}. Next: ${made.next.join('; ')}`));
	return 0;
}
