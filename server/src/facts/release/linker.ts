import { isString } from '../../syntax/go/unquote';
import type { Place } from '../../text/place';
import { textOfKnown } from '../ci/environment';
import type { Fact, Read } from '../core/database';
import { dirname, join } from '../core/paths';
import { goFile, goSourcesIn, mentions } from '../go/go';
import { boundTo } from '../go/values';
import { directoryOf, goMod, modulePath } from '../plugin/module';
import { type Build, builds, type Template } from './builds';
import { partOfTemplate } from './edits';
import { generalFields, variable } from './environment';
import { evaluate, gap } from './template/evaluate';

/**
 * What `-X` makes of a name (cmd/link): `set` where it works; else why it does nothing: no such package or variable, one that is a constant,
 * no string, or worked out when the plugin starts.
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
		if (result === undefined || 'missing' in result || result.text.includes(gap)) return [];
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
	const dir = path === 'main' ? mainDirectory(main) : read(directoryOf, path);
	if (dir === undefined) return path === 'main' || isElsewhere(read, path) ? 'unknown' : 'no-package';
	const files = read(goSourcesIn, dir);
	// A path that is `main`'s own names nothing: the linker knows that package as `main`.
	if (files.length === 0 || (path !== 'main' && files.some(file => read(goFile, file)?.package?.text === 'main')))
		return path === 'main' ? 'unknown' : 'no-package';
	return variableEffect(read, files, name);
}

const mainDirectory = (main: string) => (main.includes('{{') ? undefined : join(main.endsWith('.go') ? dirname(main) : main));

/** Whether an import path may be of another module: one that go.mod requires, or the standard library. */
function isElsewhere(read: Read, path: string): boolean {
	const mod = read(goMod);
	if (mod === undefined || mod.problems.length > 0 || read(modulePath) === undefined) return true;
	const within = (module: string) => path === module || path.startsWith(`${module}/`);
	return !path.split('/')[0]?.includes('.') || mod.requires.some(r => within(r.path));
}

function variableEffect(read: Read, files: readonly string[], name: string): Effect {
	for (const path of files) {
		const file = read(mentions, `${path}\0${name}`) ? read(goFile, path) : undefined;
		if (file === undefined) continue;
		if (file.problems.length > 0) return 'unknown';
		const binding = file.bindings.find(b => b.within === -1 && b.names.some(n => n.text === name));
		if (binding === undefined) continue;
		if (binding.kind === 'const') return 'constant';
		if (binding.type !== undefined && binding.type !== 'string') return 'not-string';
		const value = binding.values[binding.names.findIndex(n => n.text === name)]?.text;
		if (value === undefined) return binding.values.length > 0 ? 'computed' : embeds(file.directives, binding.node) ? 'computed' : 'set';
		return ofValue(read, { path, file, within: -1 }, value);
	}
	return 'no-variable';
}

function ofValue(read: Read, scope: Parameters<typeof boundTo>[1], value: string): Effect {
	if (isString(value)) return 'set';
	if (/^-?\d/.test(value) || value === 'true' || value === 'false') return 'not-string';
	if (/^\w+(?:\.\w+)?$/.test(value)) {
		const kind = boundTo(read, scope, value)?.binding.kind;
		return kind === 'const' ? 'set' : kind === 'var' ? 'computed' : 'unknown';
	}
	return /^[\w.]+\(/.test(value) && !value.startsWith('string(') ? 'computed' : 'unknown';
}

/** Whether `//go:embed` stands directly above a variable: nothing else was reported between them. */
const embeds = (directives: readonly { text: string; node: number }[], node: number) =>
	directives.some(d => d.text.startsWith('//go:embed ') && d.node < node && node - d.node <= 4);
