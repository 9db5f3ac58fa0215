import type { Read } from '../facts/core/database';
import { nextTag } from '../facts/release/preview/nextTag';
import { preview } from '../facts/release/preview/preview';
import { type ReleaseReport, reportOf } from '../facts/release/preview/report';
import { withoutTokensIn } from '../secrets/redact';

/** What a tag would publish, of the next tag where none is named; its texts come from files, and hold nothing that looks like a secret. */
export const releaseReport = (root: string, read: Read, tag = read(nextTag)): ReleaseReport => ({
	...withoutTokensIn(reportOf(root, read, read(preview, tag))),
	root,
});
