import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { nothingRecorded, type Recorded } from '../checklist/item';
import type { Engine } from '../engine/check';
import type { Report } from '../engine/report';
import { defaultSettings, type Settings } from '../engine/settings';
import { text } from '../facts/files';
import { within } from '../workspace/fileSystem';
import type { PluginFolder } from '../workspace/folder';
import type { Abilities } from './abilities';
import { diagnosticsOf } from './diagnostics';
import type { OpenDocument } from './documents';
import { settingsOf } from './editorSettings';
import type { Environment } from './environment';
import type { Facing } from './facing';
import { Positions } from './positions';
import { Publisher, type Target } from './publisher';
import { Schedule } from './schedule';
import type { PluginState } from './services';
import { uriOf } from './uris';

/** What a plugin needs of the session that it is in. */
export interface Host {
	readonly environment: Environment;
	readonly engine: Engine;
	readonly can: Abilities;
	send(params: PublishDiagnosticsParams): void;
	/** A check has come to its end. */
	checked(plugin: Plugin, milliseconds: number): void;
	failed(what: string, error: unknown): void;
}

/** Many files at once, as when a branch is checked out, are read anew together. */
const many = 200;

/** One plugin of the workspace: its folder, its schedule, and what the editor was told of it. */
export class Plugin {
	readonly folder: PluginFolder;
	readonly #host: Host;
	readonly #positions: Positions;
	readonly #publisher: Publisher;
	readonly #schedule: Schedule<Report>;
	readonly #open = new Map<string, OpenDocument>();
	#recorded: Recorded = nothingRecorded;
	#editor: Settings = defaultSettings;
	#report: Report | undefined;

	constructor(host: Host, folder: PluginFolder) {
		this.#host = host;
		this.folder = folder;
		this.#positions = new Positions({ text: path => folder.db.get(text, path) ?? '', lead: path => this.#open.get(path)?.lead ?? 0 });
		this.#publisher = new Publisher(params => host.send(params));
		this.#schedule = new Schedule(
			host.environment.pace,
			() => host.engine.run(folder.db.get, this.#settings()),
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

	#settings(): Settings {
		return settingsOf(this.folder.db.get, this.#editor);
	}

	/** Nothing has changed since the check began, so texts and versions are those that it saw. */
	#finished(report: Report, milliseconds: number): void {
		this.#report = report;
		const byPath = diagnosticsOf(this.folder.db.get, report, { positions: this.#positions, rules: this.#host.engine.rules });
		this.#positions.keep(new Set(byPath.keys()));
		this.#publisher.publish(byPath, path => this.#target(path));
		this.#host.checked(this, milliseconds);
	}

	#target(path: string): Target {
		const document = this.#open.get(path);
		return document === undefined ? { uri: uriOf(within(this.root, path)) } : { uri: document.uri, version: document.version };
	}
}
