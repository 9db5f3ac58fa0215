import type { Fact, Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { sdkPartialText } from '../facts/core/otherModules';
import { directives } from '../facts/generated/directives';
import { sdkModule } from '../facts/plugin/module';
import { cachePaths } from './go/elsewhere';
import { partialStaleness, webdocsStaleness } from './stale/documents';
import type { Generated, Staleness } from './stale/generated';
import { hcl2SpecStaleness } from './stale/hcl2spec';
import { webPages } from './webdocs/pages';
import { fill, find, type Hashed, withNewlines } from './webdocs/segments';

export type { Generated, Staleness, Unknown } from './stale/generated';

/** What from outside the plugin would help: a key of an input, and where in the Go module cache it may lie (the likeliest first, relative to `go env GOMODCACHE`). */
export interface Wanted {
	readonly input: 'packageSources' | 'sdkPartialText';
	readonly key: string;
	readonly paths: readonly string[];
}

/**
 * What to read from the module cache and set before `generate` writes: packages whose types are not known, or only from what was generated before (a
 * folder each), and partials of the SDK that stale pages include (a file each). To be asked again after it was set, as one package may lead to another.
 */
export const wanted: Fact<readonly Wanted[]> = read => {
	const { files, unknown, relies } = read(staleness);
	const packages = new Set([...relies.map(of => of.package), ...unknown.flatMap(({ wants }) => wants ?? [])]);
	const partials = new Set(
		files
			.filter(({ state }) => state !== 'same')
			.flatMap(({ segments }) => segments.flatMap(segment => (typeof segment === 'string' ? [] : [segment.partial]))),
	);
	const inSdk = (partial: string) => read(cachePaths, embeddedPartials).map(folder => `${folder}/${partial}`);
	return [
		...[...packages].sort().map((key): Wanted => ({ input: 'packageSources', key, paths: read(cachePaths, key) })),
		...[...partials].sort().map((key): Wanted => ({ input: 'sdkPartialText', key, paths: inSdk(key) })),
	];
};

/** Where packer-sdc keeps the partials it embeds, in the SDK's module: followed by the path in an `@include`. */
export const embeddedPartials = `${sdkModule}/cmd/packer-sdc/internal/renderdocs/docs-partials`;

/** How everything that generators make of the plugin's Go files stands: hcl2spec files, then partials, each by Go file. */
export const goStaleness: Fact<Staleness> = read => {
	const all = read(directives);
	const of = (command: string) => [...new Set(all.filter(directive => directive.command === command).map(({ path }) => path))];
	return join([...of('mapstructure-to-hcl2').map(path => read(hcl2SpecStaleness, path)), ...of('struct-markdown').map(path => read(partialStaleness, path))]);
};

/** How every generated file of the plugin stands: what `make generate` would write, without running it. */
export const staleness: Fact<Staleness> = read => join([read(goStaleness), read(webdocsStaleness)]);

const join = (parts: readonly Staleness[]): Staleness => ({
	files: parts.flatMap(part => part.files),
	unknown: parts.flatMap(part => part.unknown),
	relies: parts.flatMap(part => part.relies),
});

/**
 * A stretch of a partial (`partial\0sha256\0length`): from `vendor/`, from the module cache where `sdkPartialText` is set, or from a page
 * of the plugin that has it already. A fact of its own, as looking for it hashes every line of every page, and it stays what it is
 * while Go files are edited.
 */
const stretchText: Fact<string | undefined, string> = (read, key) => {
	const [partial, sha256, length] = key.split('\0', 3) as [string, string, string];
	const whole = read(text, `vendor/${embeddedPartials}/${partial}`) ?? read(sdkPartialText, partial);
	const wanted = { sha256, length: Number(length) };
	const there = whole === undefined ? undefined : find(wanted, [whole]);
	return (
		there ??
		find(
			wanted,
			read(webPages).pages.map(({ path }) => withNewlines(read(text, path) ?? '')),
		)
	);
};

/** The text a generated file is to have, with the SDK's partials put in; else the partial that is nowhere. */
export function expectedText(read: Read, { segments }: Pick<Generated, 'segments'>): { readonly text: string } | { readonly missing: Hashed } {
	return fill(segments, ({ partial, sha256, length }) => read(stretchText, `${partial}\0${sha256}\0${length}`));
}
