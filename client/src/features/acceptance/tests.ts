import * as vscode from 'vscode';
import { type AcceptanceNeeds, type AcceptanceNeedsRequest, acceptanceNeeds, type PluginView } from '../../../../server/src/protocol';
import { secretsOf } from '../../../../server/src/secrets/environment';
import { Redactor } from '../../../../server/src/secrets/redactor';
import { command, settings } from '../../contributions';
import type { Host } from '../../host';
import type { Run, Runtime } from '../../runtime';
import { pickPlugin } from '../pickPlugin';
import { confirmed } from './confirm';
import { type Missing, missingFor } from './needs';

/** Runs the acceptance tests when a person asks, in a trusted workspace, and keeps the log for the review with secrets taken out. */
export class AcceptanceTests implements vscode.Disposable {
	readonly #host: Host;
	#output: vscode.OutputChannel | undefined;
	#running = false;

	constructor(host: Host) {
		this.#host = host;
		host.command(command.runAcceptanceTests, (called?: unknown) => this.#run(called));
	}

	dispose(): void {
		this.#output?.dispose();
	}

	async #run(called: unknown): Promise<void> {
		if (!vscode.workspace.isTrusted) throw new Error('Acceptance tests run code of the workspace. Trust the workspace first.');
		if (this.#running) throw new Error('Acceptance tests are already running.');
		this.#running = true;
		let outcome: Outcome | undefined;
		try {
			const plugin = await pickPlugin(this.#host.server, called);
			if (!plugin) return;
			const asked = environmentFor(plugin, this.#host.runtime);
			const missing = await this.#missing(plugin, asked.environment);
			if (!(await confirmed(plugin.name, missing))) return;
			outcome = await vscode.window.withProgress(
				{ location: vscode.ProgressLocation.Notification, title: `Acceptance tests of ${plugin.name}`, cancellable: true },
				(progress, token) => this.#inProgress(plugin, asked, progress, token),
			);
		} finally {
			this.#running = false;
		}
		if (outcome) void this.#tell(outcome); // the run is over, whether or not anybody looks at the notification
	}

	async #missing(plugin: PluginView, environment: Run['environment']): Promise<readonly Missing[]> {
		const { server, runtime } = this.#host;
		const needs = await server.request<AcceptanceNeeds>(acceptanceNeeds, { uri: plugin.uri } satisfies AcceptanceNeedsRequest);
		return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Looking for Packer and the plugin' }, () =>
			missingFor(needs, runtime, vscode.Uri.parse(plugin.uri).fsPath, environment),
		);
	}

	async #inProgress(
		plugin: PluginView,
		{ environment, given, timeout }: Asked,
		progress: vscode.Progress<{ message: string }>,
		token: vscode.CancellationToken,
	): Promise<Outcome | undefined> {
		const { fsPath: folder } = vscode.Uri.parse(plugin.uri);
		const redactor = new Redactor(secretsOf(environment, given));
		const abort = new AbortController();
		token.onCancellationRequested(() => abort.abort());
		const lines: string[] = [];
		this.#output ??= vscode.window.createOutputChannel('Packer Acceptance Tests');
		this.#output.show(true);
		const line = (text: string) => {
			const clean = redactor.line(text);
			lines.push(clean);
			this.#output?.appendLine(clean);
			const test = /^=== RUN\s+(\S+)/.exec(clean)?.[1];
			if (test !== undefined) progress.report({ message: test });
		};
		const before = await this.#commit(folder, environment, abort.signal);
		const args = ['test', '-count', '1', '-v', './...', `-timeout=${timeout}`];
		const code = await this.#host.runtime.run({ command: 'go', arguments: args, folder, environment, line, signal: abort.signal });
		if (token.isCancellationRequested) return undefined;
		const ran = lines.filter(text => /^\s*--- (?:PASS|FAIL): .*Acc/i.test(text)).length;
		const passed = code === 0 && ran > 0;
		const log = await this.#keep(plugin, lines, passed);
		const count = (word: string) => lines.filter(text => text.trimStart().startsWith(`--- ${word}:`)).length;
		const summary = `${count('PASS')} passed, ${count('FAIL')} failed, ${count('SKIP')} skipped`;
		await this.#host.recordings.setRun(plugin.uri, { at: new Date().toISOString(), passed, log: log.fsPath, summary, ...before });
		const text = code === 0 && ran === 0 ? `No acceptance test ran (${summary}).` : `Acceptance tests ${passed ? 'passed' : 'failed'}: ${summary}.`;
		return { text, passed, log };
	}

	/** Says how the tests ended; a log that cannot be shown is said in the output. */
	async #tell({ text, passed, log }: Outcome): Promise<void> {
		const open = 'Open Log';
		try {
			const chosen = await (passed ? vscode.window.showInformationMessage(text, open) : vscode.window.showWarningMessage(text, open));
			if (chosen === open) await vscode.window.showTextDocument(log);
		} catch (error) {
			this.#host.server.output.error(`The log of the acceptance tests cannot be shown: ${String(error)}`);
		}
	}

	/** The commit that is tested, and whether there is more in the work tree than it has; nothing where git cannot tell. */
	async #commit(folder: string, environment: Run['environment'], signal: AbortSignal): Promise<{ commit?: string; dirty?: boolean }> {
		const git = async (...args: string[]) => {
			const lines: string[] = [];
			const code = await this.#host.runtime
				.run({ command: 'git', arguments: args, folder, environment, line: text => lines.push(text), signal })
				.catch(() => null);
			return code === 0 ? lines : undefined;
		};
		const commit = (await git('rev-parse', 'HEAD'))?.[0];
		const changes = await git('status', '--porcelain');
		return { ...(commit === undefined ? {} : { commit }), ...(changes === undefined ? {} : { dirty: changes.length > 0 }) };
	}

	async #keep(plugin: PluginView, lines: readonly string[], passed: boolean): Promise<vscode.Uri> {
		const storage = this.#host.context.storageUri;
		if (!storage) throw new Error('No folder is open to keep the log of.');
		const time = new Date()
			.toISOString()
			.replace(/\.\d+Z$/, '')
			.replaceAll(/[-:]/g, '')
			.replace('T', '-');
		const log = vscode.Uri.joinPath(storage, 'acceptance-logs', `${plugin.name}-${time}-${passed ? 'passed' : 'failed'}.log`);
		await vscode.workspace.fs.writeFile(log, new TextEncoder().encode(`${lines.join('\n')}\n`));
		return log;
	}
}

/** How a run ended, and where its log is kept. */
interface Outcome {
	readonly text: string;
	readonly passed: boolean;
	readonly log: vscode.Uri;
}

/** What the settings ask of a run. */
interface Asked {
	readonly environment: Run['environment'];
	/** The variables that the settings add. */
	readonly given: Readonly<Record<string, string>>;
	readonly timeout: string;
}

function environmentFor(plugin: PluginView, runtime: Pick<Runtime, 'environment'>): Asked {
	const set = vscode.workspace.getConfiguration(settings.section, vscode.Uri.parse(plugin.uri));
	const given = set.get<Record<string, string>>(settings.environment) ?? {};
	return { given, environment: { ...runtime.environment, ...given, PACKER_ACC: '1' }, timeout: set.get<string>(settings.timeout) ?? '120m' };
}
