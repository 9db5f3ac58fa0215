import { marked } from './neutral';
import { Written } from './written';

/** Characters that JSON and XML allow as they are, and that control terminals or turn the direction of writing. */
const controls = /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(4, '0');

/** JSON, in which strings hold nothing but escapes of what could control a reader. It means what `JSON.stringify` gives. */
export const json = (value: unknown): Written =>
	new Written(
		`${JSON.stringify(value, null, 2)
			.replace(controls, character => `\\u${hex(character)}`)
			.replace(marked, '#\\u0023')}\n`,
	);

/** XML, in which references stand for what could control a reader, and for carriage returns, of which readers make line ends. It means what was given. */
export const xml = (text: string): Written =>
	new Written(
		text
			.replace(controls, character => `&#x${hex(character)};`)
			.replace(/\r/g, '&#13;')
			.replace(/^([^\S\n]*):(?=:)/gm, '$1&#58;')
			.replace(marked, '#&#35;'),
	);
