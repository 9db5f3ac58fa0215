import * as vscode from 'vscode';
import { command } from '../../contributions';
import type { Host } from '../../host';
import { pickPlugin } from '../pickPlugin';
import type { PointNode } from './nodes';
import { changed } from './rounds';

/** Records the points of a round of review; they are ticked in the tree, and edited and removed from its context menu. */
export function registerReviewRounds(host: Host): void {
	const { recordings } = host;
	host.command(command.recordReviewRound, async (called?: unknown) => {
		const plugin = await pickPlugin(host.server, called);
		if (!plugin) return;
		const text = await vscode.window.showInputBox({
			title: `Review feedback on ${plugin.name}`,
			prompt: 'The points that the reviewers raised, separated by semicolons',
			ignoreFocusOut: true, // the person copies them from somewhere
		});
		const points = text?.split(';').flatMap(point => (point.trim() === '' ? [] : [{ text: point.trim(), done: false }])) ?? [];
		if (points.length > 0) await recordings.addRound(plugin.uri, { date: new Date().toISOString().slice(0, 10), points });
	});

	host.command(command.editReviewPoint, async (node: PointNode) => {
		const text = (await vscode.window.showInputBox({ title: 'Review point', value: node.text }))?.trim();
		if (text)
			await recordings.setRounds(
				node.plugin.uri,
				changed(recordings.of(node.plugin.uri).rounds, node, point => [{ ...point, text }]),
			);
	});

	host.command(command.removeReviewPoint, async (node: PointNode) => {
		const rounds = changed(recordings.of(node.plugin.uri).rounds, node, () => []);
		await recordings.setRounds(
			node.plugin.uri,
			rounds.filter(({ points }) => points.length > 0),
		);
	});
}
