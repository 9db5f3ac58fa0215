import { asText, get, items } from '../../syntax/yaml/lookup';
import type { Read } from '../core/database';
import { join } from '../core/paths';
import { type Running, runs, together } from './running';
import { yamlFile } from './yaml';

/** What an action of this repository runs; not complete where it is a program, or is not in the repository. */
export interface LocalAction extends Running {
	/** The actions of other repositories that it uses, with their versions. */
	readonly uses: readonly string[];
}

const closed: LocalAction = { commands: [], complete: false, uses: [] };

/** What the action in a folder of this repository runs, `./.github/actions/release`, and those that it uses in turn. */
export function localAction(read: Read, folder: string, depth = 0): LocalAction {
	const dir = join(folder);
	if (dir === undefined || depth > 3) return closed;
	const file = read(yamlFile, join(dir, 'action.yml') ?? '') ?? read(yamlFile, join(dir, 'action.yaml') ?? '');
	if (file === undefined || file.problems.length > 0 || asText(get(file.root, 'runs', 'using')) !== 'composite') return closed;
	const steps = items(get(file.root, 'runs', 'steps')).map((step): LocalAction => {
		const uses = asText(get(step, 'uses'));
		if (uses?.startsWith('./')) return localAction(read, uses, depth + 1);
		return { ...runs(read, asText(get(step, 'run')) ?? ''), uses: uses === undefined ? [] : [uses] };
	});
	return { ...together(steps), uses: steps.flatMap(step => step.uses) };
}
