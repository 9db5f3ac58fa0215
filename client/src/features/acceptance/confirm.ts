import * as vscode from 'vscode';
import type { Missing } from './needs';

/** Asks before anything is run, and says what is missing. */
export async function confirmed(name: string, missing: readonly Missing[]): Promise<boolean> {
	const vital = missing.some(one => one.vital);
	const run = missing.length === 0 ? 'Run Acceptance Tests' : 'Run Anyway';
	const [command] = missing.flatMap(one => one.command ?? []);
	const [page] = missing.flatMap(one => one.page ?? []);
	const copy = 'Copy Install Command';
	const open = 'Open Install Page';
	const question = missing.length === 0 ? `Run the acceptance tests of ${name}?` : `The acceptance tests of ${name} need something that is missing.`;
	const cost = 'They create real resources with your credentials, which can cost money and take hours. The log is kept without secrets.';
	const detail = [...missing.flatMap(({ sentence, command }) => [`• ${sentence}`, ...(command === undefined ? [] : [command])]), ...(vital ? [] : [cost])];
	const buttons = [...(vital ? [] : [run]), ...(command === undefined ? [] : [copy]), ...(page === undefined ? [] : [open])];
	const chosen = await vscode.window.showWarningMessage(question, { modal: true, detail: detail.join('\n\n') }, ...buttons);
	if (chosen === copy && command !== undefined) await vscode.env.clipboard.writeText(command);
	if (chosen === open && page !== undefined) await vscode.env.openExternal(vscode.Uri.parse(page, true));
	return chosen === run;
}
