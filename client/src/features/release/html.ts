import type { PublishedReleasesView, ReleaseView } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import { code, commandLink, escaped, head } from './markup';
import { publishedHtml } from './publishedHtml';

const style = `
body { padding: 0 1.5rem 2rem; line-height: 1.5; }
h1 { font-size: 1.4em; font-weight: 600; margin-bottom: 0.2em; }
h2 { font-size: 1.1em; font-weight: 600; margin-top: 1.6em; }
.made { color: var(--vscode-descriptionForeground); margin-top: 0; }
.verdict { font-weight: 600; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.2em 1.2em 0.2em 0; border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)); font-weight: normal; }
thead th { color: var(--vscode-descriptionForeground); }
code { font-family: var(--vscode-editor-font-family); font-size: 0.95em; color: inherit; background: none; padding: 0; }
.good { color: var(--vscode-testing-iconPassed, inherit); }
.bad { color: var(--vscode-errorForeground); }
.open { color: var(--vscode-editorWarning-foreground, inherit); }
td:nth-child(-n + 2) { white-space: nowrap; }
td code { overflow-wrap: anywhere; }
a:focus-visible { outline: 1px solid var(--vscode-focusBorder); }
`;

/** The document that shows the preview of a release; `root` is the address of the plugin's folder. It runs no script, and loads nothing. */
export function releaseHtml(view: ReleaseView, root: string, published?: PublishedReleasesView): string {
	const { name, tag, config, goreleaser, stops, unknown, assets, platforms, publishers, mayPublish, portal, because } = view;
	const link = (text: string, { path, line, column }: Place) =>
		commandLink(command.openFinding, [{ uri: `${root}/${encoded(path)}`, line: line - 1, column: column - 1 }], text);
	const linked = ({ path, line, column }: Remark) =>
		path === null || line === null || column === null ? '' : ` ${link(escaped(`${path}:${line}`), { path, line, column })}`;
	const remark = (one: Remark) => `<li>${code(one.message)}${linked(one)}</li>`;
	const list = (title: string, all: readonly Remark[]) => (all.length === 0 ? '' : `<h2>${title}</h2><ul>${all.map(remark).join('')}</ul>`);
	const made =
		config === null ? 'No GoReleaser config' : `${escaped(config)}, GoReleaser ${goreleaser.major}${goreleaser.known ? '' : ' (no workflow says which)'}`;
	const rows = assets.map(asset => {
		const why = because === null && asset.installs === false && asset.why !== null ? `<br><span class="bad">${code(asset.why)}</span>` : '';
		return `<tr><td>${escaped(asset.platform ?? '')}</td><td>${state(asset)}</td><td>${link(`<code>${escaped(asset.name)}</code>`, asset)}${why}</td></tr>`;
	});
	const missing = platforms.filter(({ platform, common, installs }) => common && installs !== true && !assets.some(asset => asset.platform === platform));
	const lacking = missing.map(
		({ platform, installs, why }) =>
			`<tr><td>${escaped(platform)}</td><td class="${installs === null ? 'open' : 'bad'}">${installs === null ? 'Not known.' : code(why ?? '')}</td></tr>`,
	);
	const publisherItems = publishers.map(
		one =>
			`<li>${link(escaped(one.name), one)}: ${escaped(runsFor(one.runs, tag))}.${words('Actions', one.actions)}${words('Secrets', one.secrets)}${one.missing.map(lack => ` <span class="bad">${code(lack.message)}</span>${linked(lack)}`).join('')}</li>`,
	);
	const body = [
		`<h1>packer-plugin-${escaped(name)} ${escaped(tag)}</h1>`,
		`<p class="made">${made}. ${commandLink(command.previewTag, [], 'Preview another tag')}</p>`,
		...verdict(view),
		list('Stops', stops),
		list('Not known', unknown),
		rows.length === 0 ? '' : `<h2>Files</h2><table>${head('Platform', '<code>packer init</code>', 'File')}<tbody>${rows.join('')}</tbody></table>`,
		lacking.length === 0 ? '' : `<h2>Common platforms without the plugin</h2><table>${head('Platform', 'Why')}<tbody>${lacking.join('')}</tbody></table>`,
		`<h2>Published by</h2>${publisherItems.length === 0 ? nobody(mayPublish) : `<ul>${publisherItems.join('')}</ul>`}`,
		`<p>${portal ? 'The integrations portal is told.' : '<span class="open">The integrations portal is not told.</span>'}</p>`,
		publishedHtml(published),
	];
	const policy = `default-src 'none'; style-src 'unsafe-inline';`;
	return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Release of ${escaped(name)}</title><style>${style}</style></head>
<body>${body.join('\n')}</body>
</html>`;
}

type Place = { readonly path: string; readonly line: number; readonly column: number };
type Remark = ReleaseView['stops'][number];

const kinds: Readonly<Record<string, string>> = {
	checksums: 'Checksums',
	signature: 'Signature',
	source: 'Source code',
	extra: 'Extra file',
	archive: 'Archive',
};

function state({ installs, kind }: ReleaseView['assets'][number]): string {
	if (installs === true) return '<span class="good">Installs</span>';
	return installs === false ? '<span class="bad">Not installed</span>' : escaped(kinds[kind] ?? kind);
}

const words = (title: string, all: readonly string[]) => (all.length === 0 ? '' : ` ${title}: ${all.map(one => `<code>${escaped(one)}</code>`).join(', ')}.`);

const runsFor = (runs: ReleaseView['publishers'][number]['runs'], tag: string) =>
	({
		tag: `runs when ${tag} is pushed`,
		release: 'runs when a release is published on GitHub',
		other: `does not run when ${tag} is pushed`,
		unknown: 'may run',
	})[runs];

function verdict({ installable, because, platforms, reports, version, tag }: ReleaseView): string[] {
	const common = platforms.filter(one => one.common);
	const good = common.filter(({ installs }) => installs === true).length;
	const said =
		installable === null
			? ['open', `Whether <code>packer init</code> installs ${escaped(tag)} is not known.`]
			: installable
				? ['good', `<code>packer init</code> installs ${escaped(tag)} on ${good} of ${common.length} common platforms.`]
				: ['bad', `<code>packer init</code> does not install ${escaped(tag)}.`];
	const reported =
		reports === null || reports.matches
			? []
			: [`<p class="bad">Plugin reports version ${escaped(reports.version)} instead of ${escaped(version)}, so Packer does not install it.</p>`];
	return [`<p class="verdict ${said[0]}">${said[1]}</p>`, ...(because === null ? [] : [`<p class="bad">${code(because)}</p>`]), ...reported];
}

const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** What stands where no workflow is known to publish. */
const nobody = (mayPublish: boolean) =>
	mayPublish ? '<p class="open">Not known: something that was not looked into may publish it.</p>' : '<p class="bad">No workflow</p>';
