import { Lines } from '../../text/lines';
import type { Fact } from './database';
import { text } from './files';

/** The lines of a file; those of an empty text where it has none. Finding them takes as long as reading the file, so each asks here. */
export const linesOf: Fact<Lines, string> = (read, path) => new Lines(read(text, path) ?? '');
