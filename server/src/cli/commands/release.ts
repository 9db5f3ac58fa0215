import { nextTag } from '../../facts/release/preview/nextTag';
import { preview } from '../../facts/release/preview/preview';
import { reportOf } from '../../facts/release/preview/report';
import { json } from '../channels/data';
import { lines } from '../channels/lines';
import { paintOf } from '../channels/paint';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { shownPath } from '../paths';
import { releaseLines } from '../release/pretty';

/** What the options of `release` say. */
export interface ReleaseOptions {
	readonly tag?: string;
	readonly format: 'pretty' | 'json';
	readonly colors: boolean;
}

/** Shows what a tag would publish, and what `packer init` would do with it. Returns 1 where it would not install. */
export async function release(environment: Environment, folder: string, { tag, format, colors }: ReleaseOptions): Promise<number> {
	const opened = await openOne(environment, folder);
	const read = opened.folder.db.get;
	const report = reportOf(opened.root, read, read(preview, tag ?? read(nextTag)));
	if (format === 'json') environment.stdout.write(json({ schemaVersion: 1, tool: environment.tool, ...report }));
	else environment.stdout.write(lines(...releaseLines(report, paintOf(colors), path => shownPath(environment.absolute('.'), opened, path))));
	return report.installable === false ? 1 : 0;
}
