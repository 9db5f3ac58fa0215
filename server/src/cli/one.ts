import { Complaint } from './complaint';
import type { Environment } from './environment';
import { type Needs, type Opened, openFolders } from './open';
import { Stopwatch } from './stopwatch';
import { list } from './words';

/** The only plugin in a folder. Complains if there are several. */
export async function openOne(environment: Environment, folder: string, needs?: Needs): Promise<Opened> {
	const opened = await openFolders(environment, [folder], new Stopwatch(environment.now), needs);
	const [only] = opened;
	if (only === undefined || opened.length > 1)
		throw new Complaint(
			`${folder} has several plugins. Name one: ${list(
				opened.map(({ root }) => root),
				'or',
			)}.`,
		);
	return only;
}
