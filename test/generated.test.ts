import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import type { Rule } from '../server/src/engine/rule';
import { rules } from '../server/src/rules/index';

/** Writes what the sources say a file should hold; fails where it held something else, so that a second run passes and CI never does. */
function keep(path: string, wanted: string): void {
	const had = existsSync(path) ? readFileSync(path, 'utf8') : '';
	if (had !== wanted) writeFileSync(path, wanted);
	assert.ok(had === wanted, `${path} was out of date; it has been rewritten: run the tests again, and commit it`);
}

const root = 'server/src/rules';
const ids = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.map(path => path.replaceAll('\\', '/'))
	.filter(path => path.endsWith('/rule.ts'))
	.map(dirname)
	.sort();
const camel = (id: string) => id.replace(/[-/](\w)/g, (_, c: string) => c.toUpperCase());

/** The severity of a rule, those of single messages, and that for a community plugin. */
function severityOf({ severity, severities = {}, community }: Rule): string {
	const others = Object.values(severities).filter(other => other !== undefined && other !== severity);
	return `${[severity, ...new Set(others)].join(', ')}${community === undefined ? '' : ` (community: ${community})`}`;
}

describe('what is derived from the rules', () => {
	it('server/src/rules/index.ts', () =>
		keep(
			`${root}/index.ts`,
			[
				'// Written by test/generated.test.ts from the folders beside it.',
				...ids.map(id => `import ${camel(id)} from './${id}/rule';`),
				'',
				'/** Every rule, by its id. */',
				'export const rules = {',
				...ids.map(id => `\t'${id}': ${camel(id)},`),
				'};',
				'',
			].join('\n'),
		));

	it('the table in README.md', () => {
		const readme = readFileSync('README.md', 'utf8');
		const rows = Object.entries<Rule>(rules).map(([id, rule]) => `| [${id}](${root}/${id}/README.md) | ${severityOf(rule)} | ${rule.item} | ${rule.summary} |`);
		const table = ['| rule | | item | what should be true |', '| --- | --- | --- | --- |', ...rows].join('\n');
		keep(
			'README.md',
			readme.replace(/(<!-- rules: [^>]*-->\n)[\s\S]*?(<!-- \/rules -->)/, (_, open: string, close: string) => `${open}\n${table}\n\n${close}`),
		);
	});
});
