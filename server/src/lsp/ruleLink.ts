import type { MarkupContent } from 'vscode-languageserver';
import { rulePage } from '../engine/addresses';
import type { Abilities } from './abilities';

/** Where the page of a rule is read: our extension shows it in the editor, without a network; other clients get its address. */
export const rulePageLink = (rule: string, extension: boolean): string =>
	extension ? `command:packerReadiness.explainRule?${encodeURIComponent(JSON.stringify([rule]))}` : rulePage(rule);

/** The content of a hover, in the form that the client shows. */
export const contentOf = ({ markdown }: Abilities, asMarkdown: string, asText: string): MarkupContent =>
	markdown ? { kind: 'markdown', value: asMarkdown } : { kind: 'plaintext', value: asText };
