import * as vscode from 'vscode';
import type { FindingView, Severity } from '../../../../server/src/protocol';
import { scheme } from '../../contributions';
import { counted } from '../counted';

const decorations: Readonly<Record<Severity, readonly [badge: string, color: string]>> = {
	error: ['E', 'list.errorForeground'],
	warning: ['W', 'list.warningForeground'],
	info: ['I', 'editorInfo.foreground'],
};

/** The address of a row that shows a file's icon, with a severity. It is not the file's own, which has decorations of other extensions. */
export const withSeverity = (uri: vscode.Uri, severity: Severity): vscode.Uri => vscode.Uri.from({ scheme: scheme.finding, path: uri.path, query: severity });

/** Shows the severity of such a row as a letter and a color. */
export const severityDecorations: vscode.FileDecorationProvider = {
	provideFileDecoration(uri) {
		if (uri.scheme !== scheme.finding || !(uri.query in decorations)) return undefined;
		const [badge, color] = decorations[uri.query as Severity];
		return { badge, color: new vscode.ThemeColor(color), tooltip: uri.query };
	},
};

/** The gravest severity of some findings. */
export const gravest = (findings: readonly FindingView[]): Severity =>
	(['error', 'warning'] as const).find(severity => findings.some(finding => finding.severity === severity)) ?? 'info';

/** `2 errors, 1 warning`; empty where there is none. */
export function countedFindings(findings: readonly Pick<FindingView, 'severity'>[]): string {
	const part = (severity: Severity, word: string) => {
		const count = findings.filter(finding => finding.severity === severity).length;
		return count === 0 ? [] : [counted(count, word)];
	};
	return [...part('error', 'error'), ...part('warning', 'warning'), ...part('info', 'suggestion')].join(', ');
}
