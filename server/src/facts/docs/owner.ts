import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { exists } from '../core/files';
import { registrations } from '../plugin/registrations';
import { metadataPath } from '../webdocs/paths';

/** Where something stands that the whole plugin lacks: its first registration, else its go.mod. */
export const pluginPlace = (read: Read): Place => read(registrations)[0]?.place ?? at('go.mod');

/** Where something stands that its documentation lacks: metadata.hcl, else go.mod. */
export const docsPlace = (read: Read): Place => at(read(exists, metadataPath) ? metadataPath : 'go.mod');
