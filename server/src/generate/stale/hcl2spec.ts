import type { Fact } from '../../facts/core/database';
import { text } from '../../facts/core/files';
import { isGitIgnored } from '../../facts/generated/ignored';
import { expectedHcl2Spec } from '../hcl2spec/file';
import { withNewlines } from '../webdocs/segments';
import { nothing, type Staleness } from './generated';

/** The Go file from which packer-sdc makes an hcl2spec file. */
export const sourceOfSpec = (spec: string): string => spec.replace(/hcl2spec\.go$/, 'go');

/** Whether an hcl2spec file says what its generator would write: then it is not broken, and need not be parsed. */
export const isAsGenerated: Fact<boolean, string> = (read, spec) =>
	read(hcl2SpecStaleness, sourceOfSpec(spec)).files.some(file => file.path === spec && file.state === 'same');

/** How the hcl2spec file of a Go file stands; empty if no directive makes one. */
export const hcl2SpecStaleness: Fact<Staleness, string> = (read, source) => {
	const spec = read(expectedHcl2Spec, source);
	if (!spec) return nothing;
	const relies = spec.relies.map(of => ({ path: spec.path, package: of }));
	if (spec.text === undefined) {
		const about = { path: spec.path, kind: 'hcl2spec', refused: spec.status === 'refused' } as const;
		return { ...nothing, relies, unknown: spec.remarks.map(({ message, ...rest }) => ({ ...about, reason: message, ...rest })) };
	}
	const actual = read(text, spec.path);
	const state = actual === undefined ? 'missing' : withNewlines(actual) === spec.text ? 'same' : 'stale';
	const ignored = state !== 'same' && read(isGitIgnored, spec.path);
	const file = { path: spec.path, kind: 'hcl2spec', state, ignored, source, expected: spec.text, segments: [spec.text], actual } as const;
	return { ...nothing, files: [file], relies };
};
