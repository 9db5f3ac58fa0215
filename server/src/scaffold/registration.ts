import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { scopesIn, statementPlace } from '../facts/go/body';
import { scopeAt } from '../facts/go/calls';
import { goFile } from '../facts/go/file';
import { locate } from '../facts/places/locate';
import { entry, isEntryBroken } from '../facts/plugin/entry';
import { modulePath, sdkModule } from '../facts/plugin/module';
import { registrations } from '../facts/plugin/registrations';
import { type Edit, insertLineAfter, insertLineBefore } from '../text/edit';
import { at, type Place } from '../text/place';
import { registration } from './go/main';
import type { Part } from './part';
import type { Refused } from './result';

type GoFile = NonNullable<ReturnType<typeof goFile>>;

/** The place of a new registration: below a line of a file, on the set with this name. */
interface Anchor {
	readonly place: Place;
	readonly set: string;
}

/** The edits that register a component and import its package. */
export function registering(read: Read, part: Part): { readonly edits: readonly Edit[] } | Refused {
	if (read(isEntryBroken)) return { refused: 'The package that registers the components has a syntax error. Fix it first.' };
	const anchor = anchorOf(read, part);
	const file = anchor && read(goFile, anchor.place.path);
	if (anchor === undefined || file === undefined)
		return {
			refused: 'No variable holds a plugin set, so the component cannot be registered. Call `plugin.NewSet()` in package main.',
		};
	const path = `${read(modulePath)}/${part.dir}`;
	const name = isTaken(read, anchor.place.path, file, part.package) ? `${part.package}${part.type}` : part.package;
	const sdk = file.imports.find(i => i.path === `${sdkModule}/plugin`)?.name ?? 'plugin';
	const spec = `${name === part.package ? '' : `${name} `}"${path}"`;
	return { edits: [importing(read, anchor.place.path, file, path, spec), insertLineAfter(anchor.place, registration(anchor.set, sdk, part, name))] };
}

/** Below the last registration of the kind, else of any kind; below the line that creates the set if there is none or it is in a branch. */
function anchorOf(read: Read, { kind }: Part): Anchor | undefined {
	const [set] = read(entry)?.sets ?? [];
	if (set === undefined) return undefined;
	const scope = scopeAt(read, set);
	const holder = scope.body.locals.find(local => local.init === set.x && local.nth === undefined);
	const held = scope.body.statements.findLastIndex(s => s.kind === 'assign' && s.values.includes(set.x));
	const made: Anchor | undefined = holder && held !== -1 ? { place: statementPlace(scope, held), set: holder.name } : undefined;
	const calls = read(registrations).flatMap(({ kind, legacy, value, call, place, receiver }) =>
		legacy || value.path !== call.path || value.decl !== call.decl ? [] : [{ kind, place, set: receiver }],
	);
	const last = calls.findLast(call => call.kind === kind) ?? calls.at(-1);
	if (last === undefined) return made;
	return made === undefined || last.place.path !== made.place.path || indent(read, last.place) === indent(read, made.place) ? last : made;
}

const indent = (read: Read, place: Place) => /^[ \t]*/.exec(lineAt(read, place))?.[0] ?? '';

const isTaken = (read: Read, path: string, { imports, values, functions, types }: GoFile, name: string) =>
	imports.some(i => (i.name ?? i.path.split('/').at(-1)) === name) ||
	values.some(value => value.names.includes(name)) ||
	[...functions, ...types].some(one => one.name === name) ||
	scopesIn(read, path).some(({ body }) => body.locals.some(local => local.name === name));

/** Among the imports of the module itself, in gofmt's order; else among those of other modules. */
function importing(read: Read, path: string, { imports }: GoFile, added: string, spec: string): Edit {
	const own = imports.filter(i => i.path.startsWith(`${read(modulePath)}/`));
	const others = imports.filter(i => i.path.split('/', 1)[0]?.includes('.'));
	const among = own.length > 0 ? own : others.length > 0 ? others : imports;
	const next = among.find(i => i.path > added);
	const beside = next ?? among.at(-1);
	const place = at(path, beside?.node);
	const alone = /^import\b/.test(lineAt(read, place));
	return (next === undefined ? insertLineAfter : insertLineBefore)(place, alone ? `import ${spec}` : spec);
}

/** The line where a place starts. */
function lineAt(read: Read, place: Place): string {
	const source = read(text, place.path) ?? '';
	const { start } = locate(read, place);
	return source.slice(source.lastIndexOf('\n', start - 1) + 1, start + 1);
}
