import { releaseReport } from '../../engine/releaseReport';
import { type Identity, identity } from '../../facts/plugin/identity';
import { Unreadable } from '../../published/github';
import { type PublishedReport, publishedReport } from '../../published/report';
import { json } from '../channels/data';
import { lines } from '../channels/lines';
import { paintOf } from '../channels/paint';
import type { Environment } from '../environment';
import { openOne } from '../one';
import { shownPath } from '../paths';
import { releaseLines } from '../release/pretty';
import { publishedLines } from '../release/published';

/** What the options of `release` say. */
export interface ReleaseOptions {
	readonly tag?: string;
	/** Whether the published releases are read, too. */
	readonly live: boolean;
	readonly format: 'pretty' | 'json';
	readonly colors: boolean;
}

/** Shows what a tag would publish, and what `packer init` would do with it. Returns 1 where it would not install, 2 where GitHub cannot be read. */
export async function release(environment: Environment, folder: string, { tag, live, format, colors }: ReleaseOptions): Promise<number> {
	const opened = await openOne(environment, folder);
	const read = opened.folder.db.get;
	const report = releaseReport(opened.root, read, tag);
	const published = live ? await publishedOf(environment, read(identity)) : undefined;
	if (format === 'json')
		environment.stdout.write(json({ schemaVersion: 1, tool: environment.tool, ...report, ...(published ? { published: published.report ?? null } : {}) }));
	else {
		const paint = paintOf(colors);
		const shown = releaseLines(report, paint, path => shownPath(environment.absolute('.'), opened, path));
		environment.stdout.write(lines(...shown, ...(published?.report ? publishedLines(published.report, paint) : [])));
	}
	if (published?.trouble === undefined) return report.installable === false ? 1 : 0;
	environment.stderr.write(lines(published.trouble));
	return 2;
}

interface Live {
	readonly report?: PublishedReport;
	/** Why there is none. */
	readonly trouble?: string;
}

async function publishedOf({ network, date }: Environment, { owner, name }: Identity): Promise<Live> {
	if (owner === undefined) return { trouble: 'Published releases were not read: no git remote `origin` and no module path names the GitHub repository.' };
	try {
		return { report: await publishedReport({ ...network, date }, owner, name) };
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { trouble: `Published releases were not read. ${error.message}` };
	}
}
