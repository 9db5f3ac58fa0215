import * as vscode from 'vscode';
import { type ExplainRule, explainRule, listRules, type RuleView } from '../../../server/src/protocol';
import { command, scheme } from '../contributions';
import type { Host } from '../host';
import type { FindingNode } from './checklist/nodes';
import { pageHtml } from './pageHtml';

/** The page of a rule in a tab of its own that is named after the rule: of the rule it was called on, else of one that the person picks. */
export function registerPages(host: Host): void {
	const { server } = host;
	const pageOf = (rule: string) => server.request<string | null>(explainRule, { rule } satisfies ExplainRule);
	let panel: vscode.WebviewPanel | undefined;

	const provideTextDocumentContent = async ({ path }: vscode.Uri) => (await pageOf(path.slice(1).replace(/\.md$/, ''))) ?? '';
	host.context.subscriptions.push(
		vscode.workspace.registerTextDocumentContentProvider(scheme.page, { provideTextDocumentContent }),
		new vscode.Disposable(() => panel?.dispose()),
	);

	host.command(command.explainRule, async (asked?: string | FindingNode) => {
		const rule = typeof asked === 'string' ? asked : (asked?.finding?.rule ?? (await pickRule(await server.request<readonly RuleView[]>(listRules))));
		if (rule === undefined) return;
		const page = await pageOf(rule);
		if (page === null) throw new Error(`Rule ${rule} does not exist.`);
		const body = await vscode.commands.executeCommand<string>('markdown.api.render', page).then(
			html => html,
			() => undefined, // the editor's own Markdown extension is turned off
		);
		if (body === undefined) return void (await vscode.window.showTextDocument(vscode.Uri.from({ scheme: scheme.page, path: `/${rule}.md` })));
		panel ??= makePanel(() => {
			panel = undefined;
		});
		panel.title = rule;
		panel.webview.html = pageHtml(rule, body);
		panel.reveal();
	});
}

function makePanel(gone: () => void): vscode.WebviewPanel {
	const panel = vscode.window.createWebviewPanel('packerReadiness.rule', '', vscode.ViewColumn.Active, { enableFindWidget: true });
	panel.onDidDispose(gone);
	return panel;
}

const icons = { error: 'error', warning: 'warning', info: 'info' } as const;

async function pickRule(rules: readonly RuleView[]): Promise<string | undefined> {
	const items = rules.map(({ id, summary, severity }) => ({ label: `$(${icons[severity]}) ${id}`, description: summary, id }));
	return (await vscode.window.showQuickPick(items, { placeHolder: 'Which rule?', matchOnDescription: true }))?.id;
}
