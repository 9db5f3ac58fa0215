import type { YamlComment, YamlFile } from '../../syntax/yaml/file';
import { parseYaml } from '../../syntax/yaml/parse';
import { type Node, type NodeSpans, spanOf } from '../../text/nodes';
import type { Fact } from '../core/database';
import { text } from '../core/files';

const parsedYaml: Fact<{ file: YamlFile; spans: NodeSpans; comments: readonly YamlComment[] } | undefined, string> = (read, path) => {
	const source = read(text, path);
	return source === undefined ? undefined : parseYaml(source);
};

/** What a YAML file says; undefined if there is none. */
export const yamlFile: Fact<YamlFile | undefined, string> = (read, path) => read(parsedYaml, path)?.file;

/** Where the nodes of a YAML file stand. */
export const yamlSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(parsedYaml, path)?.spans;

/** The key of a node in a file. */
export const nodeIn = (path: string, node: Node): string => `${path}\0${node}`;

/**
 * What a node looks like in the file (`nodeIn(path, node)`), quotes and all. Where that is the text of a scalar's content,
 * offsets in the text are offsets in the file.
 */
export const yamlSource: Fact<string | undefined, string> = (read, key) => {
	const [path, node] = key.split('\0', 2) as [string, string];
	const spans = read(yamlSpans, path);
	const span = spans && spanOf(spans, Number(node) as Node);
	return span && read(text, path)?.slice(span.start, span.end);
};
