import type { ReleaseReport, ReportedPlace, ReportedRemark } from '../../facts/release/preview/report';
import type { Paint } from '../channels/paint';
import { type Sayable, said } from '../channels/said';
import { count, list } from '../words';

/** The preview of a release for a person at a terminal; `shown` gives the path of a file as a terminal opens it. */
export function releaseLines(report: ReleaseReport, paint: Paint, shown: (path: string) => string): Sayable[] {
	const { name, tag, config, goreleaser, stops, unknown } = report;
	const where = ({ path, line, column }: ReportedPlace) => said`${paint.bold(shown(path))}:${line}:${column}`;
	const remark = ({ path, line, column, message }: ReportedRemark, text: (message: string) => Sayable) =>
		path === null || line === null || column === null ? said`${text(message)}` : said`${where({ path, line, column })} ${text(message)}`;
	const made = config === null ? 'no GoReleaser config' : `${config}, GoReleaser ${goreleaser.major}${goreleaser.known ? '' : ' (no workflow says which)'}`;
	const part = (title: string, all: readonly Sayable[]) => (all.length === 0 ? [] : ['', paint.bold(title), ...all]);
	return [
		said`${paint.bold(`packer-plugin-${name} ${tag}`)}`,
		paint.dim(made),
		...part(
			'Stops',
			stops.map(stop => said`  ${remark(stop, paint.red)}`),
		),
		...part(
			'Not known',
			unknown.map(one => said`  ${remark(one, message => message)}`),
		),
		...part('Files', assetLines(report, paint)),
		...part('Platforms', platformLines(report, paint)),
		...part('Published by', publisherLines(report, paint, where, remark)),
		'',
		...verdict(report, paint),
	];
}

function assetLines({ assets, because }: ReleaseReport, paint: Paint): Sayable[] {
	const widest = Math.max(0, ...assets.map(({ name }) => name.length));
	return assets.map(({ name, kind, platform, installs, why }) => {
		const state =
			installs === true
				? paint.green(`installs on ${platform}`)
				: installs === false
					? paint.red(`not installed${platform === null ? '' : ` on ${platform}`}${because === null ? `: ${why ?? ''}` : ''}`)
					: paint.dim(kinds[kind] ?? kind);
		return said`  ${name.padEnd(widest)}  ${state}`;
	});
}

const kinds: Readonly<Record<string, string>> = {
	checksums: 'checksums',
	signature: 'signature',
	source: 'source code',
	extra: 'extra file',
	archive: 'archive',
};

/** The platforms that most users have and that no file is for. */
function platformLines({ platforms, assets }: ReleaseReport, paint: Paint): Sayable[] {
	const missing = platforms.filter(({ platform, common, installs }) => common && installs !== true && !assets.some(asset => asset.platform === platform));
	return missing.map(({ platform, installs, why }) => {
		const state = installs === null ? paint.yellow('not known') : paint.red(why ?? '');
		return said`  ${platform.padEnd(13)}  ${state}`;
	});
}

function publisherLines(
	{ publishers, tag, mayPublish, portal }: ReleaseReport,
	paint: Paint,
	where: (place: ReportedPlace) => Sayable,
	remark: Remarking,
): Sayable[] {
	return [
		...publishers.flatMap(one => [
			said`  ${where(one)} ${one.name}: ${runsFor(one.runs, tag)}`,
			...(one.actions.length === 0 ? [] : [paint.dim(`    actions  ${one.actions.map(short).join(', ')}`)]),
			...(one.secrets.length === 0 ? [] : [paint.dim(`    secrets  ${one.secrets.join(', ')}`)]),
			...one.missing.map(missing => said`    ${remark(missing, paint.red)}`),
		]),
		...(publishers.length > 0
			? []
			: mayPublish
				? [paint.yellow('  not known: something that was not looked into may publish it')]
				: [paint.red('  no workflow')]),
		portal ? '  The integrations portal is told.' : paint.yellow('  The integrations portal is not told.'),
	];
}

/** A remark with its place, where it has one. */
type Remarking = (remark: ReportedRemark, text: (message: string) => Sayable) => Sayable;

/** An action with the first digits of the commit that it is pinned to, as git shows commits. */
const short = (action: string) => action.replace(/@([\da-f]{7})[\da-f]{33}$/, '@$1');

const runsFor = (runs: ReleaseReport['publishers'][number]['runs'], tag: string) =>
	({
		tag: `runs when ${tag} is pushed`,
		release: 'runs when a release is published on GitHub',
		other: `does not run when ${tag} is pushed`,
		unknown: 'may run',
	})[runs];

function verdict({ installable, because, platforms, reports, version, stops, tag }: ReleaseReport, paint: Paint): Sayable[] {
	const lines: Sayable[] = [];
	if (reports !== null)
		lines.push(
			reports.matches
				? said`Plugin reports version ${reports.version}.`
				: said`${paint.red(`Plugin reports version ${reports.version} instead of ${version}, so Packer does not install it.`)}`,
		);
	if (because !== null) lines.push(paint.red(because));
	const common = platforms.filter(one => one.common);
	const good = common.filter(({ installs }) => installs).map(({ platform }) => platform);
	if (installable === null) lines.push(paint.yellow(`Whether \`packer init\` installs ${tag} is not known.`));
	else if (!installable)
		lines.push(paint.red(stops.length > 0 ? `There is no release ${tag} that \`packer init\` installs.` : `\`packer init\` does not install ${tag}.`));
	else
		lines.push(
			good.length === common.length
				? paint.green(`\`packer init\` installs ${tag} on all ${count(common.length, 'common platform')}.`)
				: said`\`packer init\` installs ${tag} on ${good.length === 0 ? 'none of the common platforms' : list(good, 'and')}.`,
		);
	return lines;
}
