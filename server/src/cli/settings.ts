import { defaultSettings, type Settings } from '../engine/settings';
import type { Read } from '../facts/database';
import type { Environment } from './environment';

/** How the rules are to be run on a plugin: as the file says that was named, else as the plugin's own does. */
export async function settingsOf(_environment: Environment, _read: Read, _root: string, _config: string | undefined): Promise<Settings> {
	return defaultSettings;
}
