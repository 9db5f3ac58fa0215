// SPDX-License-Identifier: MPL-2.0
import assert from 'node:assert/strict';

export const title = 'a person opens a plugin, and the file of its binary';

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	await step('opening main.go', () => workbench.openFile('main.go'));
	await step('reading it', async () => assert.match(await workbench.editorText(), /^package main/));
}
