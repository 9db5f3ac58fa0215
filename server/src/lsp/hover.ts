import type { Hover, MarkupContent, Position } from 'vscode-languageserver';
import { rulePage } from '../engine/addresses';
import type { Facing } from './facing';
import { openingOf } from './page';
import { counting } from './shown';

/** What hovering over a finding shows: the opening of its rule's page, once for each rule, and where to read on. */
export function hoverOf(facing: Facing, pages: Readonly<Record<string, string>>, path: string, position: Position): Hover | null {
	const { state, positions, can } = facing;
	const offset = positions.offset(path, position);
	const here = counting(state.read, state.report.findings).filter(({ path: at, span }) => at === path && span.start <= offset && offset <= span.end);
	const [first] = here;
	if (first === undefined) return null;
	const rules = [...new Set(here.map(({ finding }) => finding.rule))];
	const contents: MarkupContent = can.markdown
		? { kind: 'markdown', value: rules.map(rule => asMarkdown(rule, pages[rule], can.extension)).join('\n\n---\n\n') }
		: { kind: 'plaintext', value: rules.map(rule => asText(rule, pages[rule])).join('\n\n') };
	return { contents, range: positions.range(path, first.span) };
}

/** Our extension shows the page itself, without a network; other clients get its address. */
function asMarkdown(rule: string, page: string | undefined, extension: boolean): string {
	const opening = openingOf(page ?? '');
	const command = `command:packerReadiness.explainRule?${encodeURIComponent(JSON.stringify([rule]))}`;
	const link = `[${rule}](${extension ? command : rulePage(rule)})`;
	return opening === undefined ? link : `**${opening.summary}**\n\n${opening.why}\n\n${link}`;
}

function asText(rule: string, page: string | undefined): string {
	const opening = openingOf(page ?? '');
	const address = `${rule}: ${rulePage(rule)}`;
	return opening === undefined ? address : `${opening.summary}\n\n${opening.why}\n\n${address}`;
}
