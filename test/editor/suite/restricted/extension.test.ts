// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const own = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(d => d.source === 'packer-readiness');

describe('the extension in Restricted Mode', () => {
	it('reports what it reports anywhere: it only reads', async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(folder);
		const uri = vscode.Uri.joinPath(folder.uri, 'main.go');
		await vscode.extensions.getExtension('packer-plugin-readiness.packer-plugin-readiness')?.activate();
		if (own(uri).length === 0)
			await new Promise<void>(resolve => {
				const listening = vscode.languages.onDidChangeDiagnostics(() => {
					if (own(uri).length === 0) return;
					listening.dispose();
					resolve();
				});
			});
		assert.ok(own(uri).length > 0);
	});
});
