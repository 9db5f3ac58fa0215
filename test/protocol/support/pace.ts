import type { Pace } from '../../../server/src/lsp/environment';

const breathe = () => new Promise<void>(resolve => setImmediate(resolve));

/** A pace at which no check begins while a test holds it. */
export function heldPace() {
	const due = new Set<() => void>();
	let held = false;
	const pace: Pace = {
		now: () => performance.now(),
		breathe,
		after: (milliseconds, callback) => {
			if (milliseconds > 1000) return () => {}; // the client answers
			due.add(callback);
			if (!held) setImmediate(() => due.delete(callback) && callback());
			return () => due.delete(callback);
		},
	};
	return {
		pace,
		hold: () => {
			held = true;
		},
		release: () => {
			held = false;
			for (const callback of [...due]) setImmediate(() => due.delete(callback) && callback());
		},
	};
}

/** A pace at which every step of a check takes this long: at 10 ms the server pauses after each, at 0 after none; `paused` is called for each pause. */
export function steppingPace(milliseconds: number, paused: () => void = () => {}): Pace {
	let now = 0;
	return {
		now: () => (now += milliseconds),
		breathe: () => {
			paused();
			return breathe();
		},
		after: (wait, callback) => {
			if (wait > 1000) return () => {}; // the client answers
			const soon = setImmediate(callback);
			return () => clearImmediate(soon);
		},
	};
}
