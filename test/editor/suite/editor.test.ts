// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the editor these tests run in', () => {
	it('has opened a plugin', async () => {
		const [folder] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(folder, 'no folder is open');
		const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'main.go'));
		assert.equal(document.languageId, 'go');
	});

	it('trusts it', () => {
		assert.equal(vscode.workspace.isTrusted, true);
	});
});
