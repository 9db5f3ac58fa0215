import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Database } from '../../server/src/facts/core/database';
import { grammars as grammarsInput, repository } from '../../server/src/facts/core/inputs';
import { grammars } from '../support/grammars';

/** A plugin in memory, from texts by path. */
export async function plugin(files: Readonly<Record<string, string>>, folder = 'packer-plugin-acme'): Promise<Database> {
	const database = new Database();
	database.set(grammarsInput, await grammars());
	database.set(repository, { folder, tags: [], subdirectory: '' });
	for (const [path, text] of Object.entries(files)) database.setFile(path, { text });
	return database;
}

const read = /\.(?:go|mdx?|hcl|sh|ya?ml)$|(?:^|\/)(?:go\.mod|(?:GNU)?[Mm]akefile|modules\.txt)$/;

/** A plugin from a folder on disk: the texts that generators read. */
export async function pluginIn(root: string): Promise<Database> {
	const files: Record<string, string> = {};
	const walk = (dir: string) => {
		for (const entry of readdirSync(join(root, dir), { withFileTypes: true })) {
			const path = dir === '' ? entry.name : `${dir}/${entry.name}`;
			if (entry.isDirectory() && entry.name !== '.git') walk(path);
			else if (entry.isFile() && read.test(path)) files[path] = readFileSync(join(root, path), 'utf8');
		}
	};
	walk('');
	return plugin(files, basename(root));
}
