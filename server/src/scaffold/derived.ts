import type { Database, Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { layout } from '../facts/docs/layout';
import { kinds } from '../facts/plugin/registrations';
import { expectedHcl2Spec } from '../generate/hcl2spec/file';
import { expectedPartials } from '../generate/markdown/partials';
import { usedSdk } from '../generate/version';
import { compile, rewriteLinks } from '../generate/webdocs/compile';
import { partialText, render } from '../generate/webdocs/render';
import { merged, textOf } from '../generate/webdocs/segments';

/** The files that packer-sdc generates from a Go file with a configuration struct: its hcl2spec file and documentation partials. Empty if unknown. */
export function generatedFrom(read: Read, path: string): Record<string, string> {
	const spec = read(expectedHcl2Spec, path);
	const partials = read(expectedPartials, path)?.partials ?? [];
	return { ...(spec?.text === undefined ? {} : { [spec.path]: spec.text }), ...Object.fromEntries(partials.map(({ path, text }) => [path, text])) };
}

/** The steps of our compile-to-webdocs.sh, as the generator describes them. */
const script = {
	types: Object.fromEntries(kinds.map(kind => [layout[kind].docs, layout[kind].web])),
	links: (['datasource', 'builder', 'post-processor', 'provisioner'] as const).map(kind => [layout[kind].docs, layout[kind].web] as const),
};

/** The README of .web-docs rendered from docs/README.md; undefined if a partial that it includes is missing. */
export const publishedReadme = (read: Read, source: string): string | undefined => {
	const rendered = render(read, source, 'docs-partials', usedSdk(read));
	return 'reason' in rendered ? undefined : textOf(merged(rendered.pieces));
};

/** The page of .web-docs compiled from a page of docs/; undefined if a partial that it includes is missing. */
export function publishedPage(read: Read, source: string, organization: string): string | undefined {
	const rendered = render(read, source, 'docs-partials', usedSdk(read));
	const rewrite = (text: string) => rewriteLinks(text, script, organization);
	const compiled = 'reason' in rendered ? rendered : compile(rendered.pieces, partial => rewrite(read(partialText, partial) ?? ''), rewrite);
	return 'reason' in compiled ? undefined : textOf(compiled);
}

/** Puts texts into a database, as files. */
export function put(db: Database, texts: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(texts)) db.setFile(path, { text });
}

/** All texts of a database below some paths, by path. */
export const textsAt = (read: Read, paths: readonly string[]): Record<string, string> =>
	Object.fromEntries(
		paths.flatMap(path => {
			const found = read(text, path);
			return found === undefined ? [] : [[path, found]];
		}),
	);
