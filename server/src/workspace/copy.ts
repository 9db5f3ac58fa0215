import { Database, type Read } from '../facts/core/database';
import { filesUnder } from '../facts/core/files';
import { file, grammars, repository } from '../facts/core/inputs';

/** A database of its own with the same files: what is changed there changes nothing here. Files of other modules are not copied; `Supplies` reads them again. */
export function copyOf(read: Read): Database {
	const db = new Database();
	db.set(grammars, read(grammars));
	db.set(repository, read(repository));
	db.setFiles(read(filesUnder, '').map(path => [path, read(file, path)] as const));
	return db;
}
