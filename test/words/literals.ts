import ts from 'typescript';

/** A text in a source file. */
export interface Literal {
	/** What it says, with `x` for each value that is put into it. */
	readonly text: string;
	readonly line: number;
	/** The last name of the function or class that it is passed to; undefined if it is not an argument. */
	readonly call: string | undefined;
}

/** The texts in a source file that are prose: two words or more, on one line. */
export function literals(path: string, source: string): Literal[] {
	const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
	const found: Literal[] = [];
	const visit = (node: ts.Node, call: string | undefined): void => {
		const text = textOf(node)?.trim();
		if (text !== undefined && /^[^\n]*\p{L}[,:;.]? \p{L}[^\n]*$/u.test(text))
			found.push({ text, line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, call });
		if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
			visit(node.expression, call);
			const called = /\w+$/.exec(node.expression.getText(file))?.[0];
			for (const argument of node.arguments ?? []) visit(argument, called);
		} else if (ts.isFunctionLike(node) || ts.isObjectLiteralExpression(node)) ts.forEachChild(node, child => visit(child, undefined));
		else ts.forEachChild(node, child => visit(child, call));
	};
	visit(file, undefined);
	return found;
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
	if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join('');
	return undefined;
}
