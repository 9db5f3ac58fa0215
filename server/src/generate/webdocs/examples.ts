import type { Fact } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { layout } from '../../facts/docs/layout';
import { documentation } from '../../facts/docs/matching';
import type { Page } from '../../facts/docs/pages';
import { isTemplatePage } from '../../facts/docs/templatePages';
import type { Component } from '../../facts/plugin/components';
import { withNewlines } from './segments';
import { codeIn, renderedText } from './words';

/** A component whose page does not show how a template uses it, or shows that in JSON only. */
export interface WithoutExample {
	readonly component: Component;
	readonly page: Page;
	readonly has: 'nothing' | 'json';
}

/** The components whose pages have no example in HCL; those of pages that cannot be rendered left out. */
export const withoutExamples: Fact<readonly WithoutExample[]> = read =>
	read(documentation).flatMap(({ component, documented }) => {
		if (!('page' in documented) || read(isTemplatePage, documented.page.path)) return [];
		const isHcl = new RegExp(
			`(?:^|[\\s{])(?:error-cleanup-)?${layout[component.kind].block}[ \\t]+"|\\b(?:source|data)\\.${escaped(component.fullName)}\\b`,
			'm',
		);
		if (isHcl.test(read(writtenCode, documented.page.path))) return []; // most pages have it themselves, and need not be rendered
		const source = read(renderedText, documented.page.path);
		if (source === undefined) return [];
		const code = codeIn(source);
		if (isHcl.test(code)) return [];
		const isJson = new RegExp(`"type"[ \\t]*:|"${escaped(component.fullName)}"`);
		if (!isJson.test(code) && elsewhere.test(source)) return [];
		return [{ component, page: documented.page, has: isJson.test(code) ? ('json' as const) : ('nothing' as const) }];
	});

/** The code on a page as it is written. */
const writtenCode: Fact<string, string> = (read, path) => codeIn(withNewlines(read(text, path) ?? ''));

/** A link to examples, by its text or its address. */
const elsewhere = /\bexamples?\b(?:[^[\]\n]{0,200}\]\(|[^\s()]{0,200}\))/i;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
