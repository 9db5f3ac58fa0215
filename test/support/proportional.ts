import assert from 'node:assert/strict';

/** The processor time that an act takes, in milliseconds: it hardly depends on what else the machine does. */
function processorTime(act: () => void): number {
	const before = process.cpuUsage();
	act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** How often it is measured at most: garbage collection and a busy machine can spoil one measurement, but what is quadratic is so every time. */
const attempts = 4;

function assertOnce(measure: () => { readonly quarter: number; readonly whole: number }, factor: number, label: string): void {
	const measured: string[] = [];
	for (let i = 0; i < attempts; i++) {
		const { quarter, whole } = measure();
		if (whole <= factor * quarter + 300) return;
		measured.push(`${Math.round(whole)} ms, and a quarter ${Math.round(quarter)} ms`);
	}
	assert.fail(`${label}: ${measured.join('; ')}`);
}

/** Fails if doing something for a number of things takes much more than four times what it takes for a quarter of them. */
export function assertProportionalTo(number: number, act: (number: number) => unknown, label: string): void {
	act(4); // what is compiled and loaded once
	assertOnce(() => ({ quarter: processorTime(() => act(number / 4)), whole: processorTime(() => act(number)) }), 8, label);
}

/** Fails if reading a text takes much more than four times what reading its first quarter takes; four times as long squared would be sixteen. */
export function assertProportional(text: string, read: (text: string) => unknown, label: string): void {
	assertOnce(() => ({ quarter: processorTime(() => read(text.slice(0, text.length / 4))), whole: processorTime(() => read(text)) }), 10, label);
}

/** As `assertProportionalTo`, for something that waits. */
export async function assertLaterProportionalTo(number: number, act: (number: number) => Promise<unknown>, label: string): Promise<void> {
	const time = async (count: number) => {
		const before = process.cpuUsage();
		await act(count);
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	};
	await act(4); // what is compiled and loaded once
	const measured: string[] = [];
	for (let i = 0; i < attempts; i++) {
		const [quarter, whole] = [await time(number / 4), await time(number)];
		if (whole <= 8 * quarter + 300) return;
		measured.push(`${Math.round(whole)} ms, and a quarter ${Math.round(quarter)} ms`);
	}
	assert.fail(`${label}: ${measured.join('; ')}`);
}
