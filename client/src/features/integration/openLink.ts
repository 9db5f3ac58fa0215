import { command } from '../../contributions';
import { commandLink, escaped } from '../release/markup';

/** A link that opens a file of the plugin. */
export const openLink = (text: string, root: string, path: string, line = 0, column = 0): string =>
	commandLink(command.openFinding, [{ uri: `${root}/${path.split('/').map(encodeURIComponent).join('/')}`, line, column }], escaped(text));
