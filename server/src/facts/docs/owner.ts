import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { exists } from '../core/files';
import { registrations } from '../plugin/registrations';

/** Where something stands that the whole plugin lacks: its first registration, else its go.mod. */
export const pluginPlace = (read: Read): Place => read(registrations)[0]?.place ?? at('go.mod');

/** Where something stands that its documentation lacks: metadata.hcl, else go.mod. */
export const docsPlace = (read: Read): Place => at(read(exists, '.web-docs/metadata.hcl') ? '.web-docs/metadata.hcl' : 'go.mod');
