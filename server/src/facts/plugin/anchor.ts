import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { exists } from '../core/files';
import { goSources } from '../go/sources';
import { entry } from './entry';

/** The place of a finding about something missing from the whole plugin: go.mod; without one, its main function or first Go file. */
export const anchor: Fact<Place> = read => {
	if (read(exists, 'go.mod')) return at('go.mod');
	return read(entry)?.main ?? at(read(goSources)[0] ?? 'go.mod');
};
