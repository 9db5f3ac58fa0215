import { type Edit, insertLineBefore } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { returnsOf } from '../go/blocks';
import { scopeOf, statementPlace } from '../go/body';
import { importing } from '../go/imports';
import { sdkModule } from '../plugin/module';
import type { Unfiltered } from './secrets';

/** Whether `filtering` knows where to put the call: before the last return of the method that decodes. */
export const canFilter = (read: Read, found: Unfiltered): boolean => lastReturn(read, found) !== undefined;

/** The edits that give the secrets of a struct to the log's filter, last thing in the method that decodes them. For fixes only. */
export function filtering(read: Read, found: Unfiltered): readonly Edit[] {
	const last = lastReturn(read, found);
	if (!found.decoding || !last) return [];
	const { path, target } = found.decoding;
	const { edits, name } = importing(read, path, `${sdkModule}/packer`, 'packersdk', true);
	const secrets = found.attributes.map(a => `${target}.${a.selector}`).join(', ');
	return [...edits, insertLineBefore(last, `${name}.LogSecretFilter.Set(${secrets})`)];
}

function lastReturn(read: Read, { decoding, attributes }: Unfiltered): Place | undefined {
	if (!decoding?.type || decoding.target === undefined || attributes.some(a => a.type !== 'string')) return undefined;
	const scope = scopeOf(read, decoding.path, decoding.decl);
	const last = scope && returnsOf(scope.body).at(-1);
	return scope && last && statementPlace(scope, last.index);
}
