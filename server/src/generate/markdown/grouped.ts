import { attributesOf, tagOf } from '../../facts/config/fields';
import { configStructs, specDirectivesIn } from '../../facts/config/structs';
import type { Fact, Read } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { dirname } from '../../facts/core/paths';
import { goFile } from '../../facts/go/file';
import { locate } from '../../facts/places/locate';
import { type GoType, nodes } from '../../syntax/go/file';
import { readOutline } from '../../syntax/go/outline/read';
import { applyEdits, create, type Edit, replace } from '../../text/edit';
import { at, type Place } from '../../text/place';
import { partialStaleness } from '../stale/documents';
import { expectedPartials, partialsOf } from './partials';

/** The types of a declaration `type ( A …; B … )`, and those of which struct-markdown documents no options, as it reads only the first. */
export interface Grouped {
	readonly path: string;
	readonly types: readonly [GoType, ...GoType[]];
	readonly unread: ReadonlyArray<{ readonly name: string; readonly place: Place }>;
}

/** The groups of types in a Go file in which struct-markdown leaves out options of configuration structs (SDK struct-markdown Run). */
export const groupedIn: Fact<readonly Grouped[], string> = (read, path) => {
	const { types = [] } = read(goFile, path) ?? {};
	if (types.every(({ index }) => index === 0)) return [];
	const made = read(expectedPartials, path);
	if (made === undefined || made.unknown || made.conditional) return [];
	const groups: [GoType, ...GoType[]][] = [];
	for (const type of types) {
		if (type.index === 0) groups.push([type]);
		else groups.at(-1)?.push(type);
	}
	return groups.flatMap(types => {
		const unread = types.filter(type => type.index > 0 && hasOptions(type) && isConfiguration(read, path, type));
		const places = unread.map(({ name, decl }) => ({ name, place: at(path, nodes.type.name, decl) }));
		return unread.length === 0 ? [] : [{ path, types, unread: places }];
	});
};

const hasOptions = ({ fields = [] }: GoType): boolean =>
	fields.some(
		field => field.names.length > 0 && !['', '-'].includes(tagOf(field, 'mapstructure')?.split(',')[0] ?? '') && tagOf(field, 'undocumented') !== 'true',
	);

/** Whether templates can set the fields of a struct: packer-sdc makes its Flat type, or a component squashes it. */
const isConfiguration = (read: Read, path: string, { name }: GoType): boolean =>
	read(specDirectivesIn, dirname(path)).some(({ types }) => types.includes(name)) ||
	read(configStructs).some(({ type }) => attributesOf(read, type).some(({ struct }) => struct.path === path && struct.type === name));

/**
 * The edits that declare each type of a group on its own, and write the partials that are made of them then; none where the group is written in a way that
 * we cannot take apart. Reads offsets: for fixes only.
 */
export function ungrouping(read: Read, { path, types: [first, ...others] }: Grouped): readonly Edit[] {
	const place = at(path, nodes.type.declaration, first.decl);
	const source = read(text, path) ?? '';
	const whole = locate(read, place);
	const starts = [first, ...others].map(({ decl }) => locate(read, at(path, nodes.type.whole, decl)).start);
	const apart = takenApart(
		source.slice(whole.start, whole.end),
		starts.map(start => start - whole.start),
	);
	if (apart === undefined) return [];
	const { file, docs } = readOutline(applyEdits(source, [{ span: whole, text: apart }]));
	const made = partialsOf(path, file.types, docs);
	const before = read(partialStaleness, path).files;
	const isStale = (of: string) => before.some(one => one.path === of && one.state !== 'same');
	const partials = ('message' in made ? [] : made).filter(one => !isStale(one.path) && before.find(({ path }) => path === one.path)?.expected !== one.text);
	return [replace(place, apart), ...partials.map(partial => create(partial.path, partial.text, { overwrite: true }))];
}

/** A group of types with each declared on its own, by where each starts; undefined where lines cannot be moved to the left, or gofmt aligns them. */
function takenApart(group: string, starts: readonly number[]): string | undefined {
	const lines = group.split('\n');
	const heads = new Set(starts.map(start => group.slice(0, start).split('\n').length - 1));
	if (!/^type \($/.test(lines[0] as string) || lines.at(-1) !== ')' || heads.size < starts.length || heads.has(0)) return undefined;
	const inner = lines.slice(1, -1);
	if (inner.some(line => (line !== '' && !line.startsWith('\t')) || line.includes('/*') || line.split('`').length % 2 === 0)) return undefined;
	const out: string[] = [];
	let comments = 0; // how many lines of comments stand directly above
	for (const [i, line] of inner.entries()) {
		const moved = line.slice(1);
		if (heads.has(i + 1)) {
			if (/\/\//.test(moved)) return undefined;
			const above = out.length - comments;
			if (above > 0 && out[above - 1] !== '') out.splice(above, 0, '');
			out.push(`type ${moved.replace(/^(\w+) +/, '$1 ')}`);
		} else out.push(moved);
		comments = moved.startsWith('//') ? comments + 1 : 0;
	}
	return out.join('\n');
}
