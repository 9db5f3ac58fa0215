import type { Showing } from './diagnostics';
import type { PluginState } from './services';

/** A plugin as the features see it: its state now, and how to speak of it to the client. */
export interface Facing extends Showing {
	readonly state: PluginState;
}
