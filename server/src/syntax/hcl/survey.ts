import type { Node as Syntax, Tree } from 'web-tree-sitter';
import type { HclComment } from './file';
import { mostProblems, type Wrong } from './source';

/** Comments of a syntax tree, and its syntax errors. */
export interface Survey {
	readonly comments: readonly HclComment[];
	readonly problems: readonly Wrong[];
}

/** A node above the one being looked at. A syntax node's own `parent` is not used: beside missing nodes it never returns. */
interface Owner {
	readonly type: string;
	readonly start: number;
}

/** Walks the tree once, in the order of the text and without recursion. */
export function survey(tree: Tree, text: string): Survey {
	const comments: HclComment[] = [];
	const problems: Wrong[] = [];
	const broken = tree.rootNode.hasError;
	if (!broken && !/#|\/\/|\/\*/.test(text)) return { comments, problems };
	const owners: Owner[] = [];
	const cursor = tree.walk();
	let done = 0;
	try {
		for (;;) {
			const owner = { type: cursor.nodeType, start: cursor.startIndex };
			if (owner.type === 'comment') {
				const end = text[cursor.endIndex - 1] === '\r' ? cursor.endIndex - 1 : cursor.endIndex;
				comments.push({ text: text.slice(owner.start, end), start: owner.start, end });
			} else if (broken && problems.length < mostProblems) {
				if (cursor.nodeIsMissing) problems.push(missing(owner, owners, text));
				else if (owner.type === 'ERROR') problems.push(unexpected(cursor.currentNode, owners.at(-1), text, done));
			}
			if (cursor.gotoFirstChild()) {
				owners.push(owner);
				continue;
			}
			done = cursor.endIndex;
			while (!cursor.gotoNextSibling()) if (!owners.pop() || !cursor.gotoParent()) return { comments, problems: problems.filter(isCause) };
		}
	} finally {
		cursor.delete();
	}
}

const unclosed: Readonly<Record<string, string>> = {
	block_end: 'Unclosed configuration block: There is no closing brace for this block before the end of the file.',
	object_end: 'Unterminated object constructor expression: There is no corresponding closing brace before the end of the file.',
	tuple_end: 'Unterminated tuple constructor expression: There is no corresponding closing bracket before the end of the file.',
	quoted_template_end: 'Unterminated template string: No closing marker was found for the string.',
	heredoc_identifier: 'Unterminated template string: No closing marker was found for the string.',
	template_interpolation_end: 'Unclosed template interpolation sequence: There is no closing brace for this interpolation sequence before the end of the file.',
};

/** What the parser had to put in: shown at what is not closed, as HCL does. */
function missing({ type, start }: Owner, owners: readonly Owner[], text: string): Wrong {
	const [parent, above] = [owners.at(-1), owners.at(-2)];
	const own = unclosed[type];
	const message = own ?? unclosed[parent?.type ?? ''];
	if (message) return { message, ...lineFrom(text, ((own ? parent : above) ?? { start }).start) };
	return { message: 'Invalid expression: Expected the start of an expression, but found an invalid expression token.', ...lineFrom(text, start) };
}

const badEscape = (text: string, start: number): Wrong => ({
	message: `Invalid escape sequence: ${JSON.stringify(text.slice(start, start + 2))} is not a valid escape sequence.`,
	start,
	end: Math.min(start + 2, text.length),
});

/** A string with a wrong escape in it also looks unterminated: only the escape is wrong. */
const isCause = ({ message, start, end }: Wrong, _: number, all: readonly Wrong[]): boolean =>
	message !== unclosed.quoted_template_end || !all.some(other => other.message.startsWith('Invalid escape') && start < other.start && other.start < end);

const ends: Readonly<Record<string, string>> = { '}': 'brace', ']': 'bracket', ')': 'parenthesis' };

/** What the grammar has no place for. The parser often takes all up to the end: what stands wrong is where that begins. */
function unexpected(error: Syntax, owner: Owner | undefined, text: string, done: number): Wrong {
	const children = error.children;
	const rest = children.findIndex((child, index) => child.type === 'heredoc_identifier' && children[index - 1]?.type !== 'heredoc_start');
	const before = rest < 0 ? children : children.slice(0, rest);
	const stray = before.every(child => child.text in ends) ? before[0] : undefined;
	const at = rest < 0 ? error.startIndex : (stray?.startIndex ?? before.at(-1)?.endIndex ?? done);
	const gap = (/^\s*/.exec(text.slice(at)) as RegExpExecArray)[0].length;
	const from = at + gap < text.length ? at + gap : at;
	const char = text[from] ?? '';
	const last = before.at(-1)?.type;
	if (char === '\\') return badEscape(text, from);
	const place = lineFrom(text, from);
	if (children.some((child, index) => child.type === 'heredoc_identifier' && children[index - 1]?.type === 'heredoc_start')) {
		return { message: unclosed.heredoc_identifier as string, ...place };
	}
	if (rest < 0 && before.some(child => child.type === 'block_start')) return { message: unclosed.block_end as string, ...place };
	if (rest >= 0 && before.some(child => child.type === 'tuple_start')) {
		return { message: 'Missing item separator: Expected a comma to mark the beginning of the next item.', ...place };
	}
	if (last === '=' || last === 'expression' || owner?.type === 'attribute') {
		return { message: 'Invalid expression: Expected the start of an expression, but found an invalid expression token.', ...place };
	}
	if (char in ends) return { message: `Argument or block definition required: Nothing is open that this closing ${ends[char]} could close.`, ...place };
	if (last === 'identifier' || last === 'string_lit') {
		return { message: 'Invalid block definition: Either a quoted string block label or an opening brace ("{") is expected here.', ...place };
	}
	return { message: 'Argument or block definition required: An argument or block definition is required here.', ...place };
}

/** From an offset to the end of its line, without the spaces there. */
function lineFrom(text: string, start: number): { start: number; end: number } {
	const newline = text.indexOf('\n', start);
	const end = start + text.slice(start, newline < 0 ? text.length : newline).trimEnd().length;
	return { start, end };
}
