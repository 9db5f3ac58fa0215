import { nearest } from '../../facts/readiness/nearest';
import { pageView } from '../../pages/view';
import { rules } from '../../rules/index';
import { lines } from '../channels/lines';
import { paintOf } from '../channels/paint';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';

/** Prints the page of a rule. */
export async function explain(environment: Environment, rule: string, colors: boolean): Promise<number> {
	const pages = await environment.pages();
	const page = Object.hasOwn(pages, rule) ? pages[rule] : undefined;
	if (page === undefined) throw new Complaint(`Rule ${rule} does not exist. ${suggestion(environment, rule, Object.keys(pages))}`);
	const paint = paintOf(colors);
	const shown = pageView(rule, page, Object.hasOwn(rules, rule) ? rules[rule as keyof typeof rules] : undefined, { folds: false });
	const all = shown.replace(/\n$/, '').split('\n');
	environment.stdout.write(lines(...all.map(line => (/^#+ ./.test(line) ? paint.bold(line) : line))));
	return 0;
}

function suggestion({ tool }: Environment, rule: string, ids: readonly string[]): string {
	const near = nearest(rule, ids);
	return near === undefined ? `For all rules, run \`${tool.name} rules\`.` : `Did you mean ${near}? For all rules, run \`${tool.name} rules\`.`;
}
