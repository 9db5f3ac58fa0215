import { NodeTable, type Parsed } from '../../text/nodes';
import { emptyFacts, readDirective } from './directives';
import type { GoModComment, GoModFile } from './file';
import { isMark, lines, type Token } from './lines';

/** What a `go.mod` says, read as the Go modules reference has it. Never throws: what is wrong is in `problems`. */
export function parseGoMod(text: string): Parsed<GoModFile> & { readonly comments: readonly GoModComment[] } {
	const table = new NodeTable();
	const facts = emptyFacts((from, to) => table.add(from, to));
	const comments: GoModComment[] = [];
	let block: { verb: Token; slot: number } | undefined;
	const close = (verb: Token, slot: number, end: number) => {
		facts.blocks[slot] = { verb: verb.value, node: table.add(verb.start, end), verbNode: table.add(verb.start, verb.end) };
	};

	let last = 0;
	for (const { tokens, comment } of lines(text)) {
		if (comment) comments.push(comment);
		const [first, second] = tokens;
		if (!first) continue;
		const { end } = tokens.at(-1) as Token;
		const indirect = isIndirect(comment);
		if (block && isMark(first, ')')) {
			close(block.verb, block.slot, first.end);
			block = undefined;
			if (second) facts.problem('syntax error (expected newline after closing paren)', second);
		} else if (block) {
			readDirective(facts, block.verb.value, tokens, { start: first.start, end }, indirect);
		} else if (isMark(second, '(') && tokens.length === 2) {
			block = { verb: first, slot: facts.blocks.length };
			close(first, block.slot, end);
		} else if (isMark(second, '(') && tokens.length === 3 && isMark(tokens[2], ')')) {
			close(first, facts.blocks.length, end);
		} else {
			readDirective(facts, first.value, tokens.slice(1), { start: first.start, end }, indirect);
		}
		last = end;
	}
	if (block) {
		close(block.verb, block.slot, last);
		facts.problem(`syntax error (unterminated block of ${block.verb.value})`, block.verb);
	}
	const { problem: _problem, node: _node, ...file } = facts;
	return { file, spans: table.spans, comments };
}

/** Whether a comment is `// indirect`, alone or followed by `;`, as the go command has it. */
function isIndirect(comment: { readonly text: string } | undefined): boolean {
	const [first, ...rest] = comment?.text.slice(2).trim().split(/\s+/) ?? [];
	return rest.length === 0 ? first === 'indirect' : first === 'indirect;';
}
