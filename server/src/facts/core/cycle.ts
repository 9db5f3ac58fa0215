/** Thrown when a fact needs itself; the message names the facts on the way round. It is a defect of this product, never of a plugin. */
export class FactCycle extends Error {
	/** Named from the same fact on, wherever the cycle was entered, so that the same cycle is the same error. */
	constructor(names: readonly string[]) {
		const first = names.indexOf([...names].sort()[0] as string);
		const round = [...names.slice(first), ...names.slice(0, first)];
		super(`${[...round, round[0]].join(' → ')}: a fact that needs itself`);
	}
}
