import * as protocol from '../protocol';

/** Whether a value is what a request needs. */
type Shape = (value: unknown) => boolean;

const text: Shape = value => typeof value === 'string';
const offset: Shape = value => Number.isInteger(value) && (value as number) >= 0;
const list: Shape = Array.isArray;

/** An object whose named members have shapes; it may have others. */
const object =
	(members: Readonly<Record<string, Shape>>): Shape =>
	value =>
		typeof value === 'object' && value !== null && Object.entries(members).every(([name, shape]) => shape((value as Record<string, unknown>)[name]));

const document = object({ uri: text });
const position = object({ line: offset, character: offset });
const range = object({ start: position, end: position });

/** What the parameters of each request must be, and the sentence that says so. Other requests look at theirs themselves. */
const shapes: Readonly<Record<string, readonly [shape: Shape, sentence: string]>> = {
	initialize: [object({}), 'The request needs an object with the capabilities of the client.'],
	'textDocument/hover': [object({ textDocument: document, position }), 'The request needs the URI of a document and a position.'],
	'textDocument/completion': [object({ textDocument: document, position }), 'The request needs the URI of a document and a position.'],
	'textDocument/codeAction': [
		object({ textDocument: document, range, context: object({ diagnostics: list }) }),
		'The request needs the URI of a document, a range, and a context with diagnostics.',
	],
	'codeAction/resolve': [object({ title: text }), 'The request needs a code action.'],
	'workspace/executeCommand': [object({ command: text }), 'The request needs the name of a command.'],
	[protocol.explainRule]: [object({ rule: text }), 'The request needs the id of a rule.'],
};

/** What is wrong with the parameters of a request, as a sentence; undefined if nothing is. */
export function misshapen(method: string, params: unknown): string | undefined {
	if (!Object.hasOwn(shapes, method)) return undefined;
	const [shape, sentence] = shapes[method] as readonly [Shape, string];
	return shape(params) ? undefined : sentence;
}
