import type { Read } from '../../facts/core/database';
import { partialReasons, webPageReasons } from './documentReasons';
import type { Generated } from './generated';
import { hcl2SpecReasons } from './hcl2specReasons';
import type { Reason } from './reason';

/** In what a generated file that is missing or stale differs from what it should be; nothing of one that is up to date. Apart from whether it is stale, as only rules ask. */
export function reasonsOf(read: Read, file: Generated): readonly Reason[] {
	if (file.state === 'same') return [];
	if (file.kind === 'hcl2spec') return hcl2SpecReasons(read, file);
	return file.kind === 'partial' ? partialReasons(read, file) : webPageReasons(file);
}
