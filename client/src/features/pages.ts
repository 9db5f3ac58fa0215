import * as vscode from 'vscode';
import { type ExplainRule, explainRule, listRules, type RuleView } from '../../../server/src/protocol';
import { command, scheme } from '../contributions';
import type { Host } from '../host';
import type { FindingNode } from './checklist/nodes';

/** The page of a rule, in the Markdown preview: of the rule it was called on, else of one that the person picks. */
export function registerPages(host: Host): void {
	const { server } = host;
	const provider: vscode.TextDocumentContentProvider = {
		provideTextDocumentContent: async uri =>
			(await server.request<string | null>(explainRule, { rule: ruleOf(uri) } satisfies ExplainRule)) ?? `There is no rule ${ruleOf(uri)}.`,
	};
	host.context.subscriptions.push(vscode.workspace.registerTextDocumentContentProvider(scheme.page, provider));

	host.command(command.explainRule, async (asked?: string | FindingNode) => {
		const rule = typeof asked === 'string' ? asked : (asked?.finding?.rule ?? (await pickRule(await server.request<readonly RuleView[]>(listRules))));
		if (rule === undefined) return;
		await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.from({ scheme: scheme.page, path: `/${rule}.md` }));
	});
}

const ruleOf = (uri: vscode.Uri) => uri.path.slice(1).replace(/\.md$/, '');

const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

async function pickRule(rules: readonly RuleView[]): Promise<string | undefined> {
	const items = rules.map(({ id, summary, severity }) => ({ label: `$(${icons[severity]}) ${id}`, description: summary, id }));
	return (await vscode.window.showQuickPick(items, { placeHolder: 'Which rule?', matchOnDescription: true }))?.id;
}
