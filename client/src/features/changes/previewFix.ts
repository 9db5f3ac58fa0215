import * as vscode from 'vscode';
import { type ChosenFix, type FixPreview, fixPreview } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import type { ChangesPreview } from './preview';
import { propose } from './propose';

/** Shows what a fix would do that changes several files, and applies it when the person says so: the editor shows only the file that is open. */
export function registerPreviewFix(host: Host, preview: ChangesPreview): void {
	host.command(command.previewFix, async (fix: ChosenFix, title: string) => {
		const look = () => host.server.request<FixPreview>(fixPreview, fix);
		const { root, files } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, look);
		if (files.length === 0) throw new Error('The finding no longer exists. Try again after the next check.');
		const asked = { root, title, question: (files: number) => `${title}: ${counted(files, 'file')} would change.`, button: 'Apply Fix', look };
		await propose(host, preview, asked, files);
	});
}
