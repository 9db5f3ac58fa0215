import type { Place } from '../../text/place';
import { placesInScript } from '../ci/scriptPlace';
import { workflow, workflowPaths } from '../ci/workflows';
import type { Fact } from '../core/database';

/** A secret in the script of a step. */
export interface ScriptSecret {
	readonly name: string;
	/** The expression. */
	readonly place: Place;
}

/** A secret whose value an expression gives: compared, negated, searched or asked for with `&&`, it leaves true, false or another value in the script. */
const written = /(?<![\w.-]|[=!]=\s*|!\s*|\b(?:contains|startsWith|endsWith)\([^()]*)secrets\.(?!github_token\b)(\w+)\b(?!\s*(?:[=!]=|&&))/i;

/** The secrets that the scripts of a workflow contain, in its order. The token that GitHub makes for a job is not one of them. */
const secretsIn: Fact<readonly ScriptSecret[], string> = (read, path) =>
	(read(workflow, path)?.jobs ?? []).flatMap(({ steps }) =>
		steps.flatMap(({ run }) => {
			if (run === undefined || !run.text.includes('secrets')) return [];
			const placed = placesInScript(read, run.text, run.content, run.place);
			return [...run.text.matchAll(/\$\{\{([^{}]*)\}\}/g)].flatMap(({ 0: whole, 1: expression = '', index }) => {
				const name = written.exec(expression.replace(/'(?:[^']|'')*'/g, "''"))?.[1];
				return name === undefined ? [] : [{ name, place: placed(index, index + whole.length) }];
			});
		}),
	);

/** The secrets in scripts, by workflow. */
export const scriptSecrets: Fact<ReadonlyArray<readonly ScriptSecret[]>> = read => read(workflowPaths).map(path => read(secretsIn, path));
