import { lines } from './lines';
import { paintOf } from './paint';
import { Said, said } from './said';
import type { Written } from './written';

/** A unified diff with removed lines in red and added lines in green, if colors are on. Carriage returns at the ends of lines stay, so that it applies. */
export function diff(unified: string, colors: boolean): Written {
	const paint = paintOf(colors);
	const line = (text: string) => {
		if (text.startsWith('+')) return paint.green(text);
		if (text.startsWith('-')) return paint.red(text);
		return text.startsWith('@@') ? paint.cyan(text) : said`${text}`;
	};
	const ended = (text: string) => (text.endsWith('\r') ? new Said(`${line(text.slice(0, -1)).text}\r`) : line(text));
	return unified === '' ? lines() : lines(...unified.replace(/\n$/, '').split('\n').map(ended));
}
