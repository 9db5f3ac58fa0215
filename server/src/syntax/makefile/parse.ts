import { NodeTable, type Parsed } from '../../text/nodes';
import { Builder } from './builder';
import type { MakeComment, MakeFile } from './file';
import { logicalLines } from './lines';

/** What a Makefile says, as GNU make reads it with a tab before recipes. Nothing is executed. Never throws: what is wrong is in `problems`. */
export function parseMakefile(text: string): Parsed<MakeFile> & { readonly comments: readonly MakeComment[] } {
	const table = new NodeTable();
	const builder = new Builder(text, table);
	for (const line of logicalLines(text)) builder.line(line);
	return { file: builder.file(), spans: table.spans, comments: builder.comments };
}
