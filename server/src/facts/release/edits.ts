import type { YamlMap, YamlValue } from '../../syntax/yaml/file';
import { get } from '../../syntax/yaml/lookup';
import { append, type Edit, insertBefore, replace } from '../../text/edit';
import { type Node, spanOf } from '../../text/nodes';
import { at, type Place } from '../../text/place';
import { nodeIn, yamlSource, yamlSpans } from '../ci/yaml';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { root } from './config';
import type { Template } from './plan/option';

/** Replaces the text of a template, in the quotes that it has. */
export function setTemplate(read: Read, { scalar, place }: Template, to: string): Edit[] {
	if (scalar === undefined) return [];
	if (scalar.style === 'single' || scalar.style === 'double') return [replace(at(place.path, scalar.contentNode), to)];
	const end = /\s*$/.exec(read(yamlSource, nodeIn(place.path, scalar.node)) ?? '')?.[0] ?? '';
	return [replace(at(place.path, scalar.node), `'${to}'${end}`)];
}

/** Adds `key: 'value'` as the first key of a mapping, written as the mapping is. */
export const addKey = (read: Read, path: string, map: YamlMap, key: string, value: string): Edit[] => addRaw(read, path, map, `${key}: '${value}'`);

/** Adds an entry as the first of a mapping, written as the mapping is. */
export function addRaw(read: Read, path: string, map: YamlMap, entry: string): Edit[] {
	const first = map.entries[0];
	if (first === undefined) return [];
	const { before, line } = around(read, path, first.keyNode);
	const flow = /[{,]$/.test(before.trimEnd());
	return [insertBefore(at(path, first.keyNode), `${entry}${flow ? ', ' : `\n${' '.repeat(line.length)}`}`)];
}

/** Adds a section at the end of the config; nothing if the key is there, as two would not do. */
export const addSection = (read: Read, path: string, section: string): Edit[] => {
	const source = read(text, path) ?? '';
	return [append(path, `${source === '' || source.endsWith('\n') ? '' : '\n'}${section}`)];
};

/** What stands before a node: all, and on its line. */
function around(read: Read, path: string, node: Node): { before: string; line: string } {
	const spans = read(yamlSpans, path);
	const before = (read(text, path) ?? '').slice(0, (spans && spanOf(spans, node)?.start) ?? 0);
	return { before, line: before.slice(before.lastIndexOf('\n') + 1) };
}

/** The place of a part of a template, where the file holds it as it is; else that of the whole. */
export function partOfTemplate(read: Read, { scalar, place, text: whole }: Template, from: number, to: number): Place {
	if (scalar === undefined) return place;
	const key = nodeIn(place.path, scalar.contentNode);
	return read(yamlSource, key) === whole ? { ...at(place.path, scalar.contentNode), from, to } : place;
}

/** A section of the config, where it is a mapping. */
export const sectionOf = (read: Read, key: string): YamlMap | undefined => asMap(get(read(root)?.value, key));

/** A value as a mapping. */
export const asMap = (value: YamlValue | undefined): YamlMap | undefined => (value?.kind === 'map' ? value : undefined);
