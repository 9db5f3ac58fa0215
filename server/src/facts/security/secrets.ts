import { type Decoding, decodingOf } from '../config/decoding';
import { type Attribute, attributesOf } from '../config/fields';
import { configStructs, keyOf } from '../config/structs';
import type { Fact, Read } from '../core/database';
import { dirname } from '../core/paths';
import { isBroken } from '../go/broken';
import { goSources } from '../go/sources';
import { filteredNames, filteredVariables } from './filtered';
import { isUsed } from './used';

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
			const attributes = secretsAmong(attributesOf(read, type)).filter(
				attribute => !filtered.has(attribute.field) && read(isUsed, attribute.field) && !isFilteredAs(read, attribute),
			);
			return { key: attributes.map(a => `${keyOf(a.struct)}.${a.field}`).join(), attributes, ...(decoding ? { decoding } : {}) };
		});
	const found = all.filter(({ key }, i) => key !== '' && all.findIndex(other => other.key === key) === i).map(({ key: _, ...found }) => found);
	// The call may stand in any file, also in one that cannot be read just now.
	return found.length > 0 && read(goSources).some(path => read(isBroken, path)) ? [] : found;
};

/** Whether the package of an attribute gives the filter a variable with the field's name at its end, which may hold the value in another form. */
const isFilteredAs = (read: Read, { field, struct }: Attribute): boolean =>
	read(filteredVariables).some(({ dir, name }) => dir === dirname(struct.path) && name.endsWith(field.toLowerCase()));

/** The attributes that hold secrets, by their names and types. A key that is used with a secret is an identifier, as with AWS. */
export function secretsAmong(attributes: readonly Attribute[]): readonly Attribute[] {
	const hasSecretKey = attributes.some(({ name }) => /secret(?:_access)?_?key|(?:access|api)_?(?:key_?)?secret/i.test(name));
	return attributes.filter(({ name, type }) => /^\*?string$/.test(type) && secret.test(name) && !about.test(name) && !(hasSecretKey && identifying.test(name)));
}

const secret = /password(?!less)|passwd|secret|token(?!i[sz])|api_?key|access_?key|private_?key|credential|passphrase|(?:^|_)sas_ur[il]$|connection_string/i;
/** The key that a provider knows its user by, where the other one is secret. */
const identifying = /(?:^|_)(?:access|api)_?key$/i;
/** Names about a secret whose values are not secret: where it is kept, and what it is for. */
const about =
	/(?:^|_)(?:use|disable|enable|no|skip|public|encrypted|hashed)_|_(?:file|filename|path|dir|directory|location|source|name|label|id|ids|ref|reference|env|env_?vars?|environment_variable|variable|var|key_?name|timeout|ttl|lifetime|duration|type|kind|(?<!sas_)url|(?<!sas_)uri|endpoint|host|port|server|arn|version|mode|policy|length|size|format|algorithm|method|encoding|header|fingerprint|provider|engine|store|manager|vault|process|profile|prefix|suffix|expiry|expiration|command|user|username|account|email|project|namespace|mount|bucket|region|role|scopes?|audience|issuer|permissions?|tags?|hash)$/i;
