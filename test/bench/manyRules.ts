import type { Handlers } from '../../server/src/engine/handlers';
import type { Rule } from '../../server/src/engine/rule';
import { placeOf } from '../../server/src/facts/go/body';
import { denoted, exprAt } from '../../server/src/facts/go/resolve';
import { rules as own } from '../../server/src/rules/index';

/*
 * The product's rules, and two hundred about bodies as more of them will be: of each four one looks at calls of one function, one at what a local holds
 * that is written later, one at comparisons with a literal, one at returns. They find next to nothing, as rules do in a plugin that is well kept.
 */

const kinds: ReadonlyArray<(i: number) => Omit<Handlers, 'in'>> = [
	i => ({
		expressions: {
			call({ read, scope }, { fn }, x) {
				const callee = exprAt(scope, fn);
				if (callee.op !== 'select' || callee.name !== `Synthetic${i}`) return undefined;
				return denoted(read, scope, fn)?.kind === 'package' ? [{ at: placeOf(scope, x), message: 'found' }] : undefined;
			},
		},
	}),
	i => ({
		body({ scope, body }) {
			const found = body.locals.find(local => local.name === `synthetic${i}` && local.writes.length > 0);
			return found ? [{ at: placeOf(scope, found.at), message: 'found' }] : undefined;
		},
	}),
	i => ({
		expressions: {
			binary({ scope, body }, { operator, of: [, right] }, x) {
				const literal = body.exprs[right];
				return operator === '==' && literal?.op === 'literal' && literal.value === `synthetic-${i}` ? [{ at: placeOf(scope, x), message: 'found' }] : undefined;
			},
		},
	}),
	i => ({
		statements: {
			return({ body }, { values, block }) {
				const first = body.exprs[values[0] ?? -1];
				return first?.op === 'ref' && first.name === `synthetic${i}` && body.blocks[block]?.by === 'if'
					? [{ at: { path: 'go.mod' }, message: 'found' }]
					: undefined;
			},
		},
	}),
];

const synthetic = Array.from({ length: 200 }, (_, i): [string, Rule] => [
	`synthetic/rule-${i}`,
	{
		summary: `Nothing is synthetic (${i})`,
		title: `Synthetic ${i}`,
		severity: 'info',
		item: 'develop-and-test',
		source: 'https://go.dev/ref/spec',
		messages: { found: 'Synthetic' },
		on: { in: i % 8 < 6 ? 'sources' : 'tests', ...(kinds[i % 4] as (i: number) => Omit<Handlers, 'in'>)(i) },
	},
]);

/** All of them by id. */
export const rules: Readonly<Record<string, Rule>> = { ...own, ...Object.fromEntries(synthetic) };
