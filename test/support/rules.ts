import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { Engine } from '../../server/src/engine/check';
import type { Rule } from '../../server/src/engine/rule';
import { rules } from '../../server/src/rules/index';

const root = 'server/src/rules';

/** The ids of the rules that are to be tested: of all that have a folder, or of those that the environment variable RULES names. */
export const ids = readdirSync(root, { recursive: true, encoding: 'utf8' })
	.map(path => path.replaceAll('\\', '/'))
	.filter(path => path.endsWith('/rule.ts'))
	.map(dirname)
	.filter(id => process.env.RULES === undefined || process.env.RULES.split(' ').includes(id))
	.sort();

/** Where a rule's source may be: requirements, documentation and code, and threads of maintainers. */
export const sourceHosts = ['developer.hashicorp.com', 'github.com', 'goreleaser.com', 'docs.github.com', 'go.dev'];

/** Every rule, by its id. */
export const allRules: Readonly<Record<string, Rule>> = rules;

/** The page of a rule. */
export const pageOf = (id: string): string => readFileSync(`${root}/${id}/README.md`, 'utf8');

/** An engine that says what one rule finds: with the others, where it reports what they have shown. */
export function engineOf(id: string): Pick<Engine, 'check'> {
	const rule = allRules[id] as Rule;
	if (rule.after === undefined) return new Engine({ [id]: rule });
	const engine = new Engine(allRules);
	return {
		check: (...given) => {
			const report = engine.check(...given);
			return { ...report, findings: report.findings.filter(finding => finding.rule === id) };
		},
	};
}
