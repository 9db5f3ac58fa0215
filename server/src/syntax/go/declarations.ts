import type { Node } from '../../text/nodes';
import type { Draft, Mutable, Open } from './draft';
import type { GoField, GoFunction, GoImport, GoText, GoType } from './file';
import { readParameters } from './parameters';
import { unquote } from './unquote';

/** Opens an import: its parts are `name` and `path`. */
export function openImport({ file, nodes }: Draft, start: number, end: number): Open {
	const made: Mutable<GoImport> = { path: '', node: nodes.add(start, end), pathNode: 0 as Node };
	file.imports.push(made);
	return {
		name: 'import',
		start,
		end,
		part: (name, { text, node }) => {
			if (name === 'name') made.name = text;
			else Object.assign(made, { path: unquote(text), pathNode: node });
		},
	};
}

/** Opens a type or an alias: its parts are `name`, `parameters` and `type`. One that is declared within a function is read and not kept. */
export function openType(draft: Draft, alias: boolean, start: number, end: number): Open {
	const declaration = draft.declaration !== undefined && end <= draft.declaration.end ? draft.declaration : undefined;
	const spec = draft.nodes.add(start, end);
	const made: Mutable<GoType> = {
		name: '',
		node: spec,
		alias,
		type: { text: '', node: spec },
		spec,
		declaration: declaration?.node ?? spec,
		index: declaration ? declaration.count++ : 0,
		grouped: declaration?.grouped ?? false,
	};
	if (declaration && draft.functionAt(start) === -1) draft.file.types.push(made);
	return {
		name: 'type',
		start,
		end,
		type: made,
		part: (name, text) => {
			if (name === 'name') Object.assign(made, { name: text.text, node: text.node });
			else if (name === 'parameters') made.typeParameters = text.text;
			else {
				made.type = text;
				if (text.text === 'struct') made.fields = [];
			}
		},
	};
}

/** Opens a field of a struct: its parts are `name`, `type` and `tag`. Only those of the struct that a type is are kept, not those of structs within. */
export function openField(draft: Draft, start: number, end: number): Open {
	const struct = draft.stack.at(-1);
	const owner = draft.stack.at(-2);
	const node = draft.nodes.add(start, end);
	const names: GoText[] = [];
	const made: Mutable<GoField> = { names, type: { text: '', node }, node };
	if (struct?.name === 'struct' && owner?.type && struct.end === owner.end) (owner.type.fields as GoField[] | undefined)?.push(made);
	return {
		name: 'field',
		start,
		end,
		part: (name, text, captured) => {
			if (name === 'name') names.push(text);
			else if (name === 'tag') made.tag = { value: unquote(draft.source.slice(captured.start, captured.end)), node: text.node };
			else {
				const embedsPointer = names.length === 0 && draft.source[start] === '*';
				made.type = embedsPointer ? { text: `*${text.text}`, node: draft.nodes.add(start, captured.end) } : text;
			}
		},
	};
}

/** Opens a function or method: its parts are `name`, `receiver`, `parameters`, `result` and `body`. */
export function openFunction(draft: Draft, start: number, end: number): Open {
	const declaration = draft.nodes.add(start, end);
	const made: Mutable<GoFunction> = { name: '', node: declaration, parameters: [], results: [], declaration };
	draft.file.functions.push(made as GoFunction);
	draft.enterFunction(end);
	return {
		name: 'func',
		start,
		end,
		part: (name, { text, node }) => {
			if (name === 'name') Object.assign(made, { name: text, node });
			else if (name === 'body') made.body = node;
			else if (name === 'parameters') made.parameters = readParameters(text);
			else if (name === 'result') made.results = readParameters(text);
			else {
				const [own] = readParameters(text);
				if (own) made.receiver = receiverOf(own);
			}
		},
	};
}

const receiverOf = ({ name, type }: { readonly name?: string; readonly type: string }): NonNullable<GoFunction['receiver']> => ({
	...(name === undefined ? {} : { name }),
	type: type.replace(/^\*\s*/, '').replace(/\[.*$/s, ''),
	pointer: type.startsWith('*'),
});
