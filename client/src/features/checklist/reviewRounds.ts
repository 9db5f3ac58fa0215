import * as vscode from 'vscode';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { pickPlugin } from '../pickPlugin';

/** Records a round of review, and the points that are settled. */
export function registerReviewRounds(host: Host): void {
	host.command(command.recordReviewRound, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const { rounds } = host.recordings.of(plugin.uri);
		const points = rounds.flatMap((round, r) => round.points.map((point, p) => ({ label: point.text, description: round.date, picked: point.done, r, p })));
		const add = { label: '$(add) Add a round of feedback…', alwaysShow: true };
		const settle = { label: '$(checklist) Mark points as settled…', description: `${points.filter(point => !point.picked).length} open` };
		const chosen = points.length === 0 ? add : await vscode.window.showQuickPick([add, settle], { placeHolder: `Review of ${plugin.name}` });
		if (chosen === add) {
			const text = await vscode.window.showInputBox({ title: 'Review feedback', prompt: 'The points that the reviewers raised, parted by semicolons' });
			const list = text?.split(';').flatMap(point => (point.trim() === '' ? [] : [{ text: point.trim(), done: false }]));
			if (list && list.length > 0) await host.recordings.addRound(plugin.uri, { date: new Date().toISOString().slice(0, 10), points: list });
		} else if (chosen === settle) {
			const settled = await vscode.window.showQuickPick(points, { canPickMany: true, placeHolder: 'Which points are settled?' });
			if (!settled) return;
			const isSettled = (r: number, p: number) => settled.some(point => point.r === r && point.p === p);
			await host.recordings.setRounds(
				plugin.uri,
				rounds.map((round, r) => ({ ...round, points: round.points.map((point, p) => ({ ...point, done: isSettled(r, p) })) })),
			);
		}
	});
}
