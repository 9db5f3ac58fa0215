import { repositoryAddress } from '../../server/src/engine/addresses';
import type { Rule } from '../../server/src/engine/rule';
import { framed } from './frame';
import { escaped, htmlOf } from './markdown';
import { rulePage } from './rulePage';

/** What the site is made of: the rules, their pages in Markdown by id, and the page of recipes. */
export interface Sources {
	readonly rules: Readonly<Record<string, Rule>>;
	readonly pages: Readonly<Record<string, string>>;
	readonly recipes: string;
}

/** What the search looks through: a document a rule. */
export interface Searched {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	readonly text: string;
}

/** The site: the text of each file by its path. Its style and its search are not in it. */
export function siteOf({ rules, pages, recipes }: Sources): ReadonlyMap<string, string> {
	const ids = Object.keys(rules).sort();
	const rule = (id: string) => rules[id] as Rule;
	const files = new Map<string, string>();
	files.set('index.html', framed({ title: 'Packer Plugin Readiness: rules', content: contents(ids, rule), root: '', scripts: ['documents.js', 'search.js'] }));
	files.set('recipes.html', framed({ title: 'Recipes', content: htmlOf(recipes), root: '' }));
	for (const id of ids) {
		const content = `${rulePage(id, pages[id] ?? '', rule(id))}<p><a href="${repositoryAddress}/blob/main/server/src/rules/${id}/README.md">This page in the repository</a></p>`;
		files.set(`rules/${id}.html`, framed({ title: id, content, root: '../../' }));
	}
	const documents = ids.map((id): Searched => ({ id, title: rule(id).title, summary: rule(id).summary, text: proseOf(pages[id] ?? '') }));
	files.set('documents.js', `globalThis.documents = ${JSON.stringify(documents)};\n`);
	return files;
}

/** The list of all rules, by area. It works without scripts, which only filter it. */
function contents(ids: readonly string[], rule: (id: string) => Rule): string {
	const areas = [...new Set(ids.map(areaOf))];
	const item = (id: string) => {
		const { severity, severities = {}, summary } = rule(id);
		const all = [...new Set([severity, ...Object.values(severities)])];
		const badges = all.map(one => `<span class="severity ${one}">${one}</span>`).join(' ');
		return `<li id="${id}"><a href="rules/${id}.html">${id}</a> ${badges}<br />${htmlOf(summary).replace(/<\/?p>/g, '')}</li>`;
	};
	return [
		'<h1>Rules</h1>',
		`<p>What Packer, the integrations portal or a reviewer would reject, rule by rule. <code>error</code>: rejected. <code>warning</code>: a reviewer asks for it. <code>info</code>: advice.</p>`,
		`<p class="search" hidden="hidden"><label for="query">Search ${ids.length} rules</label> <input id="query" type="search" autocomplete="off" aria-controls="rules" /> <span id="found" role="status"></span></p>`,
		`<div id="rules">${areas
			.map(
				area =>
					`<section><h2>${escaped(area)}</h2><ul>${ids
						.filter(id => areaOf(id) === area)
						.map(item)
						.join('')}</ul></section>`,
			)
			.join('')}</div>`,
	].join('\n');
}

const areaOf = (id: string) => id.split('/', 1)[0] as string;

/** A page without its examples. */
const proseOf = (page: string): string => page.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, ' ').replace(/\s+/g, ' ');
