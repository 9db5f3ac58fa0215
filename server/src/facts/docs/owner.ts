import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { exists } from '../core/files';
import { registrations } from '../plugin/registrations';
import { metadataPath } from '../webdocs/paths';

/** The place of a finding about something missing from the whole plugin: its first registration, else go.mod. */
export const pluginPlace = (read: Read): Place => read(registrations)[0]?.place ?? at('go.mod');

/** The place of a finding about something missing from its documentation: metadata.hcl, else go.mod. */
export const docsPlace = (read: Read): Place => at(read(exists, metadataPath) ? metadataPath : 'go.mod');
