import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { goFile, goSpans } from '../facts/go/go';
import { entry, isEntryBroken } from '../facts/plugin/entry';
import { modulePath, sdkModule } from '../facts/plugin/module';
import { registrations } from '../facts/plugin/registrations';
import { type Edit, insertLineAfter, insertLineBefore } from '../text/edit';
import { type Node, spanOf } from '../text/nodes';
import { at } from '../text/place';
import { registration } from './go/main';
import type { Part } from './part';
import type { Refused } from './result';

type GoFile = NonNullable<ReturnType<typeof goFile>>;

/** Where a new registration goes: below a line of a file, on the set that has this name there. */
interface Anchor {
	readonly path: string;
	readonly node: Node;
	readonly set: string;
}

/** The edits by which a component is registered and its package imported. */
export function registering(read: Read, part: Part): { readonly edits: readonly Edit[] } | Refused {
	if (read(isEntryBroken)) return { refused: 'The package that registers the components has a syntax error. Mend it first.' };
	const anchor = anchorOf(read, part);
	const file = anchor && read(goFile, anchor.path);
	if (anchor === undefined || file === undefined)
		return {
			refused: `Nothing here makes a plugin set and keeps it in a variable, so that the new component could be registered with it. Use plugin.NewSet() in package main, as Packer's documentation has it.`,
		};
	const path = `${read(modulePath)}/${part.dir}`;
	const name = isTaken(file, part.package) ? `${part.package}${part.type}` : part.package;
	const sdk = file.imports.find(i => i.path === `${sdkModule}/plugin`)?.name ?? 'plugin';
	const spec = `${name === part.package ? '' : `${name} `}"${path}"`;
	return { edits: [importing(read, anchor.path, file, path, spec), insertLineAfter(at(anchor.path, anchor.node), registration(anchor.set, sdk, part, name))] };
}

/** Below the last registration of the kind, or else of any; below the line that makes the set where there is none, or it stands in a branch. */
function anchorOf(read: Read, { kind }: Part): Anchor | undefined {
	const [set] = read(entry)?.sets ?? [];
	if (set === undefined) return undefined;
	const held = read(goFile, set.path)?.bindings.findLast(
		b => b.within === set.call.within && b.names.length === 1 && b.values[0]?.text === `${set.call.callee.text}()`,
	);
	const name = held?.names[0]?.text;
	const made: Anchor | undefined = held && name !== undefined && set.call.within !== -1 ? { path: set.path, node: held.node, set: name } : undefined;
	const calls = read(registrations).flatMap(({ kind, legacy, path, place, receiver }) => {
		const call = legacy ? undefined : read(goFile, path)?.calls.find(c => c.node === place.node && c.callee.text.startsWith(`${receiver}.`));
		return call === undefined ? [] : [{ kind, path, node: call.node, set: receiver }];
	});
	const last = calls.findLast(call => call.kind === kind) ?? calls.at(-1);
	if (last === undefined) return made;
	return made === undefined || last.path !== made.path || indent(read, last) === indent(read, made) ? last : made;
}

function indent(read: Read, { path, node }: Anchor): string {
	const source = read(text, path) ?? '';
	const start = spanOf(read(goSpans, path) ?? [], node)?.start ?? 0;
	return /^[ \t]*/.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
}

const isTaken = ({ imports, bindings, functions, types }: GoFile, name: string) =>
	imports.some(i => (i.name ?? i.path.split('/').at(-1)) === name) ||
	bindings.some(b => b.names.some(n => n.text === name)) ||
	[...functions, ...types].some(one => one.name === name);

/** Among the imports of the module itself, in the order that gofmt keeps; else among those of other modules. */
function importing(read: Read, path: string, { imports }: GoFile, added: string, spec: string): Edit {
	const own = imports.filter(i => i.path.startsWith(`${read(modulePath)}/`));
	const others = imports.filter(i => i.path.split('/', 1)[0]?.includes('.'));
	const among = own.length > 0 ? own : others.length > 0 ? others : imports;
	const next = among.find(i => i.path > added);
	const beside = next ?? among.at(-1);
	const node = beside?.node as Node;
	const alone = /^import\b/.test(lineAt(read, path, node));
	return (next === undefined ? insertLineAfter : insertLineBefore)(at(path, node), alone ? `import ${spec}` : spec);
}

function lineAt(read: Read, path: string, node: Node): string {
	const source = read(text, path) ?? '';
	const start = spanOf(read(goSpans, path) ?? [], node)?.start ?? 0;
	return source.slice(source.lastIndexOf('\n', start - 1) + 1, start + 1);
}
