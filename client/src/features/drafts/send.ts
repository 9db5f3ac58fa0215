import * as vscode from 'vscode';
import { type DraftOutgoing, type DraftOutgoingRequest, draftOutgoing } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import type { DraftFiles, KeptDraft } from './draftFiles';
import { todosIn } from './todos';

/** What is done with a draft, by its text as it stands in the editor. Nothing is sent: a person sends it from where it is opened. */
export function registerSending(host: Host, files: DraftFiles): void {
	/** The draft that a command was called on, else the one in the active editor; with its document. */
	const current = async (called?: unknown): Promise<{ kept: KeptDraft; document: vscode.TextDocument }> => {
		const uri = called instanceof vscode.Uri ? called : vscode.window.activeTextEditor?.document.uri;
		const kept = uri && files.get(uri);
		if (uri === undefined || kept === undefined) throw new Error('No draft is open in the active editor.');
		return { kept, document: await vscode.workspace.openTextDocument(uri) };
	};
	const outgoing = ({ plugin, kind }: KeptDraft, document: vscode.TextDocument) =>
		host.server.request<DraftOutgoing>(draftOutgoing, { uri: plugin, kind, text: document.getText() } satisfies DraftOutgoingRequest);

	const open = async (called?: unknown) => {
		const { kept, document } = await current(called);
		if (!(await isFilledIn(document))) return;
		const { target, shortened } = await outgoing(kept, document);
		if (target === undefined) throw new Error('This draft is not for sending.');
		if (shortened) {
			await vscode.env.clipboard.writeText(bodyOf(kept, document));
			void vscode.window.showInformationMessage('The draft is too long for an address, so it was copied to the clipboard. Paste it where its text is missing.');
		}
		// As a string: VS Code encodes a Uri anew, and what was encoded in the text is then read as part of the address.
		await vscode.env.openExternal(target as unknown as vscode.Uri);
	};
	host.command(command.openDraftInMail, open);
	host.command(command.openDraftOnGitHub, open);

	host.command(command.saveDraftMessage, async (called?: unknown) => {
		const { kept, document } = await current(called);
		const { eml } = await outgoing(kept, document);
		if (eml === undefined) throw new Error('Only an email can be saved as an .eml file.');
		const name = `${kept.name}-review-request.eml`;
		const defaultUri = vscode.Uri.joinPath(vscode.Uri.parse(kept.plugin), '..', name);
		const uri = await vscode.window.showSaveDialog({ defaultUri, filters: { 'Email message': ['eml'] }, saveLabel: 'Save Message' });
		if (!uri) return;
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(eml));
		vscode.window.setStatusBarMessage(`Saved ${vscode.workspace.asRelativePath(uri)}. Nothing was sent.`, 8000);
	});

	host.command(command.copyDraft, async (called?: unknown) => {
		const { kept, document } = await current(called);
		await vscode.env.clipboard.writeText(bodyOf(kept, document));
		vscode.window.setStatusBarMessage(kept.kind === 'email' ? 'Copied the message, without its To and Subject lines.' : 'Copied the draft.', 5000);
	});
}

/** Whether nothing is left to fill in, or the person sends the draft all the same. */
async function isFilledIn(document: vscode.TextDocument): Promise<boolean> {
	const todos = todosIn(document);
	if (todos.length === 0) return true;
	const [go, open] = ['Go to TODO', 'Open Anyway'];
	const detail = 'Others would read them as they are.';
	const chosen = await vscode.window.showWarningMessage(`The draft still has ${counted(todos.length, 'TODO')}.`, { modal: true, detail }, go, open);
	if (chosen === go) {
		await vscode.window.showTextDocument(document, { selection: todos[0] as vscode.Range });
	}
	return chosen === open;
}

/** The text without the fields of an email above it. */
const bodyOf = ({ kind }: KeptDraft, document: vscode.TextDocument) =>
	kind === 'email' ? document.getText().replace(/^(?:[A-Za-z-]+:.*\r?\n)+(?:\r?\n)*/, '') : document.getText();
