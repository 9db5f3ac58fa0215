import type { PublishedReleasesView } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import { code, commandLink, escaped, head } from './markup';

/** The part of the page about published releases: a link that reads them, or what was read. */
export function publishedHtml(view: PublishedReleasesView | undefined): string {
	if (view === undefined) return `<h2>Published releases</h2><p>${commandLink(command.readPublished, [], 'Read published releases from GitHub')}</p>`;
	const { repository, date, stale, releases, newest, missing, notes } = view;
	const rows = releases.map(({ tag, installs, platforms, why, remarks }) => {
		const state =
			installs === true
				? '<span class="good">Installs</span>'
				: installs === false
					? '<span class="bad">Not installed</span>'
					: '<span class="open">Not known</span>';
		const more = [
			...(platforms.length > 0 ? [escaped(platforms.join(', '))] : []),
			...(why === null ? [] : [code(why)]),
			...remarks.map(remark => `<span class="bad">${code(remark)}</span>`),
		];
		return `<tr><td>${escaped(tag)}</td><td>${state}</td><td>${more.join('<br>')}</td></tr>`;
	});
	return [
		'<h2>Published releases</h2>',
		`<p class="made">${escaped(repository)}, ${stale === null ? `read ${minute(date)}` : `from memory, ${minute(stale.date)}. ${code(stale.why.replace(/\.$/, ''))}`}. ${commandLink(command.readPublished, [], 'Read again')}</p>`,
		`<p class="verdict ${newest === null ? 'bad' : 'good'}">${verdict(view)}</p>`,
		...(missing.length === 0 ? [] : [`<p class="open">It has nothing for ${escaped(missing.join(', '))}.</p>`]),
		...(rows.length === 0 ? [] : [`<table>${head('Version', '<code>packer init</code>', 'Platforms')}<tbody>${rows.join('')}</tbody></table>`]),
		...notes.map(note => `<p class="made">${code(note)}</p>`),
	].join('\n');
}

function verdict({ releases, newest }: PublishedReleasesView): string {
	if (releases.length === 0) return 'No version is published.';
	if (newest !== null)
		return `<code>packer init</code> can install ${escaped(newest)}${releases[0]?.tag === newest ? '' : ', which is not the newest version'}.`;
	return releases.some(({ installs }) => installs === null)
		? 'Whether <code>packer init</code> can install a published release is not known.'
		: '<code>packer init</code> can install no published release.';
}

const minute = (date: string) => `${escaped(date.slice(0, 16).replace('T', ' '))} UTC`;
