import * as vscode from 'vscode';
import { type DraftRequest, type DraftView, draft } from '../../../server/src/protocol';
import { command } from '../contributions';
import type { Host } from '../host';
import { pickPlugin } from './pickPlugin';

/** Above this an address is not opened: mail programs and GitHub cut longer ones off. */
const longestAddress = 8000;

/** The three drafts, each as an untitled document. Nothing is sent: where it goes is offered, and a person goes there. */
export function registerDrafts(host: Host): void {
	const kinds = {
		[command.draftReviewEmail]: 'email',
		[command.draftDocsPullRequest]: 'docs-pr',
		[command.draftIntegrationRequest]: 'integration-request',
	} as const;
	for (const [id, kind] of Object.entries(kinds))
		host.command(id, async (called?: unknown) => {
			const plugin = await pickPlugin(host.server, called);
			if (!plugin) return;
			const made = await host.server.request<DraftView>(draft, { uri: plugin.uri, kind } satisfies DraftRequest);
			const document = await vscode.workspace.openTextDocument({ content: made.text, language: made.language });
			await vscode.window.showTextDocument(document);
			void offer(kind, made, document);
		});
}

async function offer(kind: DraftRequest['kind'], made: DraftView, document: vscode.TextDocument): Promise<void> {
	const copy = 'Copy';
	const open = kind === 'email' ? 'Open in Mail Program' : 'Open on GitHub';
	const save = 'Save as .eml…';
	const chosen = await vscode.window.showInformationMessage(
		'Drafted. Nothing has been sent.',
		...(made.target !== undefined && made.target.length <= longestAddress ? [open] : []),
		copy,
		...(made.eml === undefined ? [] : [save]),
	);
	if (chosen === copy) await vscode.env.clipboard.writeText(document.getText());
	else if (chosen === open && made.target !== undefined) await vscode.env.openExternal(vscode.Uri.parse(made.target, true));
	else if (chosen === save && made.eml !== undefined) {
		const uri = await vscode.window.showSaveDialog({ filters: { 'Email message': ['eml'] }, saveLabel: 'Save Message' });
		if (uri) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(made.eml));
	}
}
