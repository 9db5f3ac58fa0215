import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** One import of a file: what it names, a path from the repository's root where it is relative, and whether only types come from there. */
export interface Import {
	readonly target: string;
	readonly onlyTypes: boolean;
}

/** Every import of a TypeScript file: of values and types, re-exports, `import()` of values and types, `import x = require()` and `require()`. */
export function importsOf(file: string, text: string): Import[] {
	const found: Import[] = [];
	const add = (specifier: ts.Node | undefined, onlyTypes: boolean) => {
		if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
		found.push({ target: specifier.text.startsWith('.') ? join(dirname(file), specifier.text) : specifier.text, onlyTypes });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause !== undefined && bringsOnlyTypes(node.importClause));
		else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isExternalModuleReference(node)) add(node.expression, false);
		else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
		else if (ts.isCallExpression(node) && isLoading(node.expression)) add(node.arguments[0], false);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext));
	return found;
}

function bringsOnlyTypes(clause: ts.ImportClause): boolean {
	if (clause.isTypeOnly) return true;
	const { name, namedBindings: bindings } = clause;
	return name === undefined && bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.every(element => element.isTypeOnly);
}

const isLoading = (called: ts.Expression) => called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
