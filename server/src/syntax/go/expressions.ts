import type { Draft, Mutable, Open } from './draft';
import type { GoBinding, GoCall, GoLiteral, GoReturn, GoText } from './file';

/** Opens a call: its parts are `callee` and each `argument`. */
export function openCall(draft: Draft, start: number, end: number): Open {
	const node = draft.nodes.add(start, end);
	const made: Mutable<GoCall> = { callee: { text: '', node }, arguments: [], within: draft.functionAt(start), node };
	draft.file.calls.push(made);
	return {
		name: 'call',
		start,
		end,
		part: (name, text) => {
			if (name === 'callee') made.callee = text;
			else made.arguments.push(text);
		},
	};
}

/** Opens a composite literal, whose part is its `type`; what is in its braces is a value. */
export function openLiteral(start: number, end: number): Open {
	const literal: { type?: GoText } = {};
	return {
		name: 'literal',
		start,
		end,
		literal,
		part: (_, text) => {
			literal.type = text;
		},
	};
}

/** Opens the braces of a composite literal, also of one whose type is implied: its parts are each `element`, or each `key` and `value`. */
export function openValue(draft: Draft, start: number, end: number): Open {
	const outer = draft.stack.at(-1);
	const typed = outer?.literal && outer.end === end ? outer : undefined;
	const body = draft.nodes.add(start, end);
	const made: Mutable<GoLiteral> = {
		type: typed?.literal?.type ?? { text: '', node: body },
		entries: [],
		elements: [],
		within: draft.functionAt(start),
		node: typed ? draft.nodes.add(typed.start, end) : body,
		body,
	};
	draft.file.literals.push(made);
	let key: GoText | undefined;
	return {
		name: 'value',
		start,
		end,
		part: (name, text) => {
			if (name === 'element') made.elements.push(text);
			else if (name === 'key') key = text;
			else if (key) made.entries.push({ key, value: text });
		},
	};
}

/** Opens a constant, a variable, an assignment or a range: its parts are each `name` and `value`, and the `type`. */
export function openBinding(draft: Draft, kind: GoBinding['kind'], start: number, end: number): Open {
	const made: Mutable<GoBinding> = { kind, names: [], values: [], within: draft.functionAt(start), node: draft.nodes.add(start, end) };
	draft.file.bindings.push(made);
	return {
		name: 'binding',
		start,
		end,
		part: (name, text) => {
			if (name === 'type') made.type = text.text;
			else if (name === 'name') made.names.push(text);
			else made.values.push(text);
		},
	};
}

/** Opens a return statement: its parts are its values. */
export function openReturn(draft: Draft, start: number, end: number): Open {
	const made: Mutable<GoReturn> = { values: [], within: draft.functionAt(start), node: draft.nodes.add(start, end) };
	draft.file.returns.push(made);
	return {
		name: 'return',
		start,
		end,
		part: (_, text) => {
			made.values.push(text);
		},
	};
}
