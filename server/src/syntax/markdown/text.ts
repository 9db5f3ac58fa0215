import type { Nodes } from 'mdast';

/** The text in a node, without marks and without HTML. */
export function textOf(node: Nodes): string {
	const open: Nodes[] = [node];
	let text = '';
	for (let at = open.pop(); at; at = open.pop()) {
		if (at.type === 'text' || at.type === 'inlineCode') text += at.value;
		else if (at.type === 'break') text += ' ';
		else if (at.type === 'image' || at.type === 'imageReference') text += at.alt ?? '';
		if ('children' in at) for (let child = at.children.length; child-- > 0; ) open.push(at.children[child] as Nodes);
	}
	return text;
}
