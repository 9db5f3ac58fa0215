import type { GoCall, GoText } from '../../syntax/go/file';
import { isString } from '../../syntax/go/unquote';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { goFile, goSourcesIn, mentions } from '../go/go';
import { boundTo, defaultName, type Scope, stringOf } from '../go/values';
import { entry, servingDirectories } from './entry';

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
	/** What is registered, as written, the file it is written in, and the function there (-1 at package level). */
	readonly value: GoText;
	readonly path: string;
	readonly within: number;
	/** What it is registered with, as written: `pps`. */
	readonly receiver: string;
	/** The whole call, and its name argument (the call, where there is none); of a loop over a map both are the entry's key. */
	readonly place: Place;
	readonly namePlace: Place;
	/** Whether the name is a string literal where `namePlace` is. */
	readonly literal: boolean;
}

const kindOf: Readonly<Record<string, Kind>> = { Builder: 'builder', Provisioner: 'provisioner', PostProcessor: 'post-processor', Datasource: 'datasource' };

/** Every registration of the plugin, in the order of files and calls. */
export const registrations: Fact<readonly Registration[]> = read => {
	const main = read(entry);
	if (main === undefined) return [];
	return read(servingDirectories).flatMap(dir =>
		read(goSourcesIn, dir)
			.filter(path => read(mentions, `${path}\0.Register`))
			.flatMap(path => inFile(read, path)),
	);
};

/**
 * The registrations that repeat one before them on the same set, in the same function, for the same kind and name. What stands
 * in branches of which only one runs repeats nothing. Reads the text between the two, but only where there are two.
 */
export const repeatedRegistrations: Fact<readonly Registration[]> = read => {
	const all = read(registrations).filter(r => r.name !== undefined && !r.legacy);
	return all.filter((one, i) => {
		const earlier = all
			.slice(0, i)
			.find(r => r.kind === one.kind && r.name === one.name && r.path === one.path && r.within === one.within && r.receiver === one.receiver);
		return earlier !== undefined && !read(branches, one.path);
	});
};

/** Whether a file has code of which not all runs. */
const branches: Fact<boolean, string> = (read, path) =>
	/\b(?:else|case|return)\b|\bif\b[^{}]*\bruntime\.GO/.test((read(text, path) ?? '').replace(/\/\/.*|"(?:[^"\\\n]|\\.)*"/g, ''));

function inFile(read: Read, path: string): Registration[] {
	const file = read(goFile, path);
	return (file?.calls ?? []).flatMap(call => {
		const [, receiver, method] = /^(.+)\.Register(Builder|Provisioner|PostProcessor|Datasource)$/s.exec(call.callee.text) ?? [];
		if (!file || receiver === undefined || method === undefined || call.arguments.length === 0 || call.arguments.length > 2) return [];
		const scope: Scope = { path, file, within: call.within };
		const base = { kind: kindOf[method] as Kind, receiver };
		return (
			(call.arguments.length === 2 ? fromLoop(read, scope, call) : undefined)?.map(made => ({ ...base, ...made })) ?? [
				{ ...base, ...single(read, scope, call) },
			]
		);
	});
}

function single(read: Read, scope: Scope, { node, arguments: [first, second] }: GoCall) {
	const place = at(scope.path, node);
	const value = (second ?? first) as GoText;
	const name = second === undefined ? '' : nameOf(read, scope, first as GoText);
	return {
		...named(name),
		legacy: second === undefined,
		value,
		path: scope.path,
		within: scope.within,
		place,
		namePlace: second === undefined ? place : at(scope.path, (first as GoText).node),
		literal: isString(first?.text ?? ''),
	};
}

/** The registrations of `for name, component := range map[…]…{…} { pps.RegisterX(name, component) }`; undefined where it is none. */
function fromLoop(read: Read, scope: Scope, { arguments: [first, second] }: GoCall) {
	const loop = first && boundTo(read, scope, first.text);
	const [key, value] = loop?.binding.names.map(n => n.text) ?? [];
	const over = loop?.binding.values[0];
	if (!loop || !over || loop.binding.kind !== 'range' || key !== first.text || value !== second?.text) return undefined;
	const map = /^\w+(?:\.\w+)?$/.test(over.text) ? boundTo(read, loop.scope, over.text) : { scope: loop.scope, value: over };
	if (!map?.value) return undefined;
	const { scope: there, value: source } = map;
	const literal = there.file.literals.find(l => l.node > source.node && l.type.text.startsWith('map[string]') && source.text.startsWith(l.type.text));
	return literal?.entries.map(entry => {
		const place = at(there.path, entry.key.node);
		return {
			...named(nameOf(read, there, entry.key)),
			legacy: false,
			value: entry.value,
			path: there.path,
			within: there.within,
			place,
			namePlace: place,
			literal: isString(entry.key.text),
		};
	});
}

const named = (name: string | undefined) => (name === undefined ? {} : { name });

/** The name that an expression stands for, `''` for plugin.DEFAULT_NAME. */
function nameOf(read: Read, scope: Scope, expression: GoText): string | undefined {
	const name = stringOf(read, scope, expression)?.value;
	return name === defaultName ? '' : name;
}
