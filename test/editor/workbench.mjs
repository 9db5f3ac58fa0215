// SPDX-License-Identifier: MPL-2.0
import { linesOf, middleOf } from './inside.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** A place on the page, once it is to be seen. */
async function appeared(/** @type {import('playwright-core').Locator} */ place) {
	await place.waitFor();
	return place;
}

/** One window of the editor, with the few gestures a walk is made of; everything else is on `page`. */
export class Workbench {
	/** Errors that the window's console has shown so far. */
	errors = /** @type {string[]} */ ([]);

	/** @param {Page} page */
	constructor(page) {
		this.page = page;
		page.on('console', message => message.type() === 'error' && this.errors.push(message.text()));
		page.on('pageerror', error => this.errors.push(String(error)));
	}

	/** Runs a command by the title that the command palette shows, category included. */
	async runCommand(/** @type {string} */ title) {
		for (let tries = 3; tries > 0; tries--) {
			await this.page.keyboard.press('F1');
			await this.type(`>${title}`);
			const offered = this.row(title).waitFor({ timeout: 6000 });
			if (
				await offered.then(
					() => true,
					() => false,
				)
			)
				break; // the palette does not follow what becomes enabled while it is open
			if (tries > 1) await this.page.keyboard.press('Escape');
		}
		await this.pick(title);
	}

	/** Opens a file of the folder by its name or path, and waits until its tab is the active one. */
	async openFile(/** @type {string} */ path) {
		const name = /** @type {string} */ (path.split('/').pop());
		await this.page.keyboard.press('ControlOrMeta+p');
		await this.type(path);
		await this.pick(name);
		await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
		await this.page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
	}

	/** Puts the cursor on a line and column of the active editor, both counted from 1. */
	async goTo(/** @type {number} */ line, column = 1) {
		await this.page.keyboard.press('ControlOrMeta+p');
		await this.answer(`:${line}:${column}`);
	}

	/** Writes into the open quick input. */
	async type(/** @type {string} */ text) {
		await this.page.locator('.quick-input-widget:visible .quick-input-box input').fill(text);
	}

	/** Answers the open quick input with a text. */
	async answer(/** @type {string} */ text) {
		await this.type(text);
		await this.page.keyboard.press('Enter');
	}

	/** Chooses the first row of the open quick input whose label begins with a text. */
	async pick(/** @type {string} */ label) {
		await this.row(label).click();
	}

	/** The first row of the open quick input whose label begins with a text. */
	row(/** @type {string} */ label) {
		return this.page.locator(`.quick-input-list .monaco-list-row[aria-label^=${JSON.stringify(label)} i]`).first();
	}

	/** Waits until a text is to be seen anywhere in the window, and gives the first place that shows it. */
	async waitForText(/** @type {string | RegExp} */ text) {
		return appeared(this.page.getByText(text).filter({ visible: true }).first());
	}

	/** The visible lines of the active editor. */
	async editorText() {
		return this.page.locator('.editor-group-container.active .view-lines .view-line').evaluateAll(linesOf);
	}

	/** Shows the Problems panel, and waits for a row with a text in it if one is given. */
	async problem(/** @type {string | RegExp | undefined} */ text = undefined) {
		await this.runCommand('Problems: Focus on Problems View');
		return appeared(this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first());
	}

	/** Opens the quick fixes at the cursor and applies the one whose title has a text. */
	async quickFix(/** @type {string | RegExp} */ title) {
		const rows = this.page.locator('.action-widget .monaco-list-row.action');
		const wanted = rows.filter({ hasText: title }).first();
		for (let tries = 5; ; tries--) {
			await this.page.keyboard.press('ControlOrMeta+.');
			// The editor closes the list where a check ends just then and publishes diagnostics anew.
			const shown = await wanted.waitFor({ timeout: tries > 1 ? 4000 : 20_000 }).then(
				() => true,
				error => {
					if (tries <= 1) throw error;
				},
			);
			if (shown) break;
			await this.page.keyboard.press('Escape');
		}
		for (let presses = await rows.count(); presses > 0; presses--) {
			if (await wanted.evaluate(row => row.classList.contains('focused'))) break;
			await this.page.keyboard.press('ArrowDown'); // the list lies under a layer that takes clicks
		}
		await this.page.keyboard.press('Enter');
		await wanted.waitFor({ state: 'hidden' });
	}

	/** Holds the pointer over a text of the active editor and gives what pops up. */
	async hover(/** @type {string} */ text) {
		const line = this.page.locator('.editor-group-container.active .view-line').filter({ hasText: text }).first();
		const at = await line.evaluate(middleOf, text);
		await this.page.mouse.move(at.x - 3, at.y);
		await this.page.mouse.move(at.x, at.y, { steps: 3 });
		return appeared(this.page.locator('.monaco-resizable-hover .monaco-hover-content').filter({ visible: true }).first());
	}

	/** Waits for a notification with a text; `.getByRole('button', …)` on it finds its buttons. */
	async notification(/** @type {string | RegExp} */ text) {
		return appeared(this.page.locator('.notification-toast').filter({ hasText: text }).first());
	}

	/** Shows a view container by its title in the activity bar. */
	async openView(/** @type {string} */ title) {
		const label = this.page.locator(`a[aria-label^=${JSON.stringify(title)} i]`);
		const item = this.page.locator('.activitybar .action-item').filter({ has: label }).first();
		if (!(await item.evaluate(element => element.classList.contains('checked')))) await item.click();
	}

	/** A row of a tree in the side bar by its label, without the description after it. */
	treeItem(/** @type {string} */ label) {
		const named = this.page.locator('.label-name').getByText(label, { exact: true });
		return this.page.locator('.sidebar .monaco-list-row').filter({ has: named }).first();
	}

	/** An item of the status bar by a text it shows. */
	statusItem(/** @type {string | RegExp} */ text) {
		return this.page.locator('.statusbar-item:visible').filter({ hasText: text }).first();
	}

	/** The inside of the webview that is open. */
	webview() {
		return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
	}

	/** Trusts the folder, as a person does in the editor for workspace trust. */
	async trustFolder() {
		await this.runCommand('Workspaces: Manage Workspace Trust');
		await this.page
			.locator('.workspace-trust-editor .monaco-button')
			.filter({ hasText: /^Trust$/ })
			.first()
			.click();
		await this.page.locator('.workspace-trust-editor.trusted, .workspace-trust-editor .trusted').first().waitFor();
	}

	/** Writes a picture of the window. */
	async screenshot(/** @type {string} */ path) {
		await this.page.screenshot({ path, animations: 'disabled' });
	}

	/** Closes the window. */
	async close() {
		await this.page.context().close();
	}
}
