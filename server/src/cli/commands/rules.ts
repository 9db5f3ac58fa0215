import { rulePage } from '../../engine/addresses';
import type { Rule } from '../../engine/rule';
import { rules } from '../../rules/index';
import { json } from '../channels/data';
import { lines } from '../channels/lines';
import { paintOf } from '../channels/paint';
import { said } from '../channels/said';
import type { Environment } from '../environment';
import { severityIn } from '../formats/pretty/findings';

/** Lists the rules. */
export function listRules({ stdout, tool }: Environment, format: 'pretty' | 'json', colors: boolean): number {
	const all = Object.entries(rules as Readonly<Record<string, Rule>>).sort(([a], [b]) => (a < b ? -1 : 1));
	if (format === 'json') {
		stdout.write(json({ schemaVersion: 1, tool, rules: all.map(([id, rule]) => described(id, rule)) }));
		return 0;
	}
	const paint = paintOf(colors);
	const widest = Math.max(0, ...all.map(([id]) => id.length));
	let area = '';
	for (const [id, { severity, summary }] of all) {
		const own = id.slice(0, id.indexOf('/'));
		if (area !== '' && own !== area) stdout.write(lines(''));
		area = own;
		stdout.write(lines(said`${paint.bold(id.padEnd(widest))}  ${severityIn(paint, severity)}${' '.repeat(7 - severity.length)}  ${summary}`));
	}
	return 0;
}

function described(id: string, { summary, title, severity, community, item, source, messages, options = {} }: Rule) {
	return { id, title, summary, severity, community: community ?? severity, item, source, help: rulePage(id), messages: Object.values(messages), options };
}
