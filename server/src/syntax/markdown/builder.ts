import type { Code, Nodes, Root } from 'mdast';
import type { Node, NodeTable } from '../../text/nodes';
import type { CodeBlock, FrontMatter, Heading, Html, InlineCode, Link, MarkdownComment, MarkdownFile } from './file';
import { textOf } from './text';
import type { Addresses } from './tree';

const lineStarts = new Set(['paragraph', 'heading', 'tableRow']);

/** Collects from the library's tree what rules need. `shift` is added to the tree's offsets. */
export class Builder {
	readonly comments: MarkdownComment[] = [];
	readonly #headings: Heading[] = [];
	readonly #codeBlocks: CodeBlock[] = [];
	readonly #links: { link: Link; refersTo?: string }[] = [];
	readonly #inlineCodes: InlineCode[] = [];
	readonly #html: Html[] = [];
	readonly #definitions = new Map<string, Link>();
	#frontMatter: FrontMatter | undefined;
	#plain = '';

	constructor(
		readonly text: string,
		readonly table: NodeTable,
		readonly shift: number,
	) {}

	/** Reads the whole tree, in the order of the text. */
	read(root: Root, addresses: Addresses): void {
		const open: Nodes[] = [root];
		for (let at = open.pop(); at; at = open.pop()) {
			this.#visit(at, addresses);
			if ('children' in at) for (let child = at.children.length; child-- > 0; ) open.push(at.children[child] as Nodes);
		}
	}

	/** The result. A reference without a definition is not a link. */
	file(): Omit<MarkdownFile, 'includes' | 'missedIncludes' | 'problems'> {
		const links = this.#links.flatMap(({ link, refersTo }) => {
			if (refersTo === undefined) return link;
			const definition = this.#definitions.get(refersTo);
			return definition ? { ...link, url: definition.url, urlNode: definition.urlNode } : [];
		});
		const plainText = this.#plain
			.replace(/[ \t]+/g, ' ')
			.replace(/ ?\n\s*/g, '\n')
			.trim();
		const lists = { headings: this.#headings, codeBlocks: this.#codeBlocks, links, inlineCodes: this.#inlineCodes, html: this.#html, plainText };
		return this.#frontMatter ? { frontMatter: this.#frontMatter, ...lists } : lists;
	}

	#visit(at: Nodes, addresses: Addresses): void {
		const [start, end] = [(at.position?.start.offset ?? 0) + this.shift, (at.position?.end.offset ?? 0) + this.shift];
		const node = () => this.table.add(start, end);
		if (lineStarts.has(at.type)) this.#plain += '\n';
		else if (at.type === 'tableCell' || at.type === 'break') this.#plain += ' ';
		switch (at.type) {
			case 'yaml': {
				const from = this.text.indexOf('\n', start) + 1;
				const to = Math.max(from, this.text.lastIndexOf('\n', end - 1) + 1);
				this.#frontMatter = { raw: this.text.slice(from, to), node: node(), contentNode: this.table.add(from, to) };
				return;
			}
			case 'heading':
				this.#headings.push({ depth: at.depth, text: textOf(at), node: node() });
				return;
			case 'code':
				this.#codeBlocks.push(this.#code(at, start, end));
				return;
			case 'text':
				this.#plain += at.value;
				return;
			case 'inlineCode':
				this.#plain += at.value;
				this.#inlineCodes.push({ value: at.value, node: node() });
				return;
			case 'html':
				this.#htmlOf(start, end);
				return;
			case 'link':
			case 'image':
			case 'definition': {
				const text = at.type === 'link' ? textOf(at) : at.type === 'image' ? (at.alt ?? '') : (at.label ?? at.identifier);
				const link: Link = { kind: at.type, url: at.url, text, node: node(), urlNode: this.#address(addresses.get(at), start, end) };
				this.#links.push({ link });
				if (at.type === 'definition' && !this.#definitions.has(at.identifier)) this.#definitions.set(at.identifier, link);
				return;
			}
			case 'linkReference':
			case 'imageReference': {
				const text = at.type === 'linkReference' ? textOf(at) : (at.alt ?? '');
				const whole = node();
				this.#links.push({ link: { kind: 'reference', url: '', text, node: whole, urlNode: whole }, refersTo: at.identifier });
			}
		}
	}

	#address(known: readonly [number, number] | undefined, start: number, end: number): Node {
		if (known) return this.table.add(known[0] + this.shift, known[1] + this.shift);
		const angle = this.text[start] === '<' && this.text[end - 1] === '>' ? 1 : 0;
		return this.table.add(start + angle, end - angle);
	}

	#code({ value, lang, meta }: Code, start: number, end: number): CodeBlock {
		const source = this.text.slice(start, end);
		const fenced = /^(?:`{3}|~{3})/.test(source);
		let [from, to] = [start, end];
		if (fenced) {
			const first = this.text.indexOf('\n', start);
			const last = this.text.lastIndexOf('\n', end - 1);
			from = first < 0 || first >= end ? end : first + 1;
			const closed = last >= from - 1 && last >= start && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(this.text.slice(last + 1, end));
			to = Math.max(from, closed ? last - (this.text[last - 1] === '\r' ? 1 : 0) : end);
		}
		return {
			...(lang && { lang }),
			...(meta && { meta }),
			value,
			fenced,
			verbatim: this.text.slice(from, to) === value,
			node: this.table.add(start, end),
			contentNode: this.table.add(from, to),
		};
	}

	/** HTML without its comments, which are kept apart; nothing if it is all comment. */
	#htmlOf(start: number, end: number): void {
		const source = this.text.slice(start, end);
		let value = '';
		let done = 0;
		for (const { 0: text, index } of source.matchAll(/<!--(?:>|->|[\s\S]*?(?:-->|$))/g)) {
			this.comments.push({ text, start: start + index, end: start + index + text.length });
			value += source.slice(done, index);
			done = index + text.length;
		}
		value = (value + source.slice(done)).trim();
		if (value) this.#html.push({ value, node: this.table.add(start, end) });
	}
}
