import { Complaint } from './complaint';
import type { Environment } from './environment';
import { type Needs, type Opened, openFolders } from './open';
import { Stopwatch } from './stopwatch';
import { list } from './words';

/** The one plugin in a folder; a complaint where there are several. */
export async function openOne(environment: Environment, folder: string, needs?: Needs): Promise<Opened> {
	const opened = await openFolders(environment, [folder], new Stopwatch(environment.now), needs);
	const [only] = opened;
	if (only === undefined || opened.length > 1)
		throw new Complaint(
			`${folder} holds several plugins. Name one of them: ${list(
				opened.map(({ root }) => root),
				'or',
			)}.`,
		);
	return only;
}
