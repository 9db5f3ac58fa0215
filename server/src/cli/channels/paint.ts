import { createColors } from 'picocolors';
import { Said, type Sayable, shown } from './said';

const names = ['bold', 'dim', 'red', 'green', 'yellow', 'blue', 'cyan'] as const;

/** Colors, or no colors. */
export type Paint = Readonly<Record<(typeof names)[number], (text: Sayable) => Said>>;

/** The paints of a channel. */
export function paintOf(colors: boolean): Paint {
	const paint = createColors(colors);
	return Object.fromEntries(names.map(name => [name, (text: Sayable) => new Said(paint[name](shown(text)))])) as unknown as Paint;
}
