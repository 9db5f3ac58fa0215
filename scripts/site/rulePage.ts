import { repositoryAddress } from '../../server/src/engine/addresses';
import type { Rule } from '../../server/src/engine/rule';
import { pageView } from '../../server/src/pages/view';
import { htmlOf } from './markdown';

/** The content of a rule's page in HTML: its change with wrong and right side by side, and the long examples folded. */
export function rulePage(id: string, page: string, rule: Rule): string {
	const [shown = '', ...examples] = pageView(id, linked(id, page), rule, { folds: false }).split(/^(?=## Examples that are )/m);
	const [before, change, after] = partedAtChange(shown);
	return [htmlOf(before), change === undefined ? '' : sideBySide(change), htmlOf(after), ...examples.map(folded)].join('\n');
}

/** A page whose links to other files of the repository lead to pages of the site, or to the repository. */
const linked = (id: string, page: string): string =>
	page.replace(/\]\((\.\.?\/[^)\s]+)\)/g, (_, address: string) => {
		const { pathname, hash } = new URL(address, `file:///server/src/rules/${id}/README.md`);
		const [, other] = /^\/server\/src\/rules\/(.+)\/README\.md$/.exec(pathname) ?? [];
		return other === undefined ? `](${repositoryAddress}/blob/main${pathname}${hash})` : `](../../rules/${other}.html)`;
	});

/** A page before, in and after its first fence with a change. */
function partedAtChange(page: string): readonly [string, string | undefined, string] {
	const found = /^(`{3,})diff\n([\s\S]*?)^\1$/m.exec(page);
	return found === null ? [page, undefined, ''] : [page.slice(0, found.index), found[2], page.slice(found.index + found[0].length)];
}

/** The lines of a change that are wrong, and those that are right, each with what stays. */
function sideBySide(change: string): string {
	const lines = change.replace(/\n$/, '').split('\n');
	const side = (title: string, left: string, right: string) => {
		const own = lines.filter(line => !line.startsWith(left)).map(line => line.slice(line.startsWith(right) || line.startsWith(' ') ? 1 : 0));
		return `<figure class="${title.toLowerCase()}"><figcaption>${title}</figcaption>${htmlOf(fence(own.join('\n')))}</figure>`;
	};
	const removes = lines.some(line => line.startsWith('-'));
	return `<div class="change">${removes ? side('Wrong', '+', '-') : ''}${side('Right', '-', '+')}</div>`;
}

const fence = (text: string) => `${'`'.repeat(10)}\n${text}\n${'`'.repeat(10)}`;

/** A section with long examples, folded under its heading. What follows the examples, the link to the page on the web, is left out. */
function folded(section: string): string {
	const [heading = '', ...rest] = section.split('\n');
	const text = rest.join('\n').replace(/\n\[This page on the web\]\(\S+\)\n*$/, '');
	return `<details><summary>${htmlOf(heading.replace(/^## /, '')).replace(/<\/?p>/g, '')}</summary>${htmlOf(text)}</details>`;
}
