import type { GoFile, GoText } from '../syntax/go/file';
import { isString, unquote } from '../syntax/go/unquote';
import { at, type Place } from '../text/place';
import type { Fact, Read } from './database';
import { entry, servingFiles } from './entry';
import { goFile, packageClause } from './go';
import { sdkModule } from './module';
import { importedAs, named, stringNamed } from './packages';
import { dirname } from './paths';

/** The kinds of component, as `packer plugins` and the integrations portal tell them apart. */
export const kinds = ['builder', 'provisioner', 'post-processor', 'datasource'] as const;
export type Kind = (typeof kinds)[number];

/** One `RegisterBuilder("name", new(pkg.Builder))`, or one of its sisters. */
export interface Registration {
	readonly kind: Kind;
	/** As registered; `''` for plugin.DEFAULT_NAME; undefined where it is not known without running the plugin. */
	readonly name?: string;
	/** Whether the call has no name, as before Packer 1.7. */
	readonly legacy: boolean;
	/** What is registered, as written, and the file it is written in. */
	readonly value: GoText;
	readonly path: string;
	/** The whole call, and its name argument (the call, where there is none). */
	readonly place: Place;
	readonly namePlace: Place;
}

const kindOf: Readonly<Record<string, Kind>> = { Builder: 'builder', Provisioner: 'provisioner', PostProcessor: 'post-processor', Datasource: 'datasource' };

/** Every registration of the plugin, in the order of files and calls. */
export const registrations: Fact<readonly Registration[]> = read => {
	const main = read(entry);
	if (main === undefined) return [];
	const files = read(servingFiles).filter(path => dirname(path) === main.dir || read(packageClause, path) !== 'main');
	return files.flatMap(path => inFile(read, path));
};

function inFile(read: Read, path: string): Registration[] {
	const file = read(goFile, path);
	return (file?.calls ?? []).flatMap(call => {
		const [, method] = /\.Register(Builder|Provisioner|PostProcessor|Datasource)$/.exec(call.callee.text) ?? [];
		const [first, second] = call.arguments;
		if (!file || method === undefined || first === undefined) return [];
		const value = second ?? first;
		const name = second === undefined ? '' : nameOf(read, path, file, first);
		return [{ kind: kindOf[method] as Kind, ...(name === undefined ? {} : { name }), legacy: second === undefined, value, path, place: at(path, call.node), namePlace: at(path, first.node) }];
	});
}

/** The name that an expression stands for: a literal, plugin.DEFAULT_NAME, or a constant of this module. */
function nameOf(read: Read, path: string, file: GoFile, { text }: GoText): string | undefined {
	if (isString(text)) return defaultAsEmpty(unquote(text));
	const [, qualifier, name] = /^(?:(\w+)\.)?(\w+)$/.exec(text) ?? [];
	if (name === undefined) return undefined;
	if (qualifier === undefined) return read(stringNamed, named(dirname(path), name));
	const imported = importedAs(read, file, qualifier);
	if (imported?.path === `${sdkModule}/plugin` && name === 'DEFAULT_NAME') return '';
	return imported?.dir === undefined ? undefined : read(stringNamed, named(imported.dir, name));
}

/** The value of plugin.DEFAULT_NAME (SDK plugin/set.go). */
const defaultAsEmpty = (name: string) => (name === '-packer-default-plugin-name-' ? '' : name);
