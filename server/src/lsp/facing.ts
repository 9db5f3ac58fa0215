import type { Showing } from './diagnostics';
import type { PluginState } from './services';

/** A plugin as the features see it: its current state, and how to convert it for the client. */
export interface Facing extends Showing {
	readonly state: PluginState;
}
