import { nothingRecorded, type Recorded } from '../checklist/item';
import type { Report } from '../engine/report';
import { defaultSettings, type Settings } from '../engine/settings';
import { text } from '../facts/core/files';
import { isBroken } from '../facts/go/broken';
import { goSources } from '../facts/go/sources';
import { wanted } from '../generate/staleness';
import { joinBelow } from '../workspace/fileSystem';
import type { PluginFolder } from '../workspace/folder';
import { Supplies } from '../workspace/supply';
import { diagnosticsOf } from './diagnostics';
import type { OpenDocument } from './documents';
import { settingsOf } from './editorSettings';
import type { Facing } from './facing';
import type { Host } from './host';
import { Positions } from './positions';
import { Publisher, type Target } from './publisher';
import { Schedule } from './schedule';
import type { PluginState } from './services';
import { uriOf } from './uris';

/** Many files at once, as when a branch is checked out, are read anew together. */
const many = 200;

/** One plugin of the workspace: its folder, its schedule, and what the editor was told of it. */
export class Plugin {
	readonly folder: PluginFolder;
	readonly #host: Host;
	readonly #checked: (milliseconds: number) => void;
	readonly #positions: Positions;
	readonly #publisher: Publisher;
	readonly #schedule: Schedule<Report>;
	readonly #open = new Map<string, OpenDocument>();
	#supplies: Supplies;
	#recorded: Recorded = nothingRecorded;
	#editor: Settings = defaultSettings;
	#report: Report | undefined;

	/** `checked` hears of each check that has come to its end. */
	constructor(host: Host, folder: PluginFolder, checked: (milliseconds: number) => void) {
		this.#checked = checked;
		this.#host = host;
		this.folder = folder;
		this.#supplies = new Supplies(host.environment.fs, host.environment.moduleCache);
		this.#positions = new Positions({ text: path => folder.db.get(text, path) ?? '', lead: path => this.#open.get(path)?.lead ?? 0 });
		this.#publisher = new Publisher(params => host.send(params));
		this.#schedule = new Schedule(
			host.environment.pace,
			() => this.#check(),
			(report, milliseconds) => this.#finished(report, milliseconds),
			error => host.failed(`Checking ${folder.root} failed`, error),
		);
	}

	get root(): string {
		return this.folder.root;
	}

	/** What the last check said; undefined before the first has ended. */
	get report(): Report | undefined {
		return this.#report;
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
		this.#open.set(path, document);
		this.folder.open(path, document.text);
		this.#schedule.request();
	}

	/** A document was closed: what is on disk counts again. */
	close(path: string): Promise<void> {
		this.#open.delete(path);
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

	/** The plugin as it stands, worked out from the facts at hand; undefined before the first check. */
	facing(): Facing | undefined {
		if (this.#report === undefined) return undefined;
		const read = this.folder.db.get;
		const settings = this.#settings();
		const state: PluginState = { root: this.root, read, settings, recorded: this.#recorded, report: this.#host.engine.check(read, settings) };
		return { state, positions: this.#positions, rules: this.#host.engine.rules, can: this.#host.can, target: path => this.#target(path) };
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

	/** A check that pauses after each rule; the first also after each Go file, as the rule that happens to come first would parse them all at one go. */
	*#check(): Generator<void, Report> {
		const read = this.folder.db.get;
		if (this.#report === undefined) {
			for (const path of read(goSources)) {
				read(isBroken, path);
				yield;
			}
		}
		return yield* this.#host.engine.run(read, this.#settings());
	}

	#settings(): Settings {
		return settingsOf(this.folder.db.get, this.#editor);
	}

	/** Nothing has changed since the check began, so texts and versions are those that it saw. */
	#finished(report: Report, milliseconds: number): void {
		this.#report = report;
		const byPath = diagnosticsOf(this.folder.db.get, report, { positions: this.#positions, rules: this.#host.engine.rules });
		this.#positions.keep(new Set(byPath.keys()));
		this.#publisher.publish(byPath, path => this.#target(path));
		this.#checked(milliseconds);
		if (this.#supplies.missing(this.folder, wanted).length > 0) void this.#schedule.during(() => this.#supplies.hand(this.folder, wanted));
	}

	#target(path: string): Target {
		const document = this.#open.get(path);
		return document === undefined ? { uri: uriOf(joinBelow(this.root, path)) } : { uri: document.uri, version: document.version };
	}
}
