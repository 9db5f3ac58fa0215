import type { Source } from '../built';

/** The source of a version of GoReleaser. */
export const sourceOf = (version: string): Source => ({
	module: `github.com/goreleaser/goreleaser${version.startsWith('v2') ? '/v2' : ''}`,
	version,
	paths: ['pkg', 'internal'],
});
