/**
 * The script of the preview of the integration page. It puts in what the extension sends, keeps focus and place, and tells the extension what a person
 * chooses; it knows nothing of what it shows.
 */

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };

interface Update {
	readonly html: string;
	readonly page: string;
	readonly status: string;
}

export {}; // what it declares is its own

const api = acquireVsCodeApi();
const shown = document.querySelector('main') as HTMLElement;
const status = document.querySelector('[role="status"]') as HTMLElement;
let page = shown.dataset.shown ?? '';

window.addEventListener('message', ({ data }: MessageEvent<Update>) => {
	const { scrollX, scrollY } = window;
	const focused = document.activeElement?.id ?? '';
	shown.innerHTML = data.html;
	if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
	const top = document.getElementById('ui-pages')?.offsetTop ?? 0;
	window.scrollTo(scrollX, data.page === page ? scrollY : Math.min(scrollY, top));
	page = data.page;
	if (status.textContent !== data.status) status.textContent = data.status;
});

document.addEventListener('click', event => {
	const target = (event.target as Element).closest<HTMLElement>('[data-page], [data-variant], [data-copy]');
	if (target === null) return;
	event.preventDefault();
	const { page, variant, copy } = target.dataset;
	api.postMessage(copy === undefined ? { page, variant } : { copy: true });
});

document.addEventListener('change', event => {
	const input = event.target as HTMLInputElement;
	if (input.name === 'variant') api.postMessage({ variant: input.value });
});

/** Tabs as ARIA's pattern has them: arrows, Home and End move and choose. */
document.addEventListener('keydown', event => {
	const tab = (event.target as Element).closest<HTMLElement>('[role="tab"]');
	if (tab === null || event.altKey || event.ctrlKey || event.metaKey) return;
	const tabs = [...document.querySelectorAll<HTMLElement>('[role="tab"]')];
	const at = tabs.indexOf(tab);
	const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
	const chosen = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length];
	if (chosen === undefined) return;
	event.preventDefault();
	chosen.focus();
	api.postMessage({ page: chosen.dataset.page });
});

window.addEventListener('scroll', () => api.setState({ page, y: window.scrollY }), { passive: true });

const before = api.getState() as { readonly page: string; readonly y: number } | undefined;
if (before?.page === page) window.scrollTo(0, before.y);
api.postMessage({ ready: true });
