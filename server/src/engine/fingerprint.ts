import type { Read } from '../facts/core/database';
import { text } from '../facts/core/files';
import { linesOf } from '../facts/core/lines';
import { basename } from '../facts/core/paths';
import { hash } from '../text/hash';
import type { Reported } from './report';

/**
 * What a finding is, wherever it moves: a hash of its rule, of its message without the names of its file, and of the text of its line.
 * Equal findings have the same one.
 */
export function fingerprint(read: Read, { rule, key, message, path, span }: Reported): string {
	const said = message.replaceAll(path, '…').replaceAll(basename(path), '…');
	const source = read(text, path) ?? '';
	const lines = read(linesOf, path);
	const { start, end } = lines.lineAt(lines.positionAt(span.start).line);
	return hash([rule, key, said, source.slice(start, end).trim()].join('\n'));
}
