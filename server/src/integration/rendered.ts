import { type Html, htmlOf } from './html';

/** Keeps the pages of the last preview as HTML, since an edit changes one of them and rendering takes most of the time. */
export class Rendered {
	#kept = new Map<string, Html>();

	/** Makes a preview, and keeps the pages that it rendered, and no other. */
	during<T>(make: (render: (markdown: string) => Html) => T): T {
		const used = new Map<string, Html>();
		const made = make(markdown => {
			const html = used.get(markdown) ?? this.#kept.get(markdown) ?? htmlOf(markdown);
			used.set(markdown, html);
			return html;
		});
		this.#kept = used;
		return made;
	}
}
