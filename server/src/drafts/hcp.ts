import type { Read } from '../facts/core/database';
import { imageSources } from '../facts/hcp/support';
import { registrations } from '../facts/plugin/registrations';
import { metadata } from '../facts/webdocs/metadata';

/** What is known of a plugin's support of HCP Packer, in a few words, and whether it is both flagged and written. */
export function hcpSupport(read: Read): { readonly ready: boolean; readonly sentence: string } {
	const flagged = read(metadata)?.flags?.items.some(flag => flag.value === 'hcp-ready') ?? false;
	const code = read(imageSources)[0]?.path;
	if (flagged && code !== undefined) return { ready: true, sentence: `supported (flag hcp-ready in metadata.hcl, image metadata in ${code})` };
	if (flagged) return { ready: false, sentence: 'flag hcp-ready in metadata.hcl, but no code that sets image metadata was found' };
	if (code !== undefined) return { ready: false, sentence: `image metadata in ${code}, but no flag hcp-ready in metadata.hcl` };
	const makesArtifacts = read(registrations).some(({ kind }) => kind === 'builder' || kind === 'post-processor');
	return { ready: false, sentence: makesArtifacts ? 'not supported' : 'not applicable, as no component creates an artifact' };
}
