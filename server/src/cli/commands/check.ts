import { Engine } from '../../engine/check';
import type { Severity } from '../../engine/rule';
import { rules } from '../../rules/index';
import { assemble } from '../assemble';
import type { Checked } from '../checked';
import type { Environment } from '../environment';
import type { Report } from '../model';
import { openFolders } from '../open';
import { Stopwatch } from '../stopwatch';

/** What `check` was asked. */
export interface CheckOptions {
	readonly format: string;
	readonly failOn: Severity | 'never';
}

/** Checks the plugins in some folders; gives the exit status. */
export async function check(environment: Environment, folders: readonly string[], options: CheckOptions): Promise<number> {
	const stopwatch = new Stopwatch(environment.now);
	const opened = await openFolders(environment, folders, stopwatch);
	const engine = new Engine(rules);
	const checked = opened.map(({ folder, root }): Checked => {
		const read = folder.db.get;
		const report = stopwatch.rules(() => engine.check(read));
		return { report: assemble(environment.tool, root, read, report), engine: report, folder, read };
	});
	const report: Report = {
		schemaVersion: 1,
		tool: { name: environment.tool.name, version: environment.tool.version },
		plugins: checked.map(c => c.report),
		timings: stopwatch.timings(environment.running()),
	};
	environment.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
	return 0;
}
