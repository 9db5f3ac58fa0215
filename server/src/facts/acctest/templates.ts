import { at, type Place, partOfPlace } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { file } from '../core/inputs';
import type { Kind } from '../plugin/registrations';

/** A component that a template uses: `source "acme-ebs" "x"`. */
export interface Use {
	readonly kind: Kind;
	/** As the template writes it. */
	readonly type: string;
	readonly place: Place;
}

/** A file that Packer may be run with: HCL2, or JSON. */
export const isTemplate = (path: string): boolean => /\.(?:pkr\.hcl|pkr\.json|hcl|json)$/.test(path) && !/(?:^|\/)(?:metadata|\.release\/.*)\.hcl$/.test(path);

/** The templates of the plugin: acceptance tests' fixtures, examples, and what workflows build. */
export const templates: Fact<readonly string[]> = read => read(filesUnder, '').filter(isTemplate);

const kinds: Readonly<Record<string, Kind>> = { source: 'builder', provisioner: 'provisioner', 'post-processor': 'post-processor', data: 'datasource' };
const block = /^[ \t]*(source|provisioner|post-processor|data)[ \t]+"([^"\n]+)"/gm;

/** The components that a HCL2 template uses, each block of it. */
export const usesIn: Fact<readonly Use[], string> = (read, path) =>
	[...(read(text, path) ?? '').matchAll(block)].map(({ 0: whole, 1: kind, 2: type = '', index }) => {
		const start = index + whole.length - 1 - type.length;
		return { kind: kinds[kind as string] as Kind, type, place: partOfPlace(at(path), start, start + type.length) };
	});

/** Whether a template may use a component: it names it, or its text is not known. */
export const mayUse = (read: Read, path: string, name: string): boolean => {
	const state = read(file, path);
	return (state !== undefined && !('text' in state)) || read(speaksOf, `${path}\0${name}`);
};

/** Whether a file names a component as templates do, HCL2 or JSON, in a file of its own or within Go code (`path\0name`). */
export const speaksOf: Fact<boolean, string> = (read, key) => {
	const [path, name] = key.split('\0', 2) as [string, string];
	const source = read(text, path) ?? '';
	return [`"${name}"`, `'${name}'`, `"${name}.`, `\\"${name}\\"`, `source.${name}.`, `data.${name}.`].some(word => source.includes(word));
};
