// SPDX-License-Identifier: MPL-2.0

export const title = 'a person opens a plugin in Restricted Mode, then trusts it';

export const options = { trust: true };

/** @param {import('../walk.mjs').Walk} walk */
export default async function walk({ workbench, step }) {
	await step('being in Restricted Mode', () => workbench.statusItem('Restricted Mode').waitFor());
	await step('trusting the folder', () => workbench.trustFolder());
	await step('having left Restricted Mode', () => workbench.statusItem('Restricted Mode').waitFor({ state: 'detached' }));
}
