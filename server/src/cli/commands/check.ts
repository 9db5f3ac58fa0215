import { type Around, Engine } from '../../engine/check';
import { workflows } from '../../facts/ci/workflows';
import { isBroken } from '../../facts/go/broken';
import { goSources } from '../../facts/go/sources';
import { rules } from '../../rules/index';
import { assemble, assembleSince } from '../assemble';
import { lines } from '../channels/lines';
import type { Checked, Run } from '../checked';
import type { Environment } from '../environment';
import { type FailOn, fails } from '../failOn';
import { type FormatName, formats } from '../formats';
import { sayIncomplete } from '../incomplete';
import { type Opened, openFolders } from '../open';
import { deliver } from '../output';
import { shownPath } from '../paths';
import { settingsOf } from '../settings';
import { checkSince } from '../since/since';
import { Stopwatch } from '../stopwatch';
import { timingLines } from '../timings';

/** The options of `check`. */
export interface CheckOptions {
	readonly format: FormatName;
	readonly failOn: FailOn;
	readonly output?: string;
	readonly config?: string;
	/** A file with the findings that are old, or false to ignore the plugin's own. */
	readonly baseline?: string | false;
	/** The revision since which findings count. */
	readonly since?: string;
	readonly colors: boolean;
	/** Whether the time of each rule goes to standard error. */
	readonly timings?: boolean;
}

/** Checks the plugins in the given folders. Returns the exit status. */
export async function check(environment: Environment, folders: readonly string[], options: CheckOptions): Promise<number> {
	const stopwatch = new Stopwatch(environment.now);
	const opened = await openFolders(environment, folders, stopwatch);
	const engine = new Engine(rules);
	const checked: Checked[] = [];
	for (const plugin of opened) checked.push(await checkOne(environment, engine, plugin, options, stopwatch));
	const { write, pages } = formats[options.format];
	const run: Run = {
		tool: environment.tool,
		rules: engine.rules,
		checked,
		report: { schemaVersion: 1, tool: { ...environment.tool }, plugins: checked.map(c => c.report), timings: stopwatch.timings(environment.running()) },
		failOn: options.failOn,
		cwd: environment.absolute('.'),
		pages: pages ? await environment.pages() : {},
		colors: options.colors && options.output === undefined,
	};
	await deliver(environment, write(run), options.output);
	if (options.timings) environment.stderr.write(lines(...timingLines(stopwatch.parts, run.report.timings)));
	return status(environment, checked, options.failOn);
}

async function checkOne(
	environment: Environment,
	engine: Engine,
	plugin: Opened,
	{ config, baseline, timings, since: revision }: CheckOptions,
	stopwatch: Stopwatch,
): Promise<Checked> {
	const { folder, root } = plugin;
	const read = folder.db.get;
	const given = { ...(config === undefined ? {} : { config }), ...(baseline === undefined ? {} : { baseline }) };
	const settings = await settingsOf(environment, read, root, given);
	const around: Around | undefined = timings ? (part, run) => stopwatch.part(part, run) : undefined;
	// The rules read all of it anyway; reading it first separates its time from theirs.
	stopwatch.parsing(() => {
		for (const path of read(goSources)) read(isBroken, path);
		read(workflows);
	});
	const more = { read, folder: folder.root, shown: (path: string) => shownPath(environment.absolute('.'), plugin, path) };
	if (revision === undefined) {
		const report = stopwatch.rules(() => engine.check(read, settings, around));
		return { ...more, report: assemble(root, read, report), engine: report };
	}
	const since = await stopwatch.time('rules', () => checkSince(environment, plugin, revision, { engine, settings, options: given, around }));
	const shown = since.whole.findings.filter((_, i) => since.why[i] !== undefined);
	return { ...more, report: assembleSince(root, read, since), engine: { ...since.whole, findings: shown } };
}

/** The exit status: 2 if something could not be checked, 1 if a finding is severe enough, else 0. */
function status(environment: Environment, checked: readonly Checked[], failOn: FailOn): number {
	const incomplete = checked.filter(({ report, engine }) => sayIncomplete(environment, report.root, engine, 'the report is incomplete'));
	if (incomplete.length > 0) return 2;
	return checked.some(({ report }) => report.findings.some(finding => fails(finding, failOn))) ? 1 : 0;
}
