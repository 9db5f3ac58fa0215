import MiniSearch from 'minisearch';
import type { Searched } from './site';

declare const documents: readonly Searched[];

/** Filters the list of rules as somebody types; the list keeps its order, and says how many are left. */
function start(): void {
	const box = document.querySelector<HTMLElement>('.search');
	const query = document.querySelector<HTMLInputElement>('#query');
	const found = document.querySelector('#found');
	if (box === null || query === null || found === null) return;
	const index = new MiniSearch<Searched>({
		fields: ['id', 'title', 'summary', 'text'],
		searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND', boost: { id: 4, title: 3, summary: 2 } },
	});
	index.addAll(documents);
	const show = () => {
		const wanted = query.value.trim();
		const left = wanted === '' ? undefined : new Set(index.search(wanted).map(({ id }) => String(id)));
		for (const item of document.querySelectorAll<HTMLElement>('#rules li')) item.hidden = left !== undefined && !left.has(item.id);
		for (const section of document.querySelectorAll<HTMLElement>('#rules section')) section.hidden = section.querySelector('li:not([hidden])') === null;
		found.textContent = left === undefined ? '' : `${left.size} found`;
	};
	box.hidden = false;
	query.addEventListener('input', show);
	show();
}

start();
