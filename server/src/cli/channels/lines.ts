import { neutral } from './neutral';
import { type Sayable, shown } from './said';
import { Written } from './written';

/** Lines for a person. */
export const lines = (...parts: readonly Sayable[]): Written => new Written(parts.map(part => `${neutral(shown(part))}\n`).join(''));

/** A text of many lines for a person, such as a page or a draft. A newline ends it. */
export const document = (text: string): Written => lines(...text.replace(/\r?\n$/, '').split(/\r?\n/));

/** Texts after each other. */
export const joined = (parts: readonly Written[]): Written => new Written(parts.map(part => part.text).join(''));
