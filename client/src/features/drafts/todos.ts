import * as vscode from 'vscode';
import { todoPattern } from '../../../../server/src/protocol';
import { command, scheme } from '../../contributions';
import type { Host } from '../../host';

/** Where the `TODO(…)`s of a draft are, in order. */
export function todosIn(document: vscode.TextDocument): vscode.Range[] {
	const found = [...document.getText().matchAll(new RegExp(todoPattern, 'g'))];
	return found.map(({ index, 0: text }) => new vscode.Range(document.positionAt(index), document.positionAt(index + text.length)));
}

/** Highlights the `TODO(…)`s of drafts, and jumps between them: each is selected, so that typing replaces it. */
export function registerTodos(host: Host): void {
	const highlight = vscode.window.createTextEditorDecorationType({
		backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
		border: '1px solid',
		borderColor: new vscode.ThemeColor('editorWarning.foreground'),
		overviewRulerColor: new vscode.ThemeColor('editorWarning.foreground'),
		overviewRulerLane: vscode.OverviewRulerLane.Right,
	});
	const show = (editor: vscode.TextEditor) => {
		if (editor.document.uri.scheme === scheme.draft) editor.setDecorations(highlight, todosIn(editor.document));
	};
	host.context.subscriptions.push(
		highlight,
		vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(show)),
		vscode.workspace.onDidChangeTextDocument(({ document }) => vscode.window.visibleTextEditors.filter(editor => editor.document === document).forEach(show)),
	);
	vscode.window.visibleTextEditors.forEach(show);

	host.command(command.nextTodo, () => goTo((todos, at) => todos.find(({ start }) => start.isAfter(at.start)) ?? todos[0]));
	host.command(command.previousTodo, () => goTo((todos, at) => todos.findLast(({ start }) => start.isBefore(at.start)) ?? todos.at(-1)));
}

/** Selects one of the `TODO(…)`s of the active draft, by where the cursor is. */
function goTo(choose: (todos: readonly vscode.Range[], at: vscode.Selection) => vscode.Range | undefined): void {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.uri.scheme !== scheme.draft) return;
	const range = choose(todosIn(editor.document), editor.selection);
	if (range === undefined) return void vscode.window.setStatusBarMessage('The draft has no TODO left.', 5000);
	editor.selection = new vscode.Selection(range.start, range.end);
	editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
