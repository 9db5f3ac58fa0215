import type { Target } from '../engine/settings';
import type { Read } from '../facts/core/database';
import { linesOf } from '../facts/core/lines';
import { portalAddress } from '../facts/docs/addresses';
import { compileCommand, isPublished } from '../facts/docs/published';
import { locate } from '../facts/places/locate';
import { identity } from '../facts/plugin/identity';
import { newestVersion } from '../facts/release/preview/nextTag';
import type { ReportedRemark } from '../facts/release/preview/report';
import { type Metadata, metadata } from '../facts/webdocs/metadata';
import { marked } from './blocks';
import type { Html } from './html';
import { judged } from './judge';
import { type Linked, withHeadings, withLinks } from './links';
import { type Page, pagesOf } from './pages';
import type { IntegrationReport, PageTab, ShownPage, Variant } from './report';
import { flagNames, rejections, remarks, type Said } from './verdict';

/** What of the integration is shown. */
export interface Asked {
	/** The key of a page; the README where there is no such page. */
	readonly page?: string;
	readonly variant?: Variant;
	readonly target: Target;
	/** Renders a page; it may remember what it rendered. */
	readonly render: (markdown: string) => Html;
}

/** What the integrations portal would show of a plugin. */
export function integrationReport(read: Read, { page, variant = 'committed', target, render }: Asked): IntegrationReport {
	const said = read(metadata);
	const pages = pagesOf(read);
	const address = read(portalAddress);
	const judge = judged(read, pages, address);
	const linked = (of: Page, text: string): Linked => {
		const made = render(text);
		return 'html' in made ? withLinks(made.html, judge(of)) : { html: '', dead: [] };
	};
	const tabs = pages.map((of): PageTab => tabOf(of, variant, text => linked(of, text).dead.length));
	const chosen = pages.find(({ key }) => key === page) ?? pages[0];
	return {
		rejected: reported(read, rejections(read)),
		remarks: reported(read, remarks(read)),
		...headOf(read, said, address, target),
		variant,
		command: read(compileCommand) ?? null,
		pages: tabs,
		shown: chosen === undefined ? null : shownOf(chosen, variant, render, text => linked(chosen, text)),
	};
}

const textOf = ({ committed, generated }: Page, variant: Variant): string | undefined => (variant === 'committed' ? committed : generated);

function tabOf(of: Page, variant: Variant, deadIn: (text: string) => number): PageTab {
	const { key, title, group, path, source, committed, generated, unknown } = of;
	const text = textOf(of, variant);
	return {
		...{ key, title, group, path, source: source ?? null, unknown: unknown ?? null },
		empty: text === undefined ? variant === 'committed' || committed === undefined : text.trim() === '',
		missing: committed === undefined,
		dead: text === undefined ? 0 : deadIn(text),
		current: generated === undefined ? null : generated === committed,
	};
}

function shownOf(of: Page, variant: Variant, render: Asked['render'], linked: (text: string) => Linked): ShownPage {
	const { key, committed, generated } = of;
	const text = textOf(of, variant);
	const nothing = { key, html: '', reason: null, dead: [], changes: 0 };
	if (text === undefined) return nothing;
	const made = render(text);
	if ('reason' in made) return { ...nothing, reason: made.reason };
	const { html, dead } = linked(text);
	const other = variant === 'committed' ? generated : committed;
	const both = other === undefined || other === text ? undefined : render(other);
	if (both === undefined || other === undefined || 'reason' in both) return { key, html: withHeadings(html), reason: null, dead, changes: 0 };
	const { html: compared, changes } = marked(html, linked(other).html, variant === 'committed' ? 'removed' : 'added');
	return { key, html: withHeadings(compared), reason: null, dead, changes };
}

function headOf(read: Read, said: Metadata | undefined, address: string | undefined, target: Target) {
	const { name, owner } = read(identity);
	const organization = address?.split('/')[3] ?? owner ?? '';
	const { license, docs } = said ?? {};
	return {
		name: said?.name?.value ?? name,
		description: said?.description?.value ?? '',
		organization,
		identifier: said?.identifier?.value ?? null,
		tier: organization === 'hashicorp' ? ('official' as const) : target,
		flags: (said?.flags?.items ?? []).map(({ value }) => ({ name: flagNames.get(value) ?? value, known: flagNames.has(value) })),
		license: license === undefined ? null : { type: license.type?.value ?? null, url: license.url?.value ?? null },
		elsewhere: read(isPublished) ? null : (docs?.externalUrl?.value ?? ''),
		snippet: snippetOf(read),
	};
}

/** The block that installs the plugin; of its newest version, where it has one. */
function snippetOf(read: Read): string | null {
	const { name, source } = read(identity);
	if (source === undefined) return null;
	const version = read(newestVersion);
	const lines = version === undefined ? [`source = "${source}"`] : [`version = ">= ${version}"`, `source  = "${source}"`];
	return `packer {\n  required_plugins {\n    ${name} = {\n${lines.map(line => `      ${line}\n`).join('')}    }\n  }\n}\n`;
}

const reported = (read: Read, all: readonly Said[]): ReportedRemark[] =>
	all.map(({ message, place }) => {
		if (place === undefined) return { message, path: null, line: null, column: null };
		const { line, column } = read(linesOf, place.path).positionAt(locate(read, place).start);
		return { message, path: place.path, line: line + 1, column: column + 1 };
	});
