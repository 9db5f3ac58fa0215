import type { Timings } from './model';

/** The time of each part of the rules' work, and its share of the whole check. A part has the time of the facts that it was the first to read. */
export function timingLines(parts: ReadonlyArray<readonly [name: string, milliseconds: number]>, { totalMs, readMs, parseMs, rulesMs }: Timings): string[] {
	const row = (name: string, milliseconds: number) =>
		`${milliseconds.toFixed(1).padStart(8)} ms ${((100 * milliseconds) / totalMs).toFixed(1).padStart(5)} %  ${name}`;
	return [
		row('total', totalMs),
		row('reading files', readMs),
		row('parsing', parseMs),
		row('rules', rulesMs),
		...parts.map(([name, milliseconds]) => row(`  ${name}`, milliseconds)),
	];
}
