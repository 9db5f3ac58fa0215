import * as vscode from 'vscode';
import type { Host } from '../../host';
import { type Fitted, fitGo } from './fitted';

interface Snippet {
	readonly prefix: string;
	readonly description: string;
	readonly body: readonly string[];
}

/** In which files the snippets of a language are offered. VS Code has no language HCL of its own: such files are known by their names. */
const languages = {
	go: [{ language: 'go', scheme: 'file' }],
	hcl: [{ pattern: '**/*.hcl', scheme: 'file' }],
} as const;

/** Offers snippets in the files of plugins. The manifest could only offer them in every file of a language. */
export function registerSnippets({ context, server }: Host): void {
	const read = async (language: string): Promise<Record<string, Snippet>> => {
		const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, 'snippets', `${language}.json`));
		return JSON.parse(new TextDecoder().decode(bytes));
	};
	for (const [language, selector] of Object.entries(languages)) {
		let loading: Promise<Record<string, Snippet>> | undefined;
		const provider: vscode.CompletionItemProvider = {
			async provideCompletionItems(document, position) {
				const uri = document.uri.toString();
				if (!server.plugins.some(plugin => uri.startsWith(`${plugin.uri}/`))) return [];
				const range = prefixAt(document, position);
				if (range === undefined) return [];
				loading ??= read(language);
				const all = Object.entries(await loading).filter(([, { prefix }]) => language === 'go' || isForFile(prefix, document.uri.path));
				return all.flatMap(([title, snippet]) => {
					const body = snippet.body.join('\n');
					const fitted = language === 'go' ? fitGo(body, blanked(document, range)) : { body };
					return fitted === undefined ? [] : [item(title, snippet, fitted, document, range)];
				});
			},
		};
		context.subscriptions.push(vscode.languages.registerCompletionItemProvider(selector, provider));
	}
}

/** The word before the cursor, where it is the first on its line; undefined where there is more on the line. */
function prefixAt(document: vscode.TextDocument, position: vscode.Position): vscode.Range | undefined {
	const before = document.lineAt(position.line).text.slice(0, position.character);
	const [, word] = /^\s*([\w-]*)$/.exec(before) ?? [];
	return word === undefined ? undefined : new vscode.Range(position.translate(0, -word.length), position);
}

/** The text of a document without what a snippet replaces, at the same offsets. */
function blanked(document: vscode.TextDocument, range: vscode.Range): string {
	const text = document.getText();
	const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
	return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

/** What describes a plugin belongs into metadata.hcl, and what uses one into a template. */
const isForFile = (prefix: string, path: string) => prefix.startsWith('packer-metadata') === path.endsWith('/metadata.hcl');

function item(title: string, { prefix, description }: Snippet, { body, imports }: Fitted, document: vscode.TextDocument, range: vscode.Range) {
	const completion = new vscode.CompletionItem({ label: prefix, description: title }, vscode.CompletionItemKind.Snippet);
	completion.detail = description;
	completion.filterText = prefix;
	completion.documentation = new vscode.MarkdownString().appendCodeblock(body.replaceAll(/\$\{\d+[:|]([^}|,]*)[^}]*\}|\$\d+/g, '$1'), 'go');
	completion.insertText = new vscode.SnippetString(body);
	completion.range = range;
	if (imports !== undefined) completion.additionalTextEdits = [vscode.TextEdit.insert(document.positionAt(imports.at), imports.text)];
	return completion;
}
