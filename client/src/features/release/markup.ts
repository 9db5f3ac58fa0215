/** A link that runs a command of the extension. */
export const commandLink = (id: string, args: readonly unknown[], html: string): string =>
	`<a href="command:${id}?${escaped(encodeURIComponent(JSON.stringify(args)))}">${html}</a>`;

/** The head of a table. */
export const head = (...titles: readonly string[]): string => `<thead><tr>${titles.map(title => `<th scope="col">${title}</th>`).join('')}</tr></thead>`;

/** A sentence, what stands in backticks as code. */
export const code = (text: string): string => escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');

/** Text as HTML. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
