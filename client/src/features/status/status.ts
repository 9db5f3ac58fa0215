import type { PluginView } from '../../../../server/src/protocol';
import type { State } from '../../contributions';
import { counted } from '../counted';

/** What the status bar shows of the workspace. */
export interface Status {
	/** The id of a product icon. */
	readonly icon: string;
	readonly text: string;
	/** Sentences for the tooltip, a line each. */
	readonly lines: readonly string[];
	/** The server has stopped for good: a click starts it again. */
	readonly failed: boolean;
}

/** How the plugins of a workspace stand; undefined where it has none, or none is known yet: other projects see nothing. */
export function statusOf(server: { readonly state: State; readonly plugins: readonly PluginView[]; readonly restarted: boolean }): Status | undefined {
	const { state, plugins, restarted } = server;
	if (state === 'failed')
		return {
			icon: 'error',
			text: 'Packer: server stopped',
			lines: ['The language server of Packer Plugin Readiness has stopped. Select to restart it.'],
			failed: true,
		};
	if (plugins.length === 0) return undefined;
	const errors = plugins.reduce((sum, { summary }) => sum + summary.errors, 0);
	const lines = [...plugins.flatMap(linesOf), ...(restarted ? ['The language server ended unexpectedly and was restarted.'] : [])];
	const shown = (icon: string, text: string): Status => ({ icon, text: `Packer: ${text}`, lines, failed: false });
	if (state === 'starting') return shown('sync~spin', 'restarting');
	if (errors > 0) return shown('error', counted(errors, 'error'));
	return plugins.every(({ summary }) => summary.ready) ? shown('pass', 'no errors') : shown('question', 'not all checked');
}

function linesOf({ name, summary: { errors, warnings }, troubles, next }: PluginView): string[] {
	const counts = [counted(errors, 'error'), counted(warnings, 'warning')].join(', ');
	return [
		`${name}: ${counts}.`,
		...(troubles.length === 0 ? [] : ['Some of it could not be checked. The output says what and why.']),
		...(next === undefined ? [] : [`Next: ${next.label}.`]),
	];
}
