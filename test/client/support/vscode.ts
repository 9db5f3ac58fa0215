import { posix } from 'node:path';

/**
 * The part of VS Code's API that the client's tests need, without an editor: what the tests are built with in place of the module `vscode`.
 * What a person is shown is remembered in `shown`, and answered by `answers`.
 */

export interface Shown {
	readonly message: string;
	readonly detail?: string;
	readonly buttons: readonly string[];
	/** Answers with a button; undefined closes it. */
	answer(button: string | undefined): void;
}

/** Every dialog and notification so far, in order. */
export const shown: Shown[] = [];
/** What is on the clipboard, what was opened outside, and which texts were written, by path. */
export const outside = { clipboard: '', opened: [] as string[], written: new Map<string, string>() };
/** The settings, by their names after the section; and whether the workspace is trusted. */
export const world = { settings: new Map<string, unknown>(), trusted: true };

/** A tab that shows what an extension makes: its document, what was sent to its script, and what that says (`say`). */
export class Panel {
	title = '';
	visible = true;
	readonly options: unknown;
	readonly sent: unknown[] = [];
	readonly #said: Array<(message: unknown) => unknown> = [];
	readonly #seen: Array<() => unknown> = [];
	readonly #gone: Array<() => unknown> = [];
	readonly webview = {
		html: '',
		asWebviewUri: (uri: Uri) => uri,
		postMessage: async (message: unknown) => this.sent.push(message) > 0,
		onDidReceiveMessage: (heard: (message: unknown) => unknown) => this.#said.push(heard),
	};

	constructor(options: unknown) {
		this.options = options;
	}

	say = async (message: unknown): Promise<void> => void (await Promise.all(this.#said.map(heard => heard(message))));
	show(visible: boolean): void {
		this.visible = visible;
		for (const seen of this.#seen) seen();
	}
	reveal(): void {}
	onDidChangeViewState = (seen: () => unknown) => this.#seen.push(seen);
	onDidDispose = (gone: () => unknown) => this.#gone.push(gone);
	dispose(): void {
		for (const gone of this.#gone) gone();
	}
}

/** Every tab of that kind so far; and who is told about edits, and about another active editor. */
export const panels: Panel[] = [];
export const listeners = { changed: [] as Array<(event: unknown) => unknown>, active: [] as Array<(editor: unknown) => unknown> };
export const ViewColumn = { Beside: -2 };

let waiting: Array<{ readonly count: number; readonly resolve: () => void }> = [];

/** Resolves when so many dialogs and notifications have been shown; gives the last of them. */
export async function nth(count: number): Promise<Shown> {
	if (shown.length < count) await new Promise<void>(resolve => waiting.push({ count, resolve }));
	return shown[count - 1] as Shown;
}

/** Forgets what was shown and done. */
export function reset(): void {
	shown.length = 0;
	tabs.length = 0;
	panels.length = 0;
	listeners.changed.length = 0;
	listeners.active.length = 0;
	window.activeTextEditor = undefined;
	applied.length = 0;
	provided.clear();
	waiting = [];
	outside.clipboard = '';
	outside.opened.length = 0;
	outside.written.clear();
	world.settings.clear();
	world.trusted = true;
}

function show(message: string, ...rest: unknown[]): Promise<string | undefined> {
	const options = typeof rest[0] === 'object' ? (rest.shift() as { detail?: string }) : {};
	return new Promise(answer => {
		shown.push({ message, ...options, buttons: rest as string[], answer });
		for (const { resolve } of waiting.filter(({ count }) => count <= shown.length)) resolve();
		waiting = waiting.filter(({ count }) => count > shown.length);
	});
}

export class Uri {
	readonly scheme: string;
	readonly path: string;

	constructor(scheme: string, path: string) {
		this.scheme = scheme;
		this.path = path;
	}

	static parse(text: string): Uri {
		const [, scheme = 'file', path = ''] = /^([\w-]+):(?:\/\/)?(.*)$/.exec(text) ?? [];
		return new Uri(scheme, decodeURIComponent(path));
	}

	static joinPath(base: Uri, ...parts: string[]): Uri {
		return new Uri(base.scheme, posix.join(base.path, ...parts));
	}

	get fsPath(): string {
		return this.path;
	}

	with({ scheme }: { scheme: string }): Uri {
		return new Uri(scheme, this.path);
	}

	toString(): string {
		return `${this.scheme}://${this.path}`;
	}
}

export const ProgressLocation = { Window: 10, Notification: 15 };

/** What the editor shows in tabs, and what it is given of documents that extensions provide, by scheme. */
export const tabs: Array<{ readonly label: string }> = [];
/** Every edit that was applied. */
export const applied: unknown[] = [];
export const provided = new Map<string, { provideTextDocumentContent(uri: Uri): string }>();

export class EventEmitter<T> {
	readonly fired: T[] = [];
	readonly event = () => ({ dispose() {} });
	fire(value: T): void {
		this.fired.push(value);
	}
	dispose(): void {}
}

export const commands = {
	executeCommand: async (id: string, label: string) => {
		if (id === 'vscode.changes') tabs.push({ label: `${label} (1 file)` });
	},
};

export const window = {
	tabGroups: {
		get all() {
			return [{ tabs: [...tabs] }];
		},
		close: async (closed: ReadonlyArray<{ readonly label: string }>) => void tabs.splice(0, tabs.length, ...tabs.filter(tab => !closed.includes(tab))),
	},
	activeTextEditor: undefined as unknown,
	createWebviewPanel: (_type: string, _title: string, _column: unknown, options: unknown) => {
		const panel = new Panel(options);
		panels.push(panel);
		return panel;
	},
	onDidChangeActiveTextEditor: (heard: (editor: unknown) => unknown) => {
		listeners.active.push(heard);
		return { dispose() {} };
	},
	showWarningMessage: show,
	showInformationMessage: show,
	showErrorMessage: show,
	showTextDocument: async (uri: Uri) => void outside.opened.push(uri.path),
	createOutputChannel: () => ({ show() {}, appendLine() {}, dispose() {} }),
	withProgress: <T>(_: unknown, work: (progress: unknown, token: unknown) => Promise<T>) =>
		work({ report() {} }, { isCancellationRequested: false, onCancellationRequested() {} }),
};

export const workspace = {
	get isTrusted() {
		return world.trusted;
	},
	onDidChangeTextDocument: (heard: (event: unknown) => unknown) => {
		listeners.changed.push(heard);
		return { dispose() {} };
	},
	applyEdit: async (edit: unknown) => applied.push(edit) > 0,
	getConfiguration: () => ({ get: (name: string) => world.settings.get(name) }),
	registerTextDocumentContentProvider: (scheme: string, provider: { provideTextDocumentContent(uri: Uri): string }) => {
		provided.set(scheme, provider);
		return { dispose: () => provided.delete(scheme) };
	},
	fs: { stat: async () => ({}), writeFile: async (uri: Uri, bytes: Uint8Array) => void outside.written.set(uri.path, new TextDecoder().decode(bytes)) },
};

export const env = {
	clipboard: {
		writeText: async (text: string) => {
			outside.clipboard = text;
		},
	},
	openExternal: async (uri: Uri) => outside.opened.push(uri.toString()) > 0,
};
