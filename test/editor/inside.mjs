// SPDX-License-Identifier: MPL-2.0
// These functions run inside the editor's page, so they know nothing but the document.

/**
 * The text of the editor's visible lines, which the page keeps in any order.
 * @param {(HTMLElement | SVGElement)[]} elements
 */
export function linesOf(elements) {
	const lines = elements.map(line => ({ top: Number.parseInt(line.style.top, 10), text: line.textContent ?? '' }));
	const sorted = lines.sort((a, b) => a.top - b.top).map(line => line.text);
	return sorted.join('\n').replaceAll('\u00a0', ' ');
}

/**
 * The point in the middle of a text that one token of a line contains.
 * @param {HTMLElement | SVGElement} line
 * @param {string} wanted
 */
export function middleOf(line, wanted) {
	const range = document.createRange();
	const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const start = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
		if (start < 0) continue;
		range.setStart(node, start);
		range.setEnd(node, start + wanted.length);
		const box = range.getBoundingClientRect();
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}
	throw new Error(`"${wanted}" is not within one token of the line`);
}
