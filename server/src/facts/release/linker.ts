import type { X } from '../../syntax/go/body/body';
import type { Place } from '../../text/place';
import { textOfKnown } from '../ci/environment';
import type { Fact, Read } from '../core/database';
import type { Scope } from '../go/body';
import { isBroken } from '../go/broken';
import { packageClause, valuesNamed } from '../go/packages';
import { exprAt } from '../go/resolve';
import { goSourcesIn } from '../go/sources';
import { named } from '../go/symbols';
import { isPredeclared } from '../go/typeOf';
import { boundTo, declaredValue } from '../go/values';
import { directoryOf, goMod, modulePath } from '../plugin/module';
import { type Build, builds, mainDirectory } from './builds';
import { partOfTemplate } from './edits';
import { generalFields, variable } from './environment';
import type { Template } from './plan/option';
import { evaluate, gap } from './template/evaluate';

/**
 * What `-X` makes of a name (cmd/link): `set` where it works; else why it does nothing: no such package or variable, one that is a constant,
 * not a string, or computed when the plugin starts.
 */
export type Effect = 'set' | 'no-package' | 'no-variable' | 'constant' | 'not-string' | 'computed' | 'unknown';

/** One `-X path.name=value` of a build. */
export interface LinkerFlag {
	readonly build: Build;
	readonly template: Template;
	/** `github.com/acme/packer-plugin-acme/version.Version`, templates put in. */
	readonly target: string;
	/** As the config writes it, and where. */
	readonly written: string;
	readonly place: Place;
	/** Where `written` starts in the template's text. */
	readonly offset: number;
	readonly value: string;
	readonly effect: Effect;
}

/** Every `-X` of the builds, in their order. */
export const linkerFlags: Fact<readonly LinkerFlag[]> = read =>
	(read(builds) ?? []).flatMap(build => build.ldflags.flatMap(template => flagsIn(read, build, template)));

/** `-X a.b=c`, `-X=a.b=c`, `-X 'a.b=c d'`; a template in the target holds no `=`. */
const flag = /(?:^|[\s'"])--?X(?:=|\s+)(['"]?)((?:\{\{[^}]*\}\}|[^\s='"{])+)=((?:\{\{[^}]*\}\}|[^\s'"])*)/g;

function flagsIn(read: Read, build: Build, template: Template): LinkerFlag[] {
	return [...template.text.matchAll(flag)].flatMap(match => {
		const [whole, , written = '', value = ''] = match;
		const result = evaluate(written, { fields: generalFields(read), env: name => textOfKnown(read(variable, name).known) }, true);
		if (result === undefined || 'fails' in result || result.text.includes(gap)) return [];
		const offset = match.index + whole.length - value.length - 1 - written.length;
		const place = partOfTemplate(read, template, offset, offset + written.length);
		return [{ build, template, target: result.text, written, place, offset, value, effect: effectOf(read, build.main, result.text) }];
	});
}

/** What `-X target=…` does where `main` is built: a directory or a Go file. */
export function effectOf(read: Read, main: string, target: string): Effect {
	const dot = target.lastIndexOf('.');
	const [path, name] = [target.slice(0, dot), target.slice(dot + 1)];
	if (dot === -1 || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return 'unknown';
	const dir = path === 'main' ? mainDirectory({ main }) : read(directoryOf, path);
	if (dir === undefined) return path === 'main' || isElsewhere(read, path) ? 'unknown' : 'no-package';
	const files = read(goSourcesIn, dir);
	// A path that is `main`'s own names nothing: the linker knows that package as `main`.
	if (files.length === 0 || (path !== 'main' && files.some(file => read(packageClause, file) === 'main'))) return path === 'main' ? 'unknown' : 'no-package';
	return variableEffect(read, dir, files, name);
}

/** Whether an import path may be of another module: one that go.mod requires, or the standard library. */
function isElsewhere(read: Read, path: string): boolean {
	const mod = read(goMod);
	if (mod === undefined || mod.problems.length > 0 || read(modulePath) === undefined) return true;
	const within = (module: string) => path === module || path.startsWith(`${module}/`);
	return !path.split('/')[0]?.includes('.') || mod.requires.some(r => within(r.path));
}

function variableEffect(read: Read, dir: string, files: readonly string[], name: string): Effect {
	const [declared] = read(valuesNamed, named(dir, name));
	if (declared === undefined) return files.some(path => read(isBroken, path)) ? 'unknown' : 'no-variable';
	const { path, value: global } = declared;
	if (read(isBroken, path)) return 'unknown';
	if (global.kind === 'const') return 'constant';
	if (global.type !== undefined && global.type !== 'string') return 'not-string';
	const found = declaredValue(read, path, global, name);
	if (found === undefined) return global.directives.some(line => line.startsWith('//go:embed ')) ? 'computed' : 'set';
	return found.value === undefined ? 'computed' : ofValue(read, found.scope, found.value);
}

function ofValue(read: Read, scope: Scope, x: X): Effect {
	const expr = exprAt(scope, x);
	if (expr.op === 'literal') return expr.kind === 'string' ? 'set' : 'not-string';
	if (expr.op === 'unary') return 'not-string';
	if (isPredeclared(read, scope, x, 'true') || isPredeclared(read, scope, x, 'false')) return 'not-string';
	if (expr.op === 'call') return isPredeclared(read, scope, expr.fn, 'string') ? 'unknown' : 'computed';
	const kind = boundTo(read, scope, x)?.kind;
	return kind === 'const' ? 'set' : kind === 'var' ? 'computed' : 'unknown';
}
