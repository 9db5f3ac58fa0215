import ts from 'typescript';

/** The texts of a file's string literals, the beginnings of its templates up to the first `${`, and the sources of its regular expressions. */
export function literalsOf(file: string, text: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) found.push(node.text);
		else if (ts.isRegularExpressionLiteral(node)) found.push(node.text.replaceAll('\\', ''));
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext));
	return found;
}
