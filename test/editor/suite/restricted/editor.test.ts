// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the editor these tests run in', () => {
	it('is in Restricted Mode', () => {
		assert.equal(vscode.workspace.isTrusted, false);
	});
});
