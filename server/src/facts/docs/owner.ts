import { at, type Place } from '../../text/place';
import type { Read } from '../core/database';
import { exists } from '../core/files';
import { anchor } from '../plugin/anchor';
import { registrations } from '../plugin/registrations';
import { metadataPath } from '../webdocs/paths';

/** The place of a finding about something missing from the whole plugin: its first registration, else go.mod. */
export const pluginPlace = (read: Read): Place => read(registrations)[0]?.place ?? read(anchor);

/** The place of a finding about something missing from its documentation: metadata.hcl, else go.mod. */
export const docsPlace = (read: Read): Place => (read(exists, metadataPath) ? at(metadataPath) : read(anchor));
