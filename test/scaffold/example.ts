import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { Engine } from '../../server/src/engine/check';
import { resolveFix } from '../../server/src/engine/edits';
import { Database } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { grammars as grammarsInput, type Repository, repository } from '../../server/src/facts/core/inputs';
import { rules } from '../../server/src/rules/index';
import { applyEdits } from '../../server/src/text/edit';
import { grammars } from '../support/grammars';

const folder = 'examples/packer-plugin-parcel';

/** The example as it is on disk, in a repository of which git says this. */
export async function example(git: Partial<Repository> = {}): Promise<Database> {
	const db = new Database();
	db.set(grammarsInput, await grammars());
	db.set(repository, { folder: 'packer-plugin-parcel', tags: [], subdirectory: 'examples/packer-plugin-parcel', ...git });
	const walk = (dir: string) => {
		for (const entry of readdirSync(join(folder, dir), { withFileTypes: true })) {
			const path = join(dir, entry.name);
			if (entry.isDirectory()) walk(path);
			else db.setFile(path, { text: readFileSync(join(folder, path), 'utf8') });
		}
	};
	walk('');
	return db;
}

/** Makes the safe fixes of what is found now. */
export function fix(db: Database): void {
	const edits = new Engine(rules).check(db.get).findings.flatMap(f => (f.fix?.kind === 'safe' ? resolveFix(db.get, f.fix) : []));
	const texts = edits.flatMap(e => (e.kind === 'text' ? [e] : []));
	for (const path of new Set(texts.map(e => e.path)))
		db.setFile(path, {
			text: applyEdits(
				db.get(text, path) ?? '',
				texts.filter(e => e.path === path),
			),
		});
	for (const edit of edits) if (edit.kind === 'create') db.setFile(edit.path, { text: edit.text });
}
