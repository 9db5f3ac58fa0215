import * as vscode from 'vscode';
import { type GenerateAnswer, generate, type SafeFixes } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { counted } from '../counted';
import { pickPlugin } from '../pickPlugin';
import type { ChangesPreview } from './preview';
import { propose } from './propose';

/** Shows what packer-sdc would generate beside what is there, file by file, and writes it when the person says so. */
export function registerGenerate(host: Host, preview: ChangesPreview): void {
	host.command(command.generate, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const look = () => host.server.request<GenerateAnswer>(generate, { uri: plugin.uri } satisfies SafeFixes);
		const { files, notes } = await look();
		for (const note of notes) host.server.output.warn(note);
		if (files.length === 0) {
			const remarks = notes.length === 0 ? '' : `; ${counted(notes.length, 'remark')} in the output`;
			return void vscode.window.setStatusBarMessage(`${plugin.name}: generated files are up to date${remarks}`, 8000);
		}
		const asked = {
			root: plugin.uri,
			title: `${plugin.name}: ${counted(files.length, 'generated file')} to write`,
			question: (files: number) => `${counted(files, 'generated file')} of ${plugin.name} would change.`,
			button: 'Write Files',
			look,
		};
		await propose(host, preview, asked, files);
	});
}
