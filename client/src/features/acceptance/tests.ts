import * as vscode from 'vscode';
import type { PluginView } from '../../../../server/src/protocol';
import { secretsOf } from '../../../../server/src/secrets/environment';
import { Redactor } from '../../../../server/src/secrets/redactor';
import { command, settings } from '../../contributions';
import type { Host } from '../../host';
import type { Run } from '../../runtime';
import { pickPlugin } from '../pickPlugin';

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
		if (this.#running) throw new Error('Acceptance tests are running already.');
		const plugin = await pickPlugin(this.#host.server, called);
		if (!plugin || !(await confirmed(plugin))) return;
		this.#running = true;
		try {
			await vscode.window.withProgress(
				{ location: vscode.ProgressLocation.Notification, title: `Acceptance tests of ${plugin.name}`, cancellable: true },
				(progress, token) => this.#inProgress(plugin, progress, token),
			);
		} finally {
			this.#running = false;
		}
	}

	async #inProgress(plugin: PluginView, progress: vscode.Progress<{ message: string }>, token: vscode.CancellationToken): Promise<void> {
		const folder = vscode.Uri.parse(plugin.uri);
		const set = vscode.workspace.getConfiguration(settings.section, folder);
		const given = set.get<Record<string, string>>(settings.environment) ?? {};
		const environment = { ...this.#host.runtime.environment, ...given, PACKER_ACC: '1' };
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
		const before = await this.#commit(folder.fsPath, environment, abort.signal);
		const code = await this.#host.runtime.run({
			command: 'go',
			arguments: ['test', '-count', '1', '-v', './...', `-timeout=${set.get<string>(settings.timeout) ?? '120m'}`],
			folder: folder.fsPath,
			environment,
			line,
			signal: abort.signal,
		});
		if (token.isCancellationRequested) return;
		const ran = lines.filter(text => /^\s*--- (?:PASS|FAIL): .*Acc/i.test(text)).length;
		const passed = code === 0 && ran > 0;
		const log = await this.#keep(plugin, lines, passed);
		const count = (word: string) => lines.filter(text => text.trimStart().startsWith(`--- ${word}:`)).length;
		const summary = `${count('PASS')} passed, ${count('FAIL')} failed, ${count('SKIP')} skipped`;
		await this.#host.recordings.setRun(plugin.uri, { at: new Date().toISOString(), passed, log: log.fsPath, summary, ...before });
		const open = 'Open Log';
		const text = code === 0 && ran === 0 ? `No acceptance test ran (${summary}).` : `Acceptance tests ${passed ? 'passed' : 'failed'}: ${summary}.`;
		if ((await (passed ? vscode.window.showInformationMessage(text, open) : vscode.window.showWarningMessage(text, open))) === open)
			await vscode.window.showTextDocument(log);
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
		if (!storage) throw new Error('There is no workspace to keep the log in.');
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

async function confirmed(plugin: PluginView): Promise<boolean> {
	const run = 'Run Acceptance Tests';
	const detail = 'They make real resources with your credentials, which can cost money and take hours. The log is kept, with secrets taken out.';
	return (await vscode.window.showWarningMessage(`Run the acceptance tests of ${plugin.name}?`, { modal: true, detail }, run)) === run;
}
