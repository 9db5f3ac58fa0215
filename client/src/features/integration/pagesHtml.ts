import type { IntegrationView } from '../../../../server/src/protocol';
import { command } from '../../contributions';
import { counted } from '../counted';
import { code, commandLink, escaped } from '../release/markup';
import { openLink } from './openLink';

type Tab = IntegrationView['pages'][number];

/** The pages as tabs, and the one that is shown. */
export function pagesHtml(view: IntegrationView, root: string): string {
	const { pages, shown } = view;
	const at = pages.findIndex(({ key }) => key === shown?.key);
	const page = pages[at];
	if (page === undefined || shown === null) return '';
	const tabs = pages.map((one, i) => {
		const heading = one.group !== '' && one.group !== pages[i - 1]?.group ? `<div class="group" role="presentation">${escaped(one.group)}</div>` : '';
		return heading + tabHtml(one, i, i === at);
	});
	return `<div id="ui-pages"><div role="tablist" aria-orientation="vertical" aria-label="Pages of the integration">${tabs.join('')}</div><div role="tabpanel" id="ui-panel" aria-labelledby="ui-tab-${at}">${panelHtml(view, page, shown, root)}</div></div>`;
}

function tabHtml(page: Tab, i: number, selected: boolean): string {
	const marks = [
		...(page.empty ? ['empty'] : []),
		...(page.dead === 0 ? [] : [counted(page.dead, 'broken link')]),
		...(page.current === false ? ['differs'] : []),
	];
	const mark = marks.length === 0 ? '' : ` <span class="mark">${marks.join(', ')}</span>`;
	const group = page.group === '' ? '' : `<span class="said">, ${escaped(page.group)}</span>`;
	return `<button type="button" role="tab" id="ui-tab-${i}" data-page="${escaped(page.key)}" aria-selected="${selected}" aria-controls="ui-panel" tabindex="${selected ? 0 : -1}">${escaped(page.title)}${group}${mark}</button>`;
}

function panelHtml(view: IntegrationView, page: Tab, shown: NonNullable<IntegrationView['shown']>, root: string): string {
	const source = page.source === null ? '' : `, compiled from ${openLink(page.source, root, page.source)}`;
	const notices = [differenceHtml(view, page, shown.changes, root), deadHtml(shown)];
	const text =
		shown.reason !== null
			? `<p class="nothing">The page is not shown: ${escaped(shown.reason)}.</p>`
			: page.empty
				? `<p class="nothing">The portal shows an empty page: ${code(`\`${page.path}\``)} ${page.missing ? 'is missing' : 'has no text'}.</p>`
				: shown.html === ''
					? `<p class="nothing">What would be generated is not known: ${code(page.unknown ?? '')}.</p>`
					: `<article>${shown.html}</article>`;
	return `<div class="bar"><span>${openLink(page.path, root, page.path)}${source}</span>${switchHtml(view, page)}</div>${notices.join('')}${text}`;
}

function switchHtml({ variant, command: compiles }: IntegrationView, page: Tab): string {
	if (compiles === null) return '';
	const unknown = page.current === null ? ` title="Not known: ${escaped((page.unknown ?? '').replaceAll('`', ''))}"` : '';
	const radio = (value: typeof variant, label: string, more = '') =>
		`<label${more}><input type="radio" name="variant" id="ui-${value}" value="${value}"${variant === value ? ' checked=""' : ''} /><span>${label}</span></label>`;
	return `<fieldset><legend class="said">Text of the page</legend>${radio('committed', 'Committed')}${radio('generated', 'As generated', unknown)}</fieldset>`;
}

function differenceHtml({ variant, command: compiles }: IntegrationView, page: Tab, changes: number, root: string): string {
	if (page.current !== false || compiles === null) return '';
	const regenerate = commandLink(command.generate, [{ plugin: { uri: root } }], 'Regenerate files…');
	const generated = variant === 'generated';
	const marks =
		changes === 0 ? (generated ? 'Nothing is added' : 'Nothing of it is removed') : `${counted(changes, 'place')} marked as ${generated ? 'added' : 'removed'}`;
	const other = `<a href="#" id="ui-other" data-variant="${generated ? 'committed' : 'generated'}">${generated ? 'Show what is committed' : 'Show what is generated'}</a>`;
	return `<div class="notice"><p>${code(`\`${compiles}\``)} ${page.missing ? 'creates this page.' : `changes this page. ${marks}.`} ${other} · ${regenerate}</p></div>`;
}

function deadHtml({ dead }: NonNullable<IntegrationView['shown']>): string {
	if (dead.length === 0) return '';
	const items = dead.map(({ address }, i) => `<li><a href="#dead-${i + 1}"><code>${escaped(address === '' ? 'empty address' : address)}</code></a></li>`);
	return `<details class="notice"${dead.length > 5 ? '' : ' open=""'}><summary id="ui-dead">${counted(dead.length, 'broken link')}</summary><ul>${items.join('')}</ul></details>`;
}
