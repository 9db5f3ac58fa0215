import type { Reported } from '../engine/report';
import type { Read } from '../facts/core/database';
import { exists } from '../facts/core/files';
import type { Span } from '../text/span';

/** Where a finding is shown: in its file, or where there is none, at the top of go.mod, which every plugin has. */
export function shown(read: Read, { path, span }: Reported): { path: string; span: Span } {
	return read(exists, path) ? { path, span } : { path: 'go.mod', span: { start: 0, end: 0 } };
}

/** The findings that do not count, with where each is shown. */
export function suppressedOnes(read: Read, findings: readonly Reported[]): Array<{ finding: Reported; path: string; span: Span }> {
	return findings.filter(finding => finding.suppressed !== undefined).map(finding => ({ finding, ...shown(read, finding) }));
}

/** The findings that count, with where each is shown. */
export function counting(read: Read, findings: readonly Reported[]): Array<{ finding: Reported; path: string; span: Span }> {
	return findings.filter(finding => finding.suppressed === undefined).map(finding => ({ finding, ...shown(read, finding) }));
}
