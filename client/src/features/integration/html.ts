import type { IntegrationView } from '../../../../server/src/protocol';
import { counted } from '../counted';
import { code, escaped } from '../release/markup';
import { openLink } from './openLink';
import { pagesHtml } from './pagesHtml';
import { style } from './style';

/** What the document that shows the preview needs of its surroundings. */
export interface Shell {
	/** The address of the extension's script, as the webview loads it. */
	readonly script: string;
	/** New for each document. */
	readonly nonce: string;
	readonly title: string;
}

/** The document of the preview. Only the extension's script runs and only its style applies, and nothing else is loaded. */
export function shellHtml({ script, nonce, title }: Shell, view: IntegrationView, root: string): string {
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}';`;
	return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8" /><meta http-equiv="Content-Security-Policy" content="${policy}" /><title>${escaped(title)}</title><style nonce="${nonce}">${style}</style></head>
<body><main data-shown="${escaped(view.shown?.key ?? '')}">${bodyHtml(view, root)}</main><p class="said" role="status"></p><script nonce="${nonce}" src="${escaped(script)}"></script></body>
</html>`;
}

/** What the preview shows; `root` is the address of the plugin's folder. */
export function bodyHtml(view: IntegrationView, root: string): string {
	return [
		rejectedHtml(view, root),
		headHtml(view),
		remarksHtml(view, root),
		view.elsewhere === null ? pagesHtml(view, root) : elsewhereHtml(view.elsewhere),
	].join('\n');
}

/** A sentence for screen readers about what is shown. */
export function statusOf({ rejected, shown, pages, variant }: IntegrationView): string {
	const page = pages.find(({ key }) => key === shown?.key);
	const verdict = rejected.length > 0 ? 'The portal rejects the integration. ' : '';
	if (page === undefined || shown === null) return verdict.trim();
	const dead = shown.dead.length === 0 ? '' : `, ${counted(shown.dead.length, 'broken link')}`;
	const changes = shown.changes === 0 ? '' : `, ${counted(shown.changes, 'difference')}`;
	return `${verdict}${page.title}, ${variant === 'generated' ? 'as generated' : 'committed'}${page.empty ? ', empty' : ''}${dead}${changes}.`;
}

const tiers = { official: 'Official', partner: 'Partner', community: 'Community' } as const;

function headHtml({ name, description, organization, identifier, tier, flags, license, snippet }: IntegrationView): string {
	const [, owner, plugin] = identifier?.split('/') ?? [];
	const address = owner && plugin ? `<p class="address">developer.hashicorp.com/packer/integrations/${escaped(owner)}/${escaped(plugin)}</p>` : '';
	const badges = [
		`<li class="tier" title="HashiCorp sets the tier when it registers the integration.">${tiers[tier]}</li>`,
		...flags.map(flag => (flag.known ? `<li>${escaped(flag.name)}</li>` : `<li class="unknown">${escaped(flag.name)} (unknown flag)</li>`)),
		...(license?.type ? [`<li>${escaped(license.type)}</li>`] : []),
	];
	const install =
		snippet === null
			? ''
			: `<section class="install" aria-labelledby="ui-install"><h2 id="ui-install">Install</h2><button type="button" id="ui-copy" data-copy="">Copy</button><pre tabindex="0"><code>${escaped(snippet)}</code></pre></section>`;
	return `<header>${address}<h1>${escaped(name)}</h1>${organization === '' ? '' : `<p class="muted">by ${escaped(organization)}</p>`}<ul class="badges" aria-label="Tier and flags">${badges.join('')}</ul>${description === '' ? '' : `<p class="lead">${escaped(description)}</p>`}${install}</header>`;
}

function rejectedHtml({ rejected }: IntegrationView, root: string): string {
	if (rejected.length === 0) return '';
	return `<section class="notice rejected" aria-labelledby="ui-rejected"><h2 id="ui-rejected">The portal rejects this integration</h2><p>Nothing of it is published until ${rejected.length === 1 ? 'this is' : 'these are'} fixed:</p>${listed(rejected, root)}</section>`;
}

function remarksHtml({ remarks }: IntegrationView, root: string): string {
	if (remarks.length === 0) return '';
	return `<details class="notice"${remarks.length > 3 ? '' : ' open=""'}><summary id="ui-remarks">${counted(remarks.length, 'remark')} about what the portal shows</summary>${listed(remarks, root)}</details>`;
}

const listed = (all: IntegrationView['remarks'], root: string) => `<ul>${all.map(one => `<li>${code(one.message)}${placeLink(one, root)}</li>`).join('')}</ul>`;

function placeLink({ path, line, column }: IntegrationView['remarks'][number], root: string): string {
	return path === null || line === null || column === null ? '' : ` ${openLink(`${path}:${line}`, root, path, line - 1, column - 1)}`;
}

const elsewhereHtml = (url: string) =>
	`<p class="nothing">The portal shows no pages: <code>process_docs</code> is false.${/^https?:/.test(url) ? ` It links to <a href="${escaped(url)}">${escaped(url)}</a>.` : ''}</p>`;
