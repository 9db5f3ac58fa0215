/**
 * The absolute path, with `/`, that a file URI names: `C:/x` for `file:///c%3A/x`, `//host/share/x` for `file://host/share/x`.
 * Undefined for every other scheme (`untitled:`, `git:`, `vscode-remote:` …) and for invalid URIs: those documents are not files of a plugin.
 */
export function pathOf(uri: unknown): string | undefined {
	const [, authority, encoded] = (typeof uri === 'string' && /^file:\/\/([^/?#]*)(\/[^?#]*)?(?:[?#].*)?$/i.exec(uri)) || [];
	if (authority === undefined || encoded === undefined) return undefined;
	const path = decode(encoded);
	if (path.includes('\0')) return undefined;
	if (authority !== '' && authority.toLowerCase() !== 'localhost') return `//${decode(authority)}${path}`;
	const drive = /^\/([A-Za-z]):(\/.*)?$/.exec(path);
	const local = drive ? `${(drive[1] as string).toUpperCase()}:${drive[2] ?? '/'}` : path;
	return local.length > 1 && local.endsWith('/') && !/^[A-Z]:\/$/.test(local) ? local.slice(0, -1) : local;
}

/** The URI of an absolute path, written as VS Code writes it, so that both mean the same key: `file:///c%3A/a%20b`. */
export function uriOf(path: string): string {
	const [, host, rest] = /^\/\/([^/]+)(\/.*)$/.exec(path) ?? [];
	if (host !== undefined && rest !== undefined) return `file://${encode(host)}${encode(rest)}`;
	return `file://${encode(path.replace(/^([A-Za-z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`))}`;
}

/** Percent-encoded bytes as text; bytes that are not UTF-8 stay encoded. */
const decode = (text: string) =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, bytes => {
		try {
			return decodeURIComponent(bytes);
		} catch {
			return bytes;
		}
	});

const encode = (path: string) =>
	path
		.split('/')
		.map(part => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`))
		.join('/');
