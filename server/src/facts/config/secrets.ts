import type { GoFile } from '../../syntax/go/file';
import type { Fact } from '../core/database';
import { goFile, goSources, isBroken, mentions } from '../go/go';
import { type Decoding, decodingOf } from './decoding';
import { type Attribute, attributesOf } from './fields';
import { configStructs, keyOf } from './structs';

/** The attributes of a component that hold secrets which nothing takes out of the log. */
export interface Unfiltered {
	readonly attributes: readonly Attribute[];
	/** How the component decodes them. */
	readonly decoding?: Decoding;
}

/** The secrets in the configuration of each component that `LogSecretFilter.Set` is never given, anywhere in the module; those that several components share once. */
export const unfilteredSecrets: Fact<readonly Unfiltered[]> = read => {
	const filtered = new Set(read(filteredNames));
	const all = read(configStructs)
		.filter(({ role }) => role === 'config')
		.map(({ component, type }) => {
			const decoding = decodingOf(read, component);
			const attributes = attributesOf(read, type).filter(attribute => isSecret(attribute) && !filtered.has(attribute.field));
			return { key: attributes.map(a => `${keyOf(a.struct)}.${a.field}`).join(), attributes, ...(decoding ? { decoding } : {}) };
		});
	const found = all.filter(({ key }, i) => key !== '' && all.findIndex(other => other.key === key) === i).map(({ key: _, ...found }) => found);
	// The call may stand in any file, also in one that cannot be read just now.
	return found.length > 0 && read(goSources).some(path => read(isBroken, path)) ? [] : found;
};

/** Whether an attribute holds a secret, by its name and type. */
export const isSecret = ({ name, type }: Attribute): boolean => /^\*?string$/.test(type) && secret.test(name) && !about.test(name);

const secret = /password|passwd|secret|token|api_?key|access_?key|private_?key|credential|passphrase|sas_url|connection_string/i;
/** What is said about a secret, and is none. */
const about =
	/(?:^|_)(?:use|disable|enable|no)_|_(?:file|path|dir|name|id|ids|env|timeout|ttl|type|url|uri|endpoint|arn|version|mode|policy|length|format|header|fingerprint|provider|prefix|suffix|expiry|expiration)$/i;

/** The fields that `LogSecretFilter.Set` is given, by their names: as they are, or through a variable of the function. */
const filteredNames: Fact<readonly string[]> = read =>
	read(goSources).flatMap(path => {
		const file = read(mentions, `${path}\0LogSecretFilter`) ? read(goFile, path) : undefined;
		return (file?.calls ?? [])
			.filter(c => c.callee.text.endsWith('LogSecretFilter.Set'))
			.flatMap(c => c.arguments.flatMap(a => names(file as GoFile, c.within, a.text, 0)));
	});

function names(file: GoFile, within: number, expression: string, depth: number): string[] {
	const members = [...expression.matchAll(/\.(\w+)/g)].map(match => match[1] as string);
	const variables = depth < 3 ? [...expression.matchAll(/(?<![.\w])[a-zA-Z_]\w*/g)].map(match => match[0]) : [];
	const bound = file.bindings.filter(b => b.within === within && b.names.some(n => variables.includes(n.text)));
	return [...members, ...bound.flatMap(b => b.values.flatMap(v => names(file, within, v.text, depth + 1)))];
}
