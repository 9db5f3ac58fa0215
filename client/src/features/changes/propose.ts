import * as vscode from 'vscode';
import type { Host } from '../../host';
import { makeExecutable } from './makeExecutable';
import type { Changes, ChangesPreview, Proposal } from './preview';

/** A proposal as a person is asked about it. */
export interface Asked extends Proposal {
	/** The sentence of the question, for so many files. */
	question(files: number): string;
	/** What the button says that applies the changes. */
	readonly button: string;
}

/** Shows changes beside what is there, and applies them if the person says so; resolves once they are shown. */
export async function propose(host: Host, preview: ChangesPreview, asked: Asked, files: Changes['files']): Promise<void> {
	await preview.show(asked, files);
	void ask(host, preview, asked, files).catch((error: unknown) => vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error)));
}

async function ask(host: Host, preview: ChangesPreview, asked: Asked, files: Changes['files']): Promise<void> {
	if ((await vscode.window.showInformationMessage(asked.question(files.length), asked.button)) !== asked.button) return;
	// They are worked out again, as files may have changed meanwhile; what the person has not seen is shown first.
	const now = await asked.look();
	if (now.edit === null) throw new Error('These changes are no longer needed, or no longer possible. No file was changed.');
	if (!preview.shows(asked, now.files)) return propose(host, preview, asked, now.files);
	const edit = await host.server.toWorkspaceEdit(now.edit);
	// One edit is one step to undo. As a refactoring its files are saved, unless the person's settings say otherwise.
	if (edit && !(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
		throw new Error('The changes could not be applied. Save or close the files they change, and try again.');
	await makeExecutable(host, asked.root, now.executables ?? []);
	await preview.close();
}
