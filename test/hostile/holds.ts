import { nothingRecorded } from '../../server/src/checklist/item';
import { assemble } from '../../server/src/cli/assemble';
import type { Run } from '../../server/src/cli/checked';
import { fixAll } from '../../server/src/cli/fix/rounds';
import { type FormatName, formats } from '../../server/src/cli/formats';
import { draft, draftKinds } from '../../server/src/drafts/draft';
import { Engine } from '../../server/src/engine/check';
import { resolveFix } from '../../server/src/engine/edits';
import type { Report } from '../../server/src/engine/report';
import { defaultSettings } from '../../server/src/engine/settings';
import type { Database } from '../../server/src/facts/core/database';
import { text } from '../../server/src/facts/core/files';
import { generation } from '../../server/src/generate/command';
import { rules } from '../../server/src/rules/index';
import type { Grammars } from '../../server/src/syntax/grammars';
import { plugin } from '../support/plugin';
import { runnerCommands } from '../support/runner';

/** Files of a plugin by path. */
export type Files = ReadonlyMap<string, string>;

const engine = new Engine(rules);

/** A secret that the plugins of the attack hold in each file that takes one. */
export const secret = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';

/** What does not hold of a plugin, as a sentence; undefined if all does. `before` is a plugin that was checked and then edited into this one. */
export async function broken(files: Files, before: Files, loaded: Grammars): Promise<string | undefined> {
	try {
		const db = plugin(files, loaded);
		const report = engine.check(db.get);
		return (
			ofReport(db, report) ??
			ofEdits(files, before, report, loaded) ??
			ofFixes(db, report) ??
			ofGeneration(db) ??
			ofDrafts(db, report) ??
			ofFormats(db, report) ??
			(await ofFixing(files, loaded))
		);
	} catch (error) {
		return `It throws: ${error instanceof Error ? error.stack : String(error)}`;
	}
}

function ofReport(db: Database, { findings, failures }: Report): string | undefined {
	const [failure] = failures;
	if (failure !== undefined) return `Rule ${failure.rule} fails: ${failure.message}`;
	for (const { rule, path, span, message, related = [] } of findings) {
		for (const place of [{ path, span }, ...related]) {
			const length = (db.get(text, place.path) ?? '').length;
			if (!(0 <= place.span.start && place.span.start <= place.span.end && place.span.end <= length)) return `${rule} is outside ${place.path}.`;
		}
		if (message.length > 1000 || /(?!\t)[\p{Cc}\p{Bidi_Control}]|\[object |undefined|NaN/u.test(message)) return `${rule} says ${JSON.stringify(message)}.`;
	}
	return undefined;
}

/** A report without what cannot be compared. */
const plain = (report: Report) => JSON.stringify(report, (key, value) => (key === 'edits' && typeof value === 'function' ? 'lazy' : value));

function ofEdits(files: Files, before: Files, report: Report, loaded: Grammars): string | undefined {
	const db = plugin(before, loaded);
	engine.check(db.get);
	for (const path of new Set([...before.keys(), ...files.keys()])) {
		const now = files.get(path);
		if (now === before.get(path)) continue;
		db.setFile(path, now === undefined ? undefined : { text: now });
		engine.check(db.get);
	}
	return plain(engine.check(db.get)) === plain(report) ? undefined : 'After edits the report differs from that of a plugin that is opened anew.';
}

const isInside = (path: string) =>
	path !== '' && !path.startsWith('/') && !/^[A-Za-z]:|\\/.test(path) && path.split('/').every(part => part !== '' && part !== '.' && part !== '..');

function ofFixes(db: Database, { findings }: Report): string | undefined {
	for (const { fix, rule } of findings) {
		if (fix === undefined) continue;
		const outside = resolveFix(db.get, fix).find(edit => !isInside(edit.path));
		if (outside !== undefined) return `A fix of ${rule} is outside: ${outside.path}`;
	}
	return undefined;
}

function ofGeneration(db: Database): string | undefined {
	const outside = generation(db.get).writes.find(({ path }) => !isInside(path));
	return outside && `A generated file is outside: ${outside.path}`;
}

function ofDrafts(db: Database, report: Report): string | undefined {
	for (const kind of draftKinds) {
		const made = draft(db.get, kind, { report, rules: Object.keys(rules), recorded: nothingRecorded, target: 'partner', date: '2026-01-02T03:04:05.000Z' });
		const all = JSON.stringify(made);
		if (all.includes(secret)) return `The draft ${kind} has a secret.`;
		if (/(?![\n\t])\p{Cc}|\p{Bidi_Control}/u.test(made.text)) return `The draft ${kind} has control characters.`;
	}
	return undefined;
}

function ofFormats(db: Database, engineReport: Report): string | undefined {
	const tool = { name: 'packer-plugin-readiness', version: '0.1.0' };
	const report = assemble('.', db.get, engineReport);
	const run: Run = {
		tool,
		rules,
		checked: [{ report, engine: engineReport, read: db.get, folder: '/w', shown: path => path }],
		report: { schemaVersion: 1, tool, plugins: [report], timings: { totalMs: 0, readMs: 0, parseMs: 0, rulesMs: 0 } },
		failOn: 'error',
		cwd: '/w',
		pages: {},
		colors: false,
	};
	for (const name of Object.keys(formats) as FormatName[]) {
		const written = formats[name].write(run).text;
		const commands = runnerCommands(written);
		if (name === 'github' ? commands.some(({ command }) => !['error', 'warning', 'notice'].includes(command)) : commands.length > 0)
			return `Format ${name} has the command ${JSON.stringify(commands)}.`;
		if (/(?![\n\t])\p{Cc}|\p{Bidi_Control}/u.test(name === 'junit' ? written.replaceAll('\r', '') : written)) return `Format ${name} has control characters.`;
		if (name === 'json' || name === 'sarif') JSON.parse(written);
	}
	return undefined;
}

async function ofFixing(files: Files, loaded: Grammars): Promise<string | undefined> {
	const db = plugin(files, loaded);
	const { changes } = await fixAll(engine, db, defaultSettings, async () => true);
	const outside = changes.find(({ path }) => !isInside(path));
	if (outside !== undefined) return `Fixing writes outside: ${outside.path}`;
	const [failure] = engine.check(db.get).failures;
	return failure && `After fixing, rule ${failure.rule} fails: ${failure.message}`;
}
