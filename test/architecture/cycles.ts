/** The cycles of a graph: its strongly connected components of more than one node (Tarjan), and each node that leads to itself. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
	const found: string[][] = [];
	const number = new Map<string, number>();
	const path: string[] = [];
	const visit = (node: string): number => {
		const own = number.size;
		number.set(node, own);
		path.push(node);
		let low = own;
		for (const next of graph.get(node) ?? []) {
			const known = number.get(next);
			if (known === undefined) low = Math.min(low, visit(next));
			else if (path.includes(next)) low = Math.min(low, known);
		}
		if (low === own) {
			const cycle = path.splice(path.indexOf(node));
			if (cycle.length > 1 || graph.get(node)?.includes(node)) found.push(cycle.sort());
		}
		return low;
	};
	for (const node of graph.keys()) if (!number.has(node)) visit(node);
	return found.sort();
}
