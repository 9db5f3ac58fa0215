import type { Parser } from 'web-tree-sitter';
import { NodeTable, type Parsed } from '../../text/nodes';
import { readBody } from './body';
import type { HclComment, HclFile } from './file';
import { Source } from './source';
import { survey } from './survey';

/** A file longer than this (in UTF-16 code units) is not read. */
const longest = 256_000;
/** A file with more brackets within brackets than this is not read either: the grammar's scanner keeps no more. */
const deepestBrackets = 120;

/** What an HCL file says. `parser` must have the HCL language set. Never throws: what is wrong is in `problems`. */
export function parseHcl(parser: Parser, text: string): Parsed<HclFile> & { readonly comments: readonly HclComment[] } {
	const table = new NodeTable();
	const nothing = (message: string) => ({
		file: { body: { attributes: [], blocks: [] }, problems: [{ message, node: table.add(0, 0) }] },
		spans: table.spans,
		comments: [],
	});
	if (text.length > longest) return nothing('File too large: it is not read.');
	if (bracketsOf(text) > deepestBrackets) return nothing('Nested too deeply: the file is not read.');
	const tree = treeOf(parser, text);
	if (!tree) return nothing('Invalid file: it could not be read.');
	try {
		const { comments, problems } = survey(tree, text);
		const source = new Source(text, table, comments);
		const body = readBody(source, tree.rootNode, 0);
		return { file: { body, problems: source.allProblems(problems) }, spans: table.spans, comments };
	} catch {
		return nothing('Invalid file: it could not be read.');
	} finally {
		tree.delete();
	}
}

/** How deep brackets stand in brackets, wherever they stand: strings and comments count, which hardly ever matters. */
function bracketsOf(text: string): number {
	let [depth, most] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at) | 0x20;
		if (code === 0x7b || text[at] === '(') most = Math.max(most, ++depth);
		else if ((code === 0x7d || text[at] === ')') && depth > 0) depth--;
	}
	return most;
}

function treeOf(parser: Parser, text: string) {
	try {
		parser.reset();
		return parser.parse(text);
	} catch {
		return null;
	}
}
