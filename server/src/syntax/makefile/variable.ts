import type { NodeTable } from '../../text/nodes';
import type { Span } from '../../text/span';
import type { MakeVariable } from './file';
import type { Assignment } from './header';
import { joined } from './lines';

/** The variable that a line sets; `line` ends before its comment. */
export function variableOf(text: string, table: NodeTable, assignment: Assignment, { start, end }: Span, conditional: boolean, target?: string): MakeVariable {
	const { nameStart, nameEnd, operator, valueStart } = assignment;
	return {
		name: text.slice(nameStart, nameEnd),
		operator,
		value: joined(text.slice(valueStart, end)),
		...(target !== undefined && { target }),
		define: false,
		conditional,
		node: table.add(start, end),
		nameNode: table.add(nameStart, nameEnd),
		valueNode: table.add(valueStart, Math.max(valueStart, end)),
	};
}
