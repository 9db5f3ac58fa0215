import assert from 'node:assert/strict';
import { Engine } from '../../server/src/engine/check';
import { resolveEdit } from '../../server/src/engine/edits';
import { Database } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { grammars as grammarsInput, repository } from '../../server/src/facts/core/inputs';
import { rules } from '../../server/src/rules/index';
import { type NewPlugin, newPlugin } from '../../server/src/scaffold/plugin';
import type { Refused, Scaffold } from '../../server/src/scaffold/result';
import type { Grammars } from '../../server/src/syntax/grammars';
import { applyEdits } from '../../server/src/text/edit';

/** What was made, where it was not refused. */
export function made(result: Scaffold | Refused): Scaffold {
	assert.ok(!('refused' in result), 'refused' in result ? result.refused : '');
	return result;
}

/** A new plugin in memory, as `git clone` would give it. */
export function fresh(request: NewPlugin, grammars: Grammars): Database {
	const db = new Database();
	db.set(grammarsInput, grammars);
	db.set(repository, {
		folder: `packer-plugin-${request.name}`,
		origin: { owner: request.owner, name: `packer-plugin-${request.name}` },
		tags: [],
		subdirectory: '',
	});
	write(db, made(newPlugin(request, grammars)));
	return db;
}

/** Writes what was made into a plugin in memory. */
export function write(db: Database, { files, edits }: Scaffold): void {
	const resolved = edits.map(edit => resolveEdit(db.get, edit));
	for (const path of new Set(resolved.map(e => ('path' in e ? e.path : '')))) {
		const texts = resolved.filter(e => e.kind === 'text' && e.path === path).flatMap(e => (e.kind === 'text' ? [e] : []));
		if (texts.length > 0) db.setFile(path, { text: applyEdits(db.get(text, path) ?? '', texts) });
	}
	for (const { path, text } of files) db.setFile(path, { text });
}

/** All that all rules say of a plugin. */
export function findings(db: Database): string[] {
	const { findings, failures } = new Engine(rules).check(db.get);
	assert.deepEqual(failures, []);
	return findings.map(f => `${f.path}: ${f.rule}: ${f.message}`);
}
