import { layout } from '../facts/docs/layout';
import type { Part } from './part';

/** The line of a component in a README that lists components. */
const line = ({ kind, owner, name, slug, fullName, title }: Part) =>
	`- [${fullName}](/packer/integrations/${owner}/${name}/latest/components/${layout[kind].web}/${slug}) - The ${title} ${layout[kind].noun}.`;

/** Headings of the components of a kind. */
const headings: Readonly<Record<Part['kind'], RegExp>> = {
	builder: /^builders?$/i,
	provisioner: /^provisioners?$/i,
	'post-processor': /^post[- ]?processors?$/i,
	datasource: /^data ?sources?$/i,
};

/** Where a README lists a new component, and the text: in the list of its kind, in a new list among the components, or at the end. */
export function indexEntry(readme: string, part: Part): { readonly offset: number; readonly text: string } {
	const all = [...readme.matchAll(/^(#{1,6})[ \t]+(.+?)[ \t#]*$/gm)].map(({ index, 1: marks = '', 2: title = '', 0: whole }) => ({
		start: index,
		end: index + whole.length,
		level: marks.length,
		title,
	}));
	const endOf = (i: number) => all.slice(i + 1).find(h => h.level <= (all[i]?.level ?? 0))?.start ?? readme.length;
	const kind = all.findIndex(h => headings[part.kind].test(h.title));
	const under = kind !== -1 ? kind : all.findIndex(h => /\bcomponents\b/i.test(h.title));
	const start = all[under]?.end ?? readme.length;
	const section = readme.slice(start, under === -1 ? readme.length : endOf(under));
	const offset = start + section.trimEnd().length;
	if (kind !== -1) return { offset, text: `${/^\s*$/.test(section) ? '\n\n' : '\n'}${line(part)}` };
	const marks = '#'.repeat(Math.min(6, (all[under]?.level ?? 3) + 1));
	return { offset, text: `${readme === '' ? '' : '\n\n'}${marks} ${layout[part.kind].group}\n\n${line(part)}${offset === readme.length ? '\n' : ''}` };
}
