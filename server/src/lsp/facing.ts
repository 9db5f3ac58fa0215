import type { Abilities } from './abilities';
import type { Showing } from './diagnostics';
import type { Target } from './publisher';
import type { PluginState } from './services';

/** A plugin as the features see it: its state now, and how to speak of it to the client. */
export interface Facing extends Showing {
	readonly state: PluginState;
	readonly can: Abilities;
	/** Where a file of the plugin is for the client. */
	target(path: string): Target;
}
