import type { Local, X } from '../../syntax/go/body/body';
import type { GoValue } from '../../syntax/go/file';
import { readType, type TypeExpression } from '../../syntax/go/type';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { text } from '../core/files';
import { dirname, join } from '../core/paths';
import { sdkModule } from '../plugin/module';
import { placeOf, type Scope, scopeOf, scopesIn } from './body';
import { valuesNamed } from './packages';
import { denoted, exprAt } from './resolve';
import { goSourcesIn } from './sources';
import { named, partsOf } from './symbols';

/** What a name is bound to: a local or a package variable or constant, and its value where it has one for its own and keeps it. */
export interface Bound {
	/** Where the value stands. */
	readonly scope: Scope;
	readonly kind: 'var' | 'const';
	readonly local?: Local;
	readonly global?: GoValue;
	readonly type?: TypeExpression;
	readonly value?: X;
}

/** The value of plugin.DEFAULT_NAME (SDK plugin/set.go). */
export const defaultName = '-packer-default-plugin-name-';

/** What a name or `package.Name` is bound to: undefined for a parameter, for a variable that is set again, for a function or type, and for what is not in this module. */
export function boundTo(read: Read, scope: Scope, x: X): Bound | undefined {
	const found = denoted(read, scope, x);
	if (found?.kind === 'local') return boundLocal(scope, scope.body.locals[found.local] as Local);
	return found?.dir === undefined ? undefined : read(globalOf, named(found.dir, found.name)) && globalBound(read, found.dir, found.name);
}

function boundLocal(scope: Scope, local: Local): Bound | undefined {
	if ((local.kind !== 'variable' && local.kind !== 'constant') || local.writes.length > 0) return undefined;
	const value = local.init !== undefined && local.nth === undefined ? { value: local.init } : {};
	return { scope, kind: local.kind === 'constant' ? 'const' : 'var', local, ...(local.type ? { type: local.type } : {}), ...value };
}

/** The only declaration of a package variable or constant (`named(dir, name)`) that nothing sets later. */
const globalOf: Fact<{ readonly path: string; readonly value: GoValue } | undefined, string> = (read, key) => {
	const [only, ...more] = read(valuesNamed, key);
	return only === undefined || more.length > 0 || (only.value.kind === 'var' && read(isWritten, key)) ? undefined : only;
};

/** Whether a function of the package assigns to a package variable (`named(dir, name)`). */
const isWritten: Fact<boolean, string> = (read, key) => {
	const { path: dir, decl: name } = partsOf(key);
	return read(goSourcesIn, dir).some(path => read(writtenIn, path).includes(name));
};

/** The names outside their functions that the functions of a file assign to. */
const writtenIn: Fact<readonly string[], string> = (read, path) => {
	const names = new Set<string>();
	for (const scope of scopesIn(read, path)) {
		const target = (x: X) => {
			const expr = exprAt(scope, x);
			if (expr.op === 'ref' && expr.to === undefined) names.add(expr.name);
		};
		for (const statement of scope.body.statements) {
			if (statement.block === -1) continue; // the declaration itself
			if (statement.kind === 'assign' || statement.kind === 'range') statement.targets.forEach(target);
			else if (statement.kind === 'step') target(statement.of);
		}
	}
	return [...names].sort();
};

function globalBound(read: Read, dir: string, name: string): Bound | undefined {
	const found = read(globalOf, named(dir, name));
	const scope = found && scopeOf(read, found.path, found.value.decl);
	if (!found || !scope) return undefined;
	const { value: global } = found;
	const value = declaredValue(read, found.path, global, name)?.value;
	return { scope, kind: global.kind, global, ...(global.type === undefined ? {} : { type: readType(global.type) }), ...(value === undefined ? {} : { value }) };
}

/** What a package variable or constant is declared with; undefined if that is nothing. `value` is undefined if one call gives the values of several names. */
export function declaredValue(read: Read, path: string, global: GoValue, name: string): { readonly scope: Scope; readonly value?: X } | undefined {
	const scope = scopeOf(read, path, global.decl);
	const declaration = scope?.body.statements.find(s => s.kind === 'assign' && s.block === -1);
	const values = declaration?.kind === 'assign' ? declaration.values : [];
	if (!scope || values.length === 0) return undefined;
	const value = values.length === global.names.length ? values[global.names.indexOf(name)] : undefined;
	return { scope, ...(value === undefined ? {} : { value }) };
}

/** A string, and where it is written. `variable` names the package variable that holds it, which a release may set when it links. */
export interface Said {
	readonly value: string;
	readonly place: Place;
	readonly variable?: string;
}

/** The string that an expression stands for; undefined if it is not known without running the plugin. */
export function stringOf(read: Read, scope: Scope, x: X, depth = 0): Said | undefined {
	if (depth > 6) return undefined;
	const place = placeOf(scope, x);
	const expr = exprAt(scope, x);
	if (expr.op === 'literal') return expr.kind === 'string' ? { value: expr.value, place } : undefined;
	if (expr.op === 'binary') {
		const parts = expr.operator === '+' ? expr.of.map(part => stringOf(read, scope, part, depth + 1)?.value) : [undefined];
		return parts.includes(undefined) ? undefined : { value: parts.join(''), place };
	}
	if (expr.op === 'call') return converted(read, scope, x, depth);
	const found = denoted(read, scope, x);
	if (found === undefined) return undefined;
	if (found.kind === 'package' && found.name === 'DEFAULT_NAME' && found.path === `${sdkModule}/plugin`) return { value: defaultName, place };
	const bound = boundTo(read, scope, x);
	if (bound === undefined || bound.local?.addressed) return undefined; // code with its address may change it
	const said = bound.value !== undefined ? stringOf(read, bound.scope, bound.value, depth + 1) : embedded(read, bound);
	const variable = bound.kind === 'var' && found.kind === 'package' ? found.name : undefined;
	return said && (variable === undefined ? said : { ...said, variable });
}

/** `string(x)` and `strings.TrimSpace(x)`. */
function converted(read: Read, scope: Scope, x: X, depth: number): Said | undefined {
	const call = exprAt(scope, x);
	const [argument, ...more] = call.op === 'call' ? call.args : [];
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	if (argument === undefined || more.length > 0 || fn?.kind !== 'package') return undefined;
	const trims = fn.path === 'strings' && fn.name === 'TrimSpace';
	if (!trims && (fn.path !== undefined || fn.name !== 'string')) return undefined;
	const inner = stringOf(read, scope, argument, depth + 1);
	return inner && { ...inner, value: trims ? inner.value.trim() : inner.value };
}

/** The text of the file that `//go:embed` above a package variable names, where it names one. */
function embedded(read: Read, { scope, global, kind, type }: Bound): Said | undefined {
	const isText =
		type !== undefined &&
		((type.kind === 'name' && type.name === 'string') || (type.kind === 'slice' && type.element.kind === 'name' && type.element.name === 'byte'));
	if (global === undefined || kind !== 'var' || !isText) return undefined;
	const [directive] = global.directives.filter(line => line.startsWith('//go:embed '));
	const pattern = directive
		?.slice('//go:embed '.length)
		.trim()
		.replace(/^"(.*)"$/, '$1');
	const path = pattern === undefined ? undefined : join(dirname(scope.path), pattern);
	const value = path === undefined ? undefined : read(text, path);
	return value === undefined || path === undefined ? undefined : { value, place: at(path) };
}
