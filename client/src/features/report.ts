import * as vscode from 'vscode';
import { type ExportReport, exportReport } from '../../../server/src/protocol';
import { command } from '../contributions';
import type { Host } from '../host';
import { pickPlugin } from './pickPlugin';

const formats: ReadonlyArray<vscode.QuickPickItem & { format: ExportReport['format']; extension: string }> = [
	{ label: 'Markdown', description: 'for people', format: 'markdown', extension: 'md' },
	{ label: 'JSON', description: 'for scripts', format: 'json', extension: 'json' },
	{ label: 'SARIF', description: 'for code scanning', format: 'sarif', extension: 'sarif' },
	{ label: 'JUnit XML', description: 'for test reports', format: 'junit', extension: 'xml' },
];

/** The report of a plugin, in one of the formats of the command line, saved where the person says. */
export function registerReport(host: Host): void {
	host.command(command.exportReport, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		const picked = plugin && (await vscode.window.showQuickPick(formats, { placeHolder: 'In which format?' }));
		if (!plugin || !picked) return;
		const text = await host.server.request<string>(exportReport, { uri: plugin.uri, format: picked.format } satisfies ExportReport);
		const name = `${plugin.name}-readiness.${picked.extension}`;
		const uri = await vscode.window.showSaveDialog({ defaultUri: vscode.Uri.joinPath(vscode.Uri.parse(plugin.uri), name), saveLabel: 'Export Report' });
		if (!uri) return;
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
		await vscode.window.showTextDocument(uri);
	});
}
