import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Mocha's own functions, and those that call back for sure: what they are given is run. */
const taken =
	/^(?:it|describe|\(process\.platform === 'win32' \? describe\.skip : describe\)|before|after|beforeEach|afterEach|step|fc\.(?:property|asyncProperty)|Promise)$/;

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
	.map(path => `test/${path.replaceAll('\\', '/')}`)
	.filter(path => /\.(?:test\.ts|mjs)$/.test(path) && !/node_modules|\.cache/.test(path));

/** The assertions of a file that may never be reached. */
function unreached(path: string, text: string): string[] {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node, why: string | undefined): void => {
		if (ts.isCallExpression(node) && /^assert(?:\.\w+)?$/.test(node.expression.getText(file)) && node.expression.getText(file) !== 'assert.fail') {
			if (why !== undefined) found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}: in ${why}`);
		}
		ts.forEachChild(node, child => visit(child, reasonIn(node, child, file) ?? (startsAnew(node) ? undefined : why)));
	};
	visit(file, undefined);
	return found;
}

/** Why a child of a node may not be run; undefined if it is, if the node is. */
function reasonIn(node: ts.Node, child: ts.Node, file: ts.SourceFile): string | undefined {
	if (ts.isIfStatement(node) && child !== node.expression) return 'a branch';
	if (ts.isConditionalExpression(node) && child !== node.condition) return 'a branch';
	if (ts.isBinaryExpression(node) && /^(?:&&|\|\||\?\?)$/.test(node.operatorToken.getText(file)) && child === node.right) return 'a branch';
	if (ts.isCatchClause(node) || ts.isCaseOrDefaultClause(node)) return 'a branch';
	if (ts.isForOfStatement(node) && child === node.statement && !hasMembers(node.expression, file)) return `a loop over ${node.expression.getText(file)}`;
	if (ts.isArrowFunction(node) && ts.isCallExpression(node.parent) && node.parent.arguments.includes(node)) {
		const called = node.parent.expression.getText(file);
		return taken.test(called.replace(/\.(?:only|skip)$/, '')) || /\bnew Promise$/.test(called) ? undefined : `what ${called} is given`;
	}
	return undefined;
}

/** A function with a name is looked at by itself: who calls it is another matter. */
const startsAnew = (node: ts.Node): boolean =>
	ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || (ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent));

/** Whether a list is one that has members, to be seen in the file: a literal, a constant with one, or `some(…)`, which sees to it. */
function hasMembers(list: ts.Expression, file: ts.SourceFile): boolean {
	if (ts.isAsExpression(list) || ts.isSatisfiesExpression(list) || ts.isParenthesizedExpression(list)) return hasMembers(list.expression, file);
	if (ts.isArrayLiteralExpression(list)) return list.elements.length > 0;
	if (ts.isObjectLiteralExpression(list)) return list.properties.length > 0;
	if (ts.isCallExpression(list)) {
		const called = list.expression.getText(file);
		const [first] = list.arguments;
		return called === 'some' || (/^Object\.(?:entries|keys|values)$/.test(called) && first !== undefined && hasMembers(first, file));
	}
	if (!ts.isIdentifier(list)) return false;
	let initial: ts.Expression | undefined;
	const look = (node: ts.Node): void => {
		if (ts.isVariableDeclaration(node) && node.name.getText(file) === list.text) initial = node.initializer;
		ts.forEachChild(node, look);
	};
	look(file);
	return initial !== undefined && hasMembers(initial, file);
}

describe('assertions', () => {
	it('are reached, in every test', () => {
		assert.ok(files.length > 50);
		assert.deepEqual(
			files.flatMap(path => unreached(path, readFileSync(path, 'utf8'))),
			[],
		);
	});

	it('that may not be are found', () => {
		const cases = [
			['if (a) assert.ok(b);', 'a branch'],
			['a ? assert.ok(b) : 0;', 'a branch'],
			['a && assert.ok(b);', 'a branch'],
			['try { f(); } catch { assert.ok(b); }', 'a branch'],
			['for (const x of found) assert.ok(x);', 'a loop over found'],
			['const found = [];\nfor (const x of found) { assert.ok(x); }', 'a loop over found'],
			['found.map(x => assert.ok(x));', 'what found.map is given'],
		] as const;
		for (const [text, why] of cases) assert.deepEqual(unreached('a.ts', text), [`a.ts:${text.split('\n').length}: in ${why}`]);
		for (const text of [
			'for (const x of [1]) assert.ok(x);',
			'for (const x of some(found)) assert.ok(x);',
			"it('x', () => assert.ok(a));",
			'const f = () => assert.ok(a);',
		])
			assert.deepEqual(unreached('a.ts', text), []);
	});
});
