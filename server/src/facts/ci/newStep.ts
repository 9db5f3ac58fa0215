import { type Edit, insertBefore } from '../../text/edit';
import { spanOf } from '../../text/nodes';
import type { Read } from '../core/database';
import { text } from '../core/files';
import type { Step } from './workflow';
import { yamlSpans } from './yaml';

/** The edit that puts the lines of a step above another step, indented as that one is; undefined where we cannot write it. */
export function stepBefore(read: Read, path: string, step: Step, lines: readonly string[]): Edit | undefined {
	const source = read(text, path) ?? '';
	const spans = read(yamlSpans, path);
	const span = spans && spanOf(spans, step.node.node);
	const dash = span && /-[ \t]*(?:\r?\n[ \t]*)?$/.exec(source.slice(0, span.start))?.index;
	if (dash === undefined) return undefined;
	const margin = source.slice(source.lastIndexOf('\n', dash - 1) + 1, dash);
	return /^[ \t]*$/.test(margin) ? insertBefore({ path, from: dash, to: dash }, lines.map(line => `${line}\n${margin}`).join('')) : undefined;
}
