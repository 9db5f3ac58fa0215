import { visible } from '../../text/visible';

/** A part of a line without control characters other than those of colors. Only `said` and paints make it. */
export class Said {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	toString(): string {
		return this.text;
	}
}

/** What may stand in a line: strings and numbers as they are shown, and parts that are shown already. */
export type Sayable = string | number | Said;

/** A value as it is shown in a line. */
export const shown = (value: Sayable): string => (value instanceof Said ? value.text : visible(String(value)));

/** A part of a line. The values in it are made visible. */
export const said = (strings: TemplateStringsArray, ...values: readonly Sayable[]): Said =>
	new Said(strings.map((text, i) => (i === 0 ? text : shown(values[i - 1] as Sayable) + text)).join(''));
