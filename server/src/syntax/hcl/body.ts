import type { Node as Syntax } from 'web-tree-sitter';
import type { HclAttribute, HclBlock, HclBody, HclLabel } from './file';
import type { Source } from './source';
import { stringOf } from './string';
import { deepest, readValue } from './value';

/** Reads the attributes and blocks under a syntax node, through nodes that stand for errors. */
export function readBody(source: Source, parent: Syntax, depth: number): HclBody {
	const attributes: HclAttribute[] = [];
	const blocks: HclBlock[] = [];
	const names = new Set<string>();
	let lineEnd: { what: 'argument' | 'block definition'; at: number } | undefined;

	const visit = (parent: Syntax, level: number): void => {
		for (const child of parent.namedChildren) {
			if (child.type === 'attribute' || child.type === 'block') {
				if (lineEnd && !source.breaks(lineEnd.at, child.startIndex)) {
					const article = lineEnd.what === 'argument' ? 'An' : 'A';
					source.wrong(`Missing newline after ${lineEnd.what}: ${article} ${lineEnd.what} must end with a newline.`, child.startIndex, child.startIndex + 1);
				}
				lineEnd = { what: child.type === 'attribute' ? 'argument' : 'block definition', at: child.endIndex };
			}
			if (child.type === 'attribute') readAttribute(child);
			else if (child.type === 'block') blocks.push(blockOf(source, child, depth));
			else if ((child.type === 'body' || child.isError) && level < deepest) visit(child, level + 1);
		}
	};

	const readAttribute = (child: Syntax): void => {
		const [name, value] = [child.namedChildren.find(part => part.type === 'identifier'), child.namedChildren.find(part => part.type === 'expression')];
		if (!name || !value) return;
		const text = source.slice(name);
		if (names.has(text))
			source.wrong(`Attribute redefined: The argument "${text}" was already set. Each argument may be set only once.`, name.startIndex, name.endIndex);
		if (source.breaks(name.endIndex, value.startIndex)) {
			source.wrong('Invalid expression: Expected the start of an expression on the line of its "=".', name.startIndex, name.endIndex);
		}
		names.add(text);
		attributes.push({ name: text, nameNode: source.nodeOf(name), value: readValue(source, value, depth), node: source.nodeOf(child) });
	};

	visit(parent, 0);
	return { attributes, blocks };
}

function blockOf(source: Source, block: Syntax, depth: number): HclBlock {
	const labels: HclLabel[] = [];
	let [type, open, header]: (Syntax | undefined)[] = [];
	let body: HclBody = { attributes: [], blocks: [] };
	for (const child of block.namedChildren) {
		if (child.type === 'block_start') open = child;
		else if (child.type === 'body' && depth < deepest) body = readBody(source, child, depth + 1);
		else if (child.type === 'body') source.wrong('Nested too deeply: this block is not read.', child.startIndex, child.startIndex);
		else if (!open && (child.type === 'identifier' || child.type === 'string_lit')) {
			header = child;
			if (!type) type = child;
			else labels.push({ text: child.type === 'identifier' ? source.slice(child) : (stringOf(source, child).value ?? ''), node: source.nodeOf(child) });
		}
	}
	if (type && open && source.breaks(type.startIndex, open.startIndex)) {
		source.wrong('Invalid block definition: The block\'s "{" must stand on the line of its header.', type.startIndex, type.endIndex);
	}
	return {
		type: type ? source.slice(type) : '',
		typeNode: source.nodeOf(type ?? block),
		labels,
		body,
		node: source.nodeOf(block),
		headerNode: source.node(block.startIndex, (header ?? block).endIndex),
	};
}
