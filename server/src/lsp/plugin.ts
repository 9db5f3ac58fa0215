import type { CancellationToken } from 'vscode-languageserver';
import { nothingRecorded, type Recorded } from '../checklist/item';
import type { First, PartialReport, Report } from '../engine/report';
import { defaultSettings, type Settings } from '../engine/settings';
import { text } from '../facts/core/files';
import { same } from '../facts/core/same';
import { wanted } from '../generate/staleness';
import { joinBelow } from '../workspace/fileSystem';
import type { PluginFolder } from '../workspace/folder';
import { Supplies } from '../workspace/supply';
import { parseAhead } from './ahead';
import { diagnosticsOf, type Showing } from './diagnostics';
import type { OpenDocument } from './documents';
import { settingsOf } from './editorSettings';
import type { Facing } from './facing';
import type { Host } from './host';
import { Positions } from './positions';
import { Publisher, type Target } from './publisher';
import { Schedule } from './schedule';
import type { PluginState } from './services';
import { uriOf } from './uris';
import { unlessCanceled, Waiting } from './waiting';

/** Many files at once, as when a branch is checked out, are read anew together. */
const many = 200;

/** The last check: what it said, and of what. */
interface Checked {
	readonly report: Report;
	readonly revision: number;
	/** The editor's settings, which the database does not hold. */
	readonly editor: Settings;
}

/** One plugin of the workspace: its folder, its schedule, and what the editor was told of it. */
export class Plugin {
	readonly folder: PluginFolder;
	readonly #host: Host;
	readonly #checked: (milliseconds: number) => void;
	readonly #positions: Positions;
	readonly #publisher: Publisher;
	readonly #schedule: Schedule<Report, PartialReport>;
	readonly #waiting = new Waiting();
	readonly #open = new Map<string, OpenDocument>();
	#supplies: Supplies;
	#recorded: Recorded = nothingRecorded;
	#editor: Settings = defaultSettings;
	#last: Checked | undefined;
	/** The document that was opened or edited last: what is found in it is shown first. */
	#edited: string | undefined;

	/** `checked` is called for each check that has ended. */
	constructor(host: Host, folder: PluginFolder, checked: (milliseconds: number) => void) {
		this.#checked = checked;
		this.#host = host;
		this.folder = folder;
		this.#supplies = new Supplies(host.environment.fs, host.environment.moduleCache);
		this.#positions = new Positions({ text: path => folder.db.get(text, path) ?? '', lead: path => this.#open.get(path)?.lead ?? 0 });
		this.#publisher = new Publisher(params => host.send(params));
		this.#schedule = new Schedule(host.environment.pace, {
			start: () => this.#check(),
			early: part => this.#showEarly(part),
			finish: (report, milliseconds) => this.#finished(report, milliseconds),
			fail: error => host.failed(`Checking ${folder.root} failed`, error),
		});
	}

	get root(): string {
		return this.folder.root;
	}

	/** What the last check said; undefined before the first has ended. */
	get report(): Report | undefined {
		return this.#last?.report;
	}

	get recorded(): Recorded {
		return this.#recorded;
	}

	set recorded(recorded: Recorded) {
		this.#recorded = recorded;
	}

	/** What the editor's settings say. */
	configure(editor: Settings): void {
		this.#editor = editor;
		this.#schedule.request();
	}

	/** A document was opened or edited. */
	open(path: string, document: OpenDocument): void {
		this.#edited = path;
		this.#open.set(path, document);
		this.folder.open(path, document.text);
		this.#waiting.edited(path);
		this.#schedule.request();
	}

	/** A document was closed: what is on disk counts again. */
	close(path: string): Promise<void> {
		this.#open.delete(path);
		if (this.#edited === path) this.#edited = undefined;
		return this.#schedule.during(() => this.folder.close(path));
	}

	/** Something happened to these files or folders on disk. */
	changed(paths: readonly string[]): Promise<void> {
		return this.#schedule.during(async () => {
			if (paths.length > many) await this.folder.load();
			else for (const path of paths) await this.folder.changed(path);
		});
	}

	/** Everything may have changed on disk. */
	reload(): Promise<void> {
		this.#supplies = new Supplies(this.#host.environment.fs, this.#host.environment.moduleCache); // modules may have come since
		return this.#schedule.during(() => this.folder.load());
	}

	/** Resolves when all that is known has been checked, and published. */
	idle(): Promise<void> {
		return this.#schedule.idle();
	}

	/** The plugin as the last check found it; undefined where something has changed since, and before the first check. */
	facing(): Facing | undefined {
		const last = this.#last;
		if (last?.revision !== this.folder.db.revision || !same(last.editor, this.#editor)) return undefined;
		const state: PluginState = { root: this.root, read: this.folder.db.get, settings: this.#settings(), recorded: this.#recorded, report: last.report };
		return { ...this.#showing(), state };
	}

	/**
	 * The same, after the check that is due, if one is. Rejects where the request is canceled, or the file at whose positions it asks is edited
	 * meanwhile. Undefined where the check broke.
	 */
	async whenChecked(token: CancellationToken, path?: string): Promise<Facing | undefined> {
		while (this.facing() === undefined && this.#schedule.due) {
			const checked = unlessCanceled(token, this.#schedule.idle());
			await (path === undefined ? checked : this.#waiting.unlessEdited(path, checked));
		}
		return this.facing();
	}

	/** Whether documents of it are open. */
	get inUse(): boolean {
		return this.#open.size > 0;
	}

	/** Ends it, and takes back what the editor was told. */
	dispose(): void {
		this.#schedule.dispose();
		this.#publisher.clear();
	}

	/** A check that pauses after each Go file that has changed, and after each rule. */
	*#check(): Generator<PartialReport | undefined, Report> {
		const read = this.folder.db.get;
		yield* parseAhead(read, this.folder.unseen);
		this.folder.seen();
		return yield* this.#host.engine.run(read, this.#settings(), this.#first());
	}

	/** The file that is being edited, and the rules of which the editor shows something there. */
	#first(): First | undefined {
		const path = this.#edited;
		return path === undefined ? undefined : { path, rules: new Set(this.#publisher.shown(path).map(({ code }) => String(code))) };
	}

	/** All that was shown of this file has been looked for again; what other rules find there comes with the report. */
	#showEarly({ path, findings }: PartialReport): void {
		const found = diagnosticsOf(this.folder.db.get, findings, this.#showing());
		this.#publisher.publishFile(path, found.get(path) ?? [], this.#target(path));
	}

	#settings(): Settings {
		return settingsOf(this.folder.db.get, this.#editor, this.#host.environment.date().slice(0, 10));
	}

	/** Nothing has changed since the check began, so texts and versions are those that it saw. */
	#finished(report: Report, milliseconds: number): void {
		this.#last = { report, revision: this.folder.db.revision, editor: this.#editor };
		const byPath = diagnosticsOf(this.folder.db.get, report.findings, this.#showing());
		this.#positions.keep(new Set(byPath.keys()));
		this.#publisher.publish(byPath, path => this.#target(path));
		this.folder.db.collect();
		this.#checked(milliseconds);
		if (this.#supplies.missing(this.folder, wanted).length > 0) void this.#schedule.during(() => this.#supplies.hand(this.folder, wanted));
	}

	#showing(): Showing {
		return { positions: this.#positions, rules: this.#host.engine.rules, can: this.#host.can, target: path => this.#target(path) };
	}

	#target(path: string): Target {
		const document = this.#open.get(path);
		return document === undefined ? { uri: uriOf(joinBelow(this.root, path)) } : { uri: document.uri, version: document.version };
	}
}
