import { Composer, type Document } from 'yaml';
import { NodeTable, type Parsed } from '../../text/nodes';
import { Builder } from './builder';
import type { YamlComment, YamlFile, YamlValue } from './file';
import { tokensOf } from './tokens';

/** A file longer than this (in UTF-16 code units) is not read. */
const longest = 1_000_000;

/** What a YAML file says. Never throws: what is wrong is in `problems`. */
export function parseYaml(text: string): Parsed<YamlFile> & { readonly comments: readonly YamlComment[] } {
	const table = new NodeTable();
	const nothing = (message: string, documents = 0) => ({
		file: { documents, problems: [{ message, node: table.add(0, 0) }] },
		spans: table.spans,
		comments: [],
	});
	if (text.length > longest) return nothing('The file is too large: it is not read.');
	try {
		const { tokens, comments, unread } = tokensOf(text);
		if (unread !== undefined) return nothing(`The file is ${unread}: it is not read.`);
		const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: 'silent', stringKeys: false });
		const documents = [...composer.compose(tokens)];
		const builder = new Builder(text, table);
		const root = documents[0] && rootOf(documents[0], builder);
		for (const { errors } of documents) {
			for (const { message, pos } of errors) builder.problem(message, pos[0], pos[1]);
		}
		return { file: { ...(root && { root }), documents: documents.length, problems: builder.problems() }, spans: table.spans, comments };
	} catch {
		return nothing('The file cannot be read as YAML.');
	}
}

const rootOf = (document: Document.Parsed, builder: Builder): YamlValue | undefined => (document.contents ? builder.value(document.contents, 0) : undefined);
