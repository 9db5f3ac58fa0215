import * as vscode from 'vscode';
import type { DraftNotice } from '../../../../server/src/protocol';
import { command, scheme } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import type { DraftFiles, KeptDraft } from './draftFiles';
import { todosIn } from './todos';

const icons = { error: '$(error)', warning: '$(warning)', info: '$(info)' } as const;
/** A longer notice is cut in the line above the draft; all of it is in the list that opens. */
const longest = 100;

/** The line above a draft: the gravest notice, and what can be done with the draft. The same actions are buttons in the title bar. */
export function registerLenses(host: Host, files: DraftFiles): vscode.EventEmitter<void> {
	const changed = new vscode.EventEmitter<void>();
	const provider: vscode.CodeLensProvider = {
		onDidChangeCodeLenses: changed.event,
		provideCodeLenses: document => {
			const kept = files.get(document.uri);
			const top = new vscode.Range(0, 0, 0, 0);
			return kept === undefined ? [] : commandsFor(kept, document).map(one => new vscode.CodeLens(top, one));
		},
	};
	host.context.subscriptions.push(changed, vscode.languages.registerCodeLensProvider({ scheme: scheme.draft }, provider));

	host.command(command.showDraftNotices, async (uri: vscode.Uri) => {
		const notices = files.get(uri)?.notices ?? [];
		const items = notices.map(notice => ({ label: `${icons[notice.severity]} ${plain(notice.message)}`, notice }));
		const picked = await vscode.window.showQuickPick(items, { title: 'Before you send', placeHolder: 'Choose one to go to what it is about' });
		if (picked) await vscode.commands.executeCommand(...actionFor(picked.notice, uri));
	});
	return changed;
}

function commandsFor(kept: KeptDraft, document: vscode.TextDocument): vscode.Command[] {
	const { uri } = document;
	const [gravest, ...others] = kept.notices;
	const todos = todosIn(document).length;
	const act = (title: string, id: string) => ({ title, command: id, arguments: [uri] });
	return [
		...(gravest === undefined ? [] : [notice(gravest, uri)]),
		...(others.length === 0 ? [] : [act(`${counted(others.length, 'more notice')}`, command.showDraftNotices)]),
		...(kept.kind === 'email' ? [act('$(mail) Open in Mail Program', command.openDraftInMail), act('$(save) Save as .eml…', command.saveDraftMessage)] : []),
		...(kept.kind === 'integration-request' ? [act('$(github) Open on GitHub', command.openDraftOnGitHub)] : []),
		act('$(copy) Copy', command.copyDraft),
		...(todos === 0 ? [] : [act(`$(arrow-down) ${counted(todos, 'TODO')}`, command.nextTodo)]),
	];
}

function notice(one: DraftNotice, uri: vscode.Uri): vscode.Command {
	const [id, ...args] = actionFor(one, uri);
	const text = plain(one.message);
	const short = text.length <= longest ? text : `${text.slice(0, longest)}…`;
	const title = one.instead === 'integration-request' ? `${short} Draft Integration Request` : short;
	return { title: `${icons[one.severity]} ${title}`, command: id, arguments: args };
}

/** Where a notice leads: to the draft to make instead, else to the checklist, with the errors alone where it is about them. */
function actionFor({ instead, severity }: DraftNotice, uri: vscode.Uri): [string, ...unknown[]] {
	if (instead === 'integration-request') return [command.draftIntegrationRequest, uri];
	return severity === 'error' ? [command.showErrors] : [command.openChecklist];
}

const plain = (text: string) => text.replaceAll('`', '');
