import type { PublishedReport } from '../../published/report';
import type { Paint } from '../channels/paint';
import { type Sayable, said } from '../channels/said';
import { list } from '../words';

/** The published releases of a plugin for a person at a terminal. */
export function publishedLines({ repository, date, stale, releases, newest, missing, notes }: PublishedReport, paint: Paint): Sayable[] {
	const widest = Math.max(0, ...releases.map(({ tag }) => tag.length));
	return [
		'',
		said`${paint.bold('Published')} ${paint.dim(`github.com/${repository}, ${stale === null ? minute(date) : `from memory, ${minute(stale.date)}`}`)}`,
		...(stale === null ? [] : [said`  ${paint.yellow(stale.why)}`]),
		...releases.flatMap(({ tag, installs, platforms, why, remarks }) => {
			const state = installs === true ? paint.green(`installs on ${list(platforms, 'and')}`) : installs === false ? paint.red(why ?? '') : paint.dim(why ?? '');
			return [said`  ${tag.padEnd(widest)}  ${state}`, ...remarks.map(remark => said`  ${' '.repeat(widest)}  ${paint.yellow(remark)}`)];
		}),
		...notes.map(note => said`  ${paint.dim(note)}`),
		'',
		...verdict({ releases, newest, missing }, paint),
	];
}

function verdict({ releases, newest, missing }: Pick<PublishedReport, 'releases' | 'newest' | 'missing'>, paint: Paint): Sayable[] {
	if (releases.length === 0) return ['No version is published.'];
	if (newest === null)
		return [
			releases.some(({ installs }) => installs === null)
				? paint.yellow('Whether `packer init` can install a published release is not known.')
				: paint.red('`packer init` can install no published release.'),
		];
	const [latest] = releases;
	const older = latest?.tag === newest ? '' : ', which is not the newest version';
	return [said`\`packer init\` can install ${newest}${older}.`, ...(missing.length === 0 ? [] : [paint.yellow(`It has nothing for ${list(missing, 'and')}.`)])];
}

const minute = (date: string) => `${date.slice(0, 16).replace('T', ' ')} UTC`;
