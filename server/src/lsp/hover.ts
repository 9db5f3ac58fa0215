import type { Hover, Position } from 'vscode-languageserver';
import { openingOf } from '../pages/opening';
import type { Facing } from './facing';
import { contentOf, rulePageLink } from './ruleLink';
import { counting } from './shown';

/** What hovering over a finding shows: the opening of its rule's page, once for each rule, and where to read on. */
export function hoverOf(facing: Facing, pages: Readonly<Record<string, string>>, path: string, position: Position): Hover | null {
	const { state, positions, can } = facing;
	const offset = positions.offset(path, position);
	const here = counting(state.read, state.report.findings).filter(({ path: at, span }) => at === path && span.start <= offset && offset <= span.end);
	const [first] = here;
	if (first === undefined) return null;
	const rules = [...new Set(here.map(({ finding }) => finding.rule))];
	const markdown = rules.map(rule => asMarkdown(rule, pages[rule], can.extension)).join('\n\n---\n\n');
	const contents = contentOf(can, markdown, rules.map(rule => asText(rule, pages[rule])).join('\n\n'));
	return { contents, range: positions.range(path, first.span) };
}

function asMarkdown(rule: string, page: string | undefined, extension: boolean): string {
	const opening = openingOf(page ?? '');
	const link = `[${rule}](${rulePageLink(rule, extension)})`;
	return opening === undefined ? link : `**${opening.summary}**\n\n${opening.why}\n\n${link}`;
}

function asText(rule: string, page: string | undefined): string {
	const opening = openingOf(page ?? '');
	const address = `${rule}: ${rulePageLink(rule, false)}`;
	return opening === undefined ? address : `${opening.summary}\n\n${opening.why}\n\n${address}`;
}
