import assert from 'node:assert/strict';

/** The processor time that an act takes, in milliseconds: it hardly depends on what else the machine does. */
function processorTime(act: () => void): number {
	const before = process.cpuUsage();
	act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Fails if doing something for a number of things takes much more than four times what it takes for a quarter of them. */
export function assertProportionalTo(number: number, act: (number: number) => unknown, label: string): void {
	act(4); // what is compiled and loaded once
	const quarter = processorTime(() => act(number / 4));
	const whole = processorTime(() => act(number));
	assert.ok(whole <= 8 * quarter + 300, `${label}: ${Math.round(whole)} ms, and a quarter ${Math.round(quarter)} ms`);
}

/** Fails if reading a text takes much more than four times what reading its first quarter takes; four times as long squared would be sixteen. */
export function assertProportional(text: string, read: (text: string) => unknown, label: string): void {
	const quarter = processorTime(() => read(text.slice(0, text.length / 4)));
	const whole = processorTime(() => read(text));
	assert.ok(whole <= 10 * quarter + 300, `${label}: ${Math.round(whole)} ms, and its first quarter ${Math.round(quarter)} ms`);
}
