import type { PluginView } from '../../../../server/src/protocol';
import { counted } from '../counted';

/** The lines of the output about the plugins that were found; with the milliseconds since the server was started, if this is its first answer. */
export function foundLines(plugins: ReadonlyArray<Pick<PluginView, 'uri' | 'name' | 'components' | 'summary'>>, milliseconds?: number): string[] {
	const after = milliseconds === undefined ? '' : ` in ${Math.round(milliseconds)} ms`;
	return [
		`${plugins.length === 0 ? 'No Packer plugin' : counted(plugins.length, 'Packer plugin')} found${after}`,
		...plugins.map(({ uri, name, components, summary: { errors, warnings, infos } }) => {
			const counts = [counted(components.length, 'component'), counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'suggestion')];
			return `${name} (${uri}): ${counts.join(', ')}`;
		}),
	];
}
