import { readinessWorkflow } from '../../scaffold/repository/readiness';
import { refusal, writeChange } from '../changes/write';
import { lines } from '../channels/lines';
import { Complaint } from '../complaint';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { shownPath } from '../paths';

/** Writes the workflow that checks a plugin on GitHub. Returns the exit status. */
export async function workflow(environment: Environment, folder: string): Promise<number> {
	const plugin = await openOne(environment, folder);
	const { db, root } = plugin.folder;
	const made = readinessWorkflow(db.get, environment.tool.version);
	if ('refused' in made) throw new Complaint(made.refused);
	for (const { path, text: after, executable } of made.files) {
		const shown = shownPath(environment.absolute('.'), plugin, path);
		const why = (await refusal(environment, root, path)) ?? (await writeChange(environment, root, { path, before: undefined, after, executable }));
		if (why !== undefined) throw new Complaint(`${shown} could not be written: ${why}.`);
		environment.stdout.write(lines(shown));
	}
	environment.stderr.write(lines(`Next: ${made.next.join('; ')}`));
	return 0;
}
