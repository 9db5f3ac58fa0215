import * as vscode from 'vscode';
import { command } from './contributions';

/** The link that shows the page of a rule in the editor, offline. */
export const rulePageLink = (rule: string): vscode.Uri => vscode.Uri.from({ scheme: 'command', path: command.explainRule, query: JSON.stringify([rule]) });

/** A diagnostic whose code links to the page in the editor, and not to that on the web. */
export function linked(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
	const { code } = diagnostic;
	if (typeof code === 'object') diagnostic.code = { value: code.value, target: rulePageLink(String(code.value)) };
	return diagnostic;
}
