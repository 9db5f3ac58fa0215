import type { HclFile } from '../../syntax/hcl/file';
import { parseHcl } from '../../syntax/hcl/parse';
import type { NodeSpans } from '../../text/nodes';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { grammars } from '../core/inputs';

/** An HCL file parsed; undefined if there is none. */
const parsed: Fact<{ file: HclFile; spans: NodeSpans } | undefined, string> = (read, path) => {
	const source = read(text, path);
	const loaded = read(grammars);
	return source === undefined || loaded === undefined ? undefined : parseHcl(loaded.hcl, source);
};

/** What an HCL file says. */
export const hclFile: Fact<HclFile | undefined, string> = (read, path) => read(parsed, path)?.file;

/** Where the nodes of an HCL file stand. */
export const hclSpans: Fact<NodeSpans | undefined, string> = (read, path) => read(parsed, path)?.spans;

/** Whether each two of some nodes, which follow each other, have a line end between them or within the first: by `path\0node,node,…`. */
export const onLinesOfTheirOwn: Fact<boolean, string> = (read, key) => {
	const [path, nodes] = key.split('\0', 2) as [string, string];
	const source = read(text, path) ?? '';
	const spans = read(hclSpans, path) ?? [];
	const starts = nodes.split(',').map(node => spans[Number(node) * 2] ?? 0);
	return starts.slice(1).every((start, i) => source.slice(starts[i], start).includes('\n'));
};

/** Whether a node stands on one line, by `path\0node`. */
export const onOneLine: Fact<boolean, string> = (read, key) => {
	const [path, node] = key.split('\0', 2) as [string, string];
	const spans = read(hclSpans, path) ?? [];
	return !(read(text, path) ?? '').slice(spans[Number(node) * 2], spans[Number(node) * 2 + 1]).includes('\n');
};
