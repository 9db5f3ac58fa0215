import type { X } from '../../syntax/go/body/body';
import type { Fact } from '../core/database';
import type { Scope } from '../go/body';
import { isBroken } from '../go/broken';
import { callsTo, scopeAt } from '../go/calls';
import { dotted } from '../go/print';
import { exprAt, selected } from '../go/resolve';
import { goSources } from '../go/sources';
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
/** Names about a secret whose values are not secret. */
const about =
	/(?:^|_)(?:use|disable|enable|no)_|_(?:file|path|dir|name|id|ids|env|timeout|ttl|type|url|uri|endpoint|arn|version|mode|policy|length|format|header|fingerprint|provider|prefix|suffix|expiry|expiration)$/i;

/** The fields that `LogSecretFilter.Set` is given, by their names: as they are, or through a variable of the function. */
const filteredNames: Fact<readonly string[]> = read =>
	read(callsTo, selected('Set')).flatMap(at => {
		const scope = scopeAt(read, at);
		const call = exprAt(scope, at.x);
		const fn = call.op === 'call' ? exprAt(scope, call.fn) : undefined;
		const on = fn?.op === 'select' ? dotted(scope.body, fn.of) : undefined;
		return call.op === 'call' && on !== undefined && /(?:^|\.)LogSecretFilter$/.test(on) ? call.args.flatMap(x => fieldsIn(scope, x, new Set())) : [];
	});

/** The names of the fields from which an expression may take its value. */
function fieldsIn(scope: Scope, x: X, seen: Set<X>): string[] {
	if (seen.has(x)) return [];
	seen.add(x);
	const expr = exprAt(scope, x);
	const all = (list: readonly (X | undefined)[]) => list.flatMap(one => (one === undefined ? [] : fieldsIn(scope, one, seen)));
	switch (expr.op) {
		case 'select':
			return [expr.name, ...fieldsIn(scope, expr.of, seen)];
		case 'ref': {
			const local = expr.to === undefined ? undefined : scope.body.locals[expr.to];
			return local ? all([local.init, ...local.writes]) : [];
		}
		case 'call':
			return all([expr.fn, ...expr.args]);
		case 'unary':
		case 'assert':
			return all([expr.of]);
		case 'binary':
			return all(expr.of);
		case 'index':
		case 'slice':
			return all([expr.of, ...expr.at]);
		case 'composite':
			return all(expr.entries.map(([, value]) => value));
		default:
			return [];
	}
}
