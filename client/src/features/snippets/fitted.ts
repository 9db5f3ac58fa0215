/** A snippet as it fits into a file. */
export interface Fitted {
	/** What is inserted where the cursor is. */
	readonly body: string;
	/** The imports that the file lacks, and the offset at which they belong; missing where the body has them or none is needed. */
	readonly imports?: { readonly at: number; readonly text: string };
}

const clause = /^[ \t]*package[ \t]+[\w$].*$/m;
const importDeclaration = /^import[ \t]*(?:\([^)]*\)|[^\n(]*)$/gm;

/**
 * The body of a Go snippet as it fits into a file: where the file has a package clause, the snippet's is left out, and its imports go to those of
 * the file. Undefined where the snippet is a whole file that does not fit: its imports have something to fill in, and the file has imports already.
 */
export function fitGo(body: string, file: string): Fitted | undefined {
	const code = withoutComments(file);
	const own = clause.exec(code);
	const inSnippet = clause.exec(body);
	if (own === null || inSnippet === null) return { body };
	const directives = body
		.slice(0, inSnippet.index)
		.split('\n')
		.filter(line => line.startsWith('//go:'));
	const after = body.slice(inSnippet.index + inSnippet[0].length);
	const wanted = [...after.matchAll(importDeclaration)].flatMap(([text]) => specsOf(text));
	const there = [...code.matchAll(importDeclaration)];
	const toFillIn = wanted.some(spec => spec.includes('$'));
	if (toFillIn && (there.length > 0 || /^(?:func|type|var|const)\b/m.test(code))) return undefined;
	const rest = (toFillIn ? after : after.replaceAll(importDeclaration, '')).replace(/^\s*\n/, '').replaceAll(/\n{3,}/g, '\n\n');
	const fitted = { body: directives.length > 0 ? `${directives.join('\n')}\n\n${rest}` : rest };
	const present = there.flatMap(([text]) => specsOf(text));
	const missing = toFillIn ? [] : wanted.filter(spec => !present.includes(spec));
	if (missing.length === 0) return fitted;
	const last = there.at(-1);
	const at = last === undefined ? own.index + own[0].length : last.index + last[0].length;
	return { ...fitted, imports: { at, text: `\n\nimport (\n${missing.map(spec => `\t${spec}`).join('\n')}\n)` } };
}

/** The parts of an import declaration: `"fmt"`, `packersdk "github.com/…"`. */
const specsOf = (declaration: string): string[] =>
	declaration
		.replace(/^import[ \t]*\(?/, '')
		.replace(/\)$/, '')
		.split(/\n|;/)
		.map(spec => spec.trim())
		.filter(spec => spec !== '');

/** A Go file with blanks in place of its comments, so that all else keeps its offset. */
const withoutComments = (file: string): string =>
	file.replaceAll(/"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, part =>
		part.startsWith('/') ? part.replaceAll(/[^\n]/g, ' ') : part,
	);
