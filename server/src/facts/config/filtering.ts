import type { GoReturn } from '../../syntax/go/file';
import { type Edit, insertLineBefore } from '../../text/edit';
import { at } from '../../text/place';
import type { Read } from '../core/database';
import { goFile } from '../go/go';
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
	return [...edits, insertLineBefore(at(path, last.node), `${name}.LogSecretFilter.Set(${secrets})`)];
}

function lastReturn(read: Read, { decoding, attributes }: Unfiltered): GoReturn | undefined {
	if (!decoding?.type || !/^[\w.]+$/.test(decoding.target) || attributes.some(a => a.type !== 'string')) return undefined;
	return read(goFile, decoding.path)?.returns.findLast(r => r.within === decoding.within);
}
