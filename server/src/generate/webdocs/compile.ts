import type { Script } from './script';
import type { Segment } from './segments';

/** A rendered component page as compile-to-webdocs.sh publishes it: without front matter and title, links rewritten; or why that cannot be told. */
export function compile(rendered: readonly Segment[], script: Script, organization: string): readonly Segment[] | { readonly reason: string } {
	const merged = merge(rendered);
	const body = withoutHeader(merged);
	if (body === undefined) return { reason: 'its header reaches into a partial of the SDK' };
	return ended(merge(body.map(segment => (typeof segment === 'string' ? rewrite(segment, script, organization) : segment))));
}

/** Neighbouring known texts made one. */
function merge(segments: readonly Segment[]): Segment[] {
	const out: Segment[] = [];
	for (const segment of segments) {
		const last = out.at(-1);
		if (typeof segment === 'string' && typeof last === 'string') out[out.length - 1] = last + segment;
		else out.push(segment);
	}
	return out;
}

/**
 * The page without its head: down to the line after the last of the first two that start with `---` (or one line, where none does), and two lines more.
 * No partial of the SDK has a line that starts so.
 */
function withoutHeader(segments: readonly Segment[]): readonly Segment[] | undefined {
	let line = 0;
	let last = 0;
	let seen = 0;
	for (const segment of segments) {
		if (typeof segment !== 'string') break;
		for (let start = 0; start !== -1 && seen < 2; ) {
			line++;
			if (segment.startsWith('---', start)) {
				last = line;
				seen++;
			}
			const end = segment.indexOf('\n', start);
			start = end === -1 ? -1 : end + 1;
		}
		if (seen >= 2) break;
	}
	if (seen < 2 && segments.length > 1 && segments.slice(1).some(segment => typeof segment === 'string' && /^---/m.test(segment))) return undefined;
	const [first = '', ...rest] = segments;
	if (typeof first !== 'string') return undefined;
	let offset = 0;
	for (let dropped = 0; dropped < last + 3; dropped++) {
		const end = first.indexOf('\n', offset);
		if (end === -1) return rest.length === 0 ? [''] : undefined;
		offset = end + 1;
	}
	return [first.slice(offset), ...rest];
}

function rewrite(text: string, { links }: Script, organization: string): string {
	const portal = (plugin: string) => `(/packer/integrations/${organization}/${plugin}`;
	const rewritten = (line: string) =>
		!line.includes('(/packer/plugins/')
			? line
			: line
					.replace(/\(\/packer\/plugins\/([^/]+)\/([^/]+)(#[^/]+)?\)/g, (_, _type, plugin, anchor = '') => `${portal(plugin)}${anchor})`)
					.replace(
						/\(\/packer\/plugins\/([^/]+)\/([^/]+)\/([^/]+)(#[^/]+)?\)/g,
						(_, type, plugin, component, anchor = '') => `${portal(plugin)}/latest/components/${type}/${component}${anchor})`,
					);
	const out = text.includes('(/packer/plugins/') ? text.split('\n').map(rewritten).join('\n') : text;
	return links.reduce((done, [from, to]) => done.replaceAll(`/${from}/`, `/${to}/`), out);
}

/** The shell's `$(…)` takes all line ends off the end, and `echo` puts one there; a partial of the SDK ends with one. */
function ended(segments: readonly Segment[]): readonly Segment[] {
	const last = segments.at(-1);
	if (typeof last !== 'string') return segments;
	const stripped = last.replace(/\n+$/, '');
	return stripped === '' && segments.length > 1 ? segments.slice(0, -1) : [...segments.slice(0, -1), `${stripped}\n`];
}
