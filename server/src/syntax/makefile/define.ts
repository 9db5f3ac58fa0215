import type { NodeTable } from '../../text/nodes';
import type { MakeOperator, MakeVariable } from './file';
import type { Line } from './lines';

/** A `define … endef` while its lines come in. */
export class MakeDefine {
	#depth = 1;

	private constructor(
		readonly start: number,
		readonly headerEnd: number,
		readonly bodyStart: number,
		readonly nameStart: number,
		readonly nameEnd: number,
		readonly operator: MakeOperator,
	) {}

	/** The `define` that a line starts, or undefined. */
	static open(text: string, start: number, end: number, lineEnd: number): MakeDefine | undefined {
		const found = /^((?:(?:export|override|private)[ \t]+)*define[ \t]+)(\S+?)[ \t]*(:::=|::=|:=|\?=|\+=|!=|=)?$/.exec(text.slice(start, end));
		if (!found) return undefined;
		const [, before = '', name = '', operator = '='] = found;
		const newline = text.indexOf('\n', lineEnd);
		const body = newline < 0 ? text.length : newline + 1;
		return new MakeDefine(start, end, body, start + before.length, start + before.length + name.length, operator as MakeOperator);
	}

	/** Takes a line into the body; false for the `endef` that ends it. */
	take(text: string, { start, end, tab }: Line): boolean {
		const line = text.slice(start, Math.min(end, start + 200));
		if (tab) return true;
		if (/^\s*define\s+\S/.test(line)) this.#depth++;
		else if (/^\s*endef\s*(#|$)/.test(line)) this.#depth--;
		return this.#depth > 0;
	}

	/** The variable, once the offset of its `endef` is known. */
	variable(text: string, table: NodeTable, conditional: boolean, endef: number): MakeVariable {
		const bodyEnd = Math.max(this.bodyStart, endef);
		const value = text.slice(this.bodyStart, bodyEnd).replace(/\r?\n$/, '');
		const [start, end] = [Math.min(this.bodyStart, text.length), Math.min(this.bodyStart + value.length, text.length)];
		const common = { name: text.slice(this.nameStart, this.nameEnd), operator: this.operator, value, define: true, conditional };
		const stop = text.slice(endef, endef + 100).match(/^\s*endef/)?.[0].length ?? 0;
		return {
			...common,
			node: table.add(this.start, Math.max(end, endef + stop)),
			nameNode: table.add(this.nameStart, this.nameEnd),
			valueNode: table.add(start, end),
		};
	}
}
