import { type Counter, Database } from '../../server/src/facts/core/database';
import { grammars as grammarsInput, type Repository, repository } from '../../server/src/facts/core/inputs';
import type { Grammars } from '../../server/src/syntax/grammars';

/** A plugin in memory: files by path. The section `repository` (`key: value` lines: folder, origin, branch, commit, tags, subdirectory, plainScripts) says what git would. */
export function plugin(files: Iterable<readonly [string, string]>, grammars: Grammars, computed?: Counter, visited?: Counter): Database {
	const db = new Database(computed, visited);
	db.set(grammarsInput, grammars);
	for (const [path, text] of files) {
		if (path === 'repository') db.set(repository, readRepository(text));
		else db.setFile(path, { text });
	}
	return db;
}

function readRepository(text: string): Repository {
	const value = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(text)?.[1];
	const [owner, name] = value('origin')?.split('/') ?? [];
	const branch = value('branch');
	const commit = value('commit');
	return {
		folder: value('folder') ?? name ?? '',
		tags: value('tags')?.split(/[ ,]+/) ?? [],
		subdirectory: value('subdirectory') ?? '',
		...(owner !== undefined && name !== undefined ? { origin: { owner, name } } : {}),
		...(branch === undefined ? {} : { branch }),
		...(commit === undefined ? {} : { commit }),
		...(value('plainScripts') === undefined ? {} : { plainScripts: value('plainScripts')?.split(/[ ,]+/) ?? [] }),
	};
}
