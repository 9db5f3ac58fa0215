import { type CompletionItem, CompletionItemKind, type Hover, InsertTextFormat, InsertTextMode, MarkupKind, type Position } from 'vscode-languageserver';
import type { Rules } from '../../engine/check';
import { lineEndOf } from '../../text/lines';
import type { Abilities } from '../abilities';
import { contentOf, rulePageLink } from '../ruleLink';
import { type Context, contextAt } from './context';
import { type Word, wordsAt } from './words';

/** A settings file as it is in the editor; `lead` is the offset of the text in the editor's first line. */
export interface SettingsText {
	readonly text: string;
	readonly lead: number;
}

/** The words that can be written at a place of a settings file. */
export function completionsAt(rules: Rules, can: Abilities, file: SettingsText, position: Position): CompletionItem[] {
	const context = contextOf(file, position);
	if (context === undefined) return [];
	return wordsAt(rules, context.kind, context.keys)
		.filter(({ word }) => !context.beside.has(word))
		.map((word, i) => ({
			label: word.word,
			kind: context.kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
			...(word.detail === undefined ? {} : { detail: word.detail }),
			documentation: can.markdownCompletion ? { kind: MarkupKind.Markdown, value: markdownOf(word, can) } : plainOf(word),
			sortText: String(i).padStart(4, '0'),
			filterText: word.word,
			insertTextFormat: InsertTextFormat.PlainText,
			insertTextMode: InsertTextMode.asIs,
			textEdit: { range: rangeOf(context, file, position.line), newText: word.word + after(word, context, lineEndOf(file.text)) },
			...(can.extension && continues(word, context) ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
		}));
}

/** What the word at a place of a settings file means; null where it is not a setting. */
export function settingHover(rules: Rules, can: Abilities, file: SettingsText, position: Position): Hover | null {
	const context = contextOf(file, position);
	const word = context && wordsAt(rules, context.kind, context.keys).find(one => one.word === context.word);
	if (context === undefined || word === undefined) return null;
	const contents = contentOf(can, markdownOf(word, can), plainOf(word));
	return { contents, range: rangeOf(context, file, position.line) };
}

const leadOf = ({ lead }: SettingsText, line: number) => (line === 0 ? lead : 0);

const contextOf = (file: SettingsText, { line, character }: Position) => contextAt(file.text, line, Math.max(0, character - leadOf(file, line)));

function rangeOf({ from, to }: Context, file: SettingsText, line: number) {
	const lead = leadOf(file, line);
	return { start: { line, character: from + lead }, end: { line, character: to + lead } };
}

const markdownOf = ({ title, about, rule }: Word, { extension }: Abilities): string =>
	[title && `**${title}**`, about, rule && `[${rule}](${rulePageLink(rule, extension)})`].filter(part => part).join('\n\n');

const plainOf = ({ title, about, rule }: Word): string => [title, about, rule && `${rule}: ${rulePageLink(rule, false)}`].filter(part => part).join('\n\n');

const continues = ({ opens }: Word, { kind, hasColon }: Context) => kind === 'key' && !hasColon && opens !== 'nothing';

/** What is written after a word, so that what belongs to it can be typed. */
function after(word: Word, context: Context, lineEnd: string): string {
	if (!continues(word, context)) return '';
	if (word.opens === 'value' || context.inBraces) return ': ';
	const depth = context.keys.length;
	const step = depth === 0 ? 2 : Math.max(1, Math.floor(context.indent / depth));
	return `:${lineEnd}${' '.repeat(context.indent + step)}`;
}
