import type { Node, NodeTable } from '../../text/nodes';
import { MakeDefine } from './define';
import type { MakeComment, MakeConditional, MakeFile, MakeInclude, MakeProblem, MakeRule, MakeVariable, MakeWord } from './file';
import { type Assignment, assignmentIn, colonIn, inlineRecipe } from './header';
import { joined, joinedForShell, type Line, trimmedEnd, withoutComment, words } from './lines';
import { variableOf } from './variable';

type Open = Omit<MakeRule, 'node' | 'recipe'> & { start: number; end: number; recipe: MakeWord[] };

/** The most problems reported in one file. */
const mostProblems = 100;

/** Reads logical lines one after the other. */
export class Builder {
	readonly comments: MakeComment[] = [];
	readonly #variables: MakeVariable[] = [];
	readonly #rules: MakeRule[] = [];
	readonly #phony: MakeWord[] = [];
	readonly #includes: MakeInclude[] = [];
	readonly #conditionals: MakeConditional[] = [];
	readonly #problems: MakeProblem[] = [];
	readonly #ifs: Node[] = [];
	#rule: Open | undefined;
	#define: MakeDefine | undefined;

	constructor(
		readonly text: string,
		readonly table: NodeTable,
	) {}

	/** What was read. */
	file(): MakeFile {
		this.#close();
		if (this.#define) {
			const node = this.table.add(this.#define.start, this.#define.headerEnd);
			this.#problems.push({ message: "missing 'endef', unterminated 'define'", node });
			this.#variables.push(this.#define.variable(this.text, this.table, this.#ifs.length > 0, this.text.length));
		}
		for (const node of this.#ifs) this.#problems.push({ message: "missing 'endif'", node });
		const [variables, rules, phony, includes, conditionals] = [this.#variables, this.#rules, this.#phony, this.#includes, this.#conditionals];
		return { variables, rules, phony, includes, conditionals, problems: this.#problems.slice(0, mostProblems) };
	}

	line(line: Line): void {
		const { text } = this;
		if (this.#define) {
			if (this.#define.take(text, line)) return;
			this.#variables.push(this.#define.variable(text, this.table, this.#ifs.length > 0, line.start));
			this.#define = undefined;
			return;
		}
		if (line.tab && this.#rule) this.#recipe(line.start + 1, line.end);
		else this.#statement(line);
	}

	#statement(line: Line): void {
		const { text } = this;
		const semicolon = line.tab ? undefined : inlineRecipe(text, line);
		const end = withoutComment(text, semicolon === undefined ? line : { ...line, end: semicolon }, this.comments);
		const start = line.start + (/^\s*/.exec(text.slice(line.start, end)) as RegExpExecArray)[0].length;
		if (start >= end) return;
		const word = /^[-\w]+(?=\s|$|\()/.exec(text.slice(start, Math.min(end, start + 20)))?.[0] ?? '';
		if (this.#directive(word, start, end)) return;
		this.#define = MakeDefine.open(text, start, end, line.end);
		const assignment = this.#define ? undefined : assignmentIn(text, start, end);
		if (this.#define || assignment) this.#close();
		if (assignment) this.#assign(assignment, start, end);
		if (this.#define || assignment || /^(?:export|unexport|vpath|undefine|load|-load|override)$/.test(word)) return;
		this.#ruleLine(start, end, semicolon, line.end);
	}

	#directive(word: string, start: number, end: number): boolean {
		const after = start + word.length;
		if (/^(?:ifeq|ifneq|ifdef|ifndef|else|endif)$/.test(word)) {
			const node = this.table.add(start, end);
			this.#conditionals.push({ directive: word, text: joined(this.text.slice(after, end)).trim(), node });
			if (word.startsWith('if')) this.#ifs.push(node);
			else if (this.#ifs.length === 0) this.#problems.push({ message: `extraneous '${word}'`, node });
			if (word === 'endif') this.#ifs.pop();
			return true;
		}
		if (!/^(?:-include|sinclude|include)$/.test(word) || assignmentIn(this.text, start, end)) return false;
		this.#close();
		for (const path of words(this.text, after, end))
			this.#includes.push({ path: path.text, optional: word !== 'include', node: this.table.add(path.start, path.end) });
		return true;
	}

	#assign(assignment: Assignment, start: number, end: number, target?: string): void {
		this.#variables.push(variableOf(this.text, this.table, assignment, { start, end }, this.#ifs.length > 0, target));
	}

	#ruleLine(start: number, end: number, semicolon: number | undefined, lineEnd: number): void {
		const { text } = this;
		this.#close();
		const colon = colonIn(text, start, end);
		if (!colon) {
			if (!/^\$[({]/.test(text.slice(start, start + 2))) this.#problems.push({ message: 'missing separator', node: this.table.add(start, end) });
			return;
		}
		const targets = this.#words(start, colon.start);
		const assignment = assignmentIn(text, colon.end, end);
		if (assignment) {
			this.#assign(assignment, start, end, text.slice(start, colon.start).trim());
			return;
		}
		const second = colonIn(text, colon.end, end);
		const from = second?.end ?? colon.end;
		const all = this.#words(from, end);
		const bar = all.findIndex(word => word.text === '|');
		this.#rule = {
			targets,
			prerequisites: bar < 0 ? all : all.slice(0, bar),
			orderOnly: bar < 0 ? [] : all.slice(bar + 1),
			recipe: [],
			doubleColon: colon.end - colon.start === 2 && text[colon.start] === ':',
			pattern: second !== undefined || targets.some(target => target.text.includes('%')),
			conditional: this.#ifs.length > 0,
			headerNode: this.table.add(start, end),
			start,
			end,
		};
		if (targets.some(target => target.text === '.PHONY')) for (const word of all) this.#phony.push(word);
		if (semicolon !== undefined) this.#recipe(semicolon + 1, lineEnd);
	}

	#recipe(start: number, lineEnd: number): void {
		const end = trimmedEnd(this.text, start, lineEnd);
		const source = this.text.slice(start, end);
		const from = start + source.length - source.trimStart().length;
		if (from >= end || !this.#rule) return;
		this.#rule.recipe.push({ text: joinedForShell(this.text.slice(from, end)), node: this.table.add(from, end) });
		this.#rule.end = end;
	}

	#close(): void {
		if (!this.#rule) return;
		const { start, end, ...rule } = this.#rule;
		this.#rules.push({ ...rule, node: this.table.add(start, end) });
		this.#rule = undefined;
	}

	#words(start: number, end: number): MakeWord[] {
		return Array.from(words(this.text, start, end), word => ({ text: word.text, node: this.table.add(word.start, word.end) }));
	}
}
