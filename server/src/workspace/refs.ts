/** Whether git takes a text for the name of a ref (git-check-ref-format): below `refs/`, with no way out of it. */
export const isRefName = (name: string): boolean =>
	name.startsWith('refs/') &&
	![...name].some(character => character <= ' ' || character === '\u007f') &&
	!/[~^:?*[\\]|\.\.|@\{/.test(name) &&
	name.split('/').every(part => part !== '' && !part.startsWith('.') && !part.endsWith('.lock') && !part.endsWith('.'));

/** The commit that a text names in full: 40 hexadecimal digits, or 64 in a repository with SHA-256; undefined if it is anything else. */
export const commitOf = (text: string | undefined): string | undefined => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.exec(text?.trim() ?? '')?.[0];
