import type { GoBinding, GoFile, GoText } from '../../syntax/go/file';
import { splitTopLevel } from '../../syntax/go/parameters';
import { isString, unquote } from '../../syntax/go/unquote';
import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { dirname, join } from '../core/paths';
import { sdkModule } from '../plugin/module';
import { goFile, goSourcesIn, mentions } from './go';
import { importedAs } from './packages';

/** Where an expression stands: its file, and the index in `functions` of the declaration it stands in, -1 at package level. */
export interface Scope {
	readonly path: string;
	readonly file: GoFile;
	readonly within: number;
}

/** What a name is bound to: the binding, where it stands, and the one of its values that the name gets. */
export interface Bound {
	readonly scope: Scope;
	readonly binding: GoBinding;
	readonly value?: GoText;
}

/** The value of plugin.DEFAULT_NAME (SDK plugin/set.go). */
export const defaultName = '-packer-default-plugin-name-';

/** What a name means where it is used: undefined for a parameter, for a variable that is set twice, and for what is not in this module. */
export function boundTo(read: Read, scope: Scope, name: string): Bound | undefined {
	const [qualifier, member] = name.split('.', 2) as [string, string?];
	if (member !== undefined) {
		const dir = importedAs(read, scope.file, qualifier)?.dir;
		return dir === undefined || local(scope, qualifier).length > 0 ? undefined : inPackage(read, dir, member);
	}
	const own = scope.file.functions[scope.within];
	const taken = [...(own?.parameters ?? []), ...(own?.results ?? [])].some(p => p.name === name) || own?.receiver?.name === name;
	if (taken) return undefined;
	const here = local(scope, name);
	if (here.length > 0) return here.length === 1 ? bound(scope, here[0] as GoBinding, name) : undefined;
	return inPackage(read, dirname(scope.path), name);
}

/** A string, and where it is written. `variable` names the package variable that holds it, which a release may set when it links. */
export interface Said {
	readonly value: string;
	readonly place: Place;
	readonly variable?: string;
}

/** The string that an expression stands for; undefined where it is not known without running the plugin. */
export function stringOf(read: Read, scope: Scope, expression: GoText, depth = 0): Said | undefined {
	const place = at(scope.path, expression.node);
	const source = expression.text;
	if (isString(source)) return { value: unquote(source), place };
	if (depth > 6) return undefined;
	const parts = addends(source);
	if (parts.length > 1) {
		const values = parts.map(part => stringOf(read, scope, { text: part, node: expression.node }, depth + 1)?.value);
		return values.includes(undefined) ? undefined : { value: values.join(''), place };
	}
	const [, , wrapped] = /^(strings\.TrimSpace|string)\((.+)\)$/s.exec(source) ?? [];
	if (wrapped !== undefined) {
		const inner = stringOf(read, scope, { text: wrapped, node: expression.node }, depth + 1);
		return inner && { ...inner, value: source.startsWith('strings') ? inner.value.trim() : inner.value };
	}
	if (!/^\w+(?:\.\w+)?$/.test(source)) return undefined;
	if (isDefaultName(read, scope, source)) return { value: defaultName, place };
	const found = boundTo(read, scope, source);
	if (found === undefined || found.binding.kind === 'range') return undefined;
	const said = found.value ? stringOf(read, found.scope, found.value, depth + 1) : embedded(read, found);
	const variable = found.binding.kind === 'var' && found.scope.within === -1 ? source.split('.').at(-1) : undefined;
	return said && (variable === undefined ? said : { ...said, variable });
}

const isDefaultName = (read: Read, { file }: Scope, source: string) =>
	/^\w+\.DEFAULT_NAME$/.test(source) && importedAs(read, file, source.split('.')[0] as string)?.path === `${sdkModule}/plugin`;

/** The operands of `a + b`; splitTopLevel knows strings and brackets. */
const addends = (source: string) =>
	/["`\w)]\s*\+\s*["`\w(]/.test(source)
		? splitTopLevel(source.replace(/("(?:[^"\\]|\\.)*"|`[^`]*`)|,|\+/g, (token, string) => string ?? (token === '+' ? ',' : '\0')))
		: [source];

/** The bindings of a name in the function of a scope. */
const local = ({ file, within }: Scope, name: string) =>
	within === -1 ? [] : file.bindings.filter(b => b.within === within && b.names.some(n => n.text === name));

function inPackage(read: Read, dir: string, name: string): Bound | undefined {
	let found: Bound | undefined;
	for (const path of read(goSourcesIn, dir)) {
		const file = read(mentions, `${path}\0${name}`) ? read(goFile, path) : undefined;
		for (const binding of file?.bindings ?? []) {
			if (!file || !binding.names.some(n => n.text === name)) continue;
			if (binding.within !== -1) {
				const shadowed = file.bindings.some(b => b.within === binding.within && b.kind !== 'assign' && b.names.some(n => n.text === name));
				if (binding.kind === 'assign' && !shadowed) return undefined;
			} else if (found) return undefined;
			else found = bound({ path, file, within: -1 }, binding, name);
		}
	}
	return found;
}

function bound(scope: Scope, binding: GoBinding, name: string): Bound {
	const value =
		binding.kind === 'range' || binding.names.length !== binding.values.length ? undefined : binding.values[binding.names.findIndex(n => n.text === name)];
	return { scope, binding, ...(value ? { value } : {}) };
}

/** The text of the file that `//go:embed` above a package variable names, where it names one. */
function embedded(read: Read, { scope, binding }: Bound): Said | undefined {
	if (binding.kind !== 'var' || binding.within !== -1 || !['string', '[]byte'].includes(binding.type ?? '')) return undefined;
	const { directives, bindings } = scope.file;
	const previous = bindings[bindings.indexOf(binding) - 1]?.node ?? -1;
	const directive = directives.find(d => d.node < binding.node && d.node > previous && d.text.startsWith('//go:embed '));
	const path =
		directive &&
		join(
			dirname(scope.path),
			directive.text
				.slice('//go:embed '.length)
				.trim()
				.replace(/^"(.*)"$/, '$1'),
		);
	const value = path === undefined ? undefined : read(text, path);
	return value === undefined || path === undefined ? undefined : { value, place: at(path) };
}
