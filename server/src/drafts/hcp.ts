import type { Read } from '../facts/core/database';
import { goSources, mentions } from '../facts/go/go';
import { sdkModule } from '../facts/plugin/module';
import { registrations } from '../facts/plugin/registrations';
import { metadata } from '../facts/webdocs/metadata';

/** What is known of a plugin's support of HCP Packer, as a sentence without full stop, and whether it is both flagged and written. */
export function hcpSupport(read: Read): { readonly ready: boolean; readonly sentence: string } {
	const flagged = read(metadata)?.flags?.items.some(flag => flag.value === 'hcp-ready') ?? false;
	const code = read(goSources).find(path => signs.some(sign => read(mentions, `${path}\0${sign}`)));
	if (flagged && code !== undefined) return { ready: true, sentence: `metadata.hcl says hcp-ready, and ${code} gives the metadata of images` };
	if (flagged) return { ready: false, sentence: 'metadata.hcl says hcp-ready, but no code that gives the metadata of images was found' };
	if (code !== undefined) return { ready: false, sentence: `${code} gives the metadata of images; metadata.hcl does not say hcp-ready` };
	const makesArtifacts = read(registrations).some(({ kind }) => kind === 'builder' || kind === 'post-processor');
	return { ready: false, sentence: makesArtifacts ? 'not supported' : 'does not apply: no component makes an artifact' };
}

/** What code that gives HCP Packer the metadata of an image mentions (SDK packer/registry/image). */
const signs = [`"${sdkModule}/packer/registry/image"`, '"par.artifact.metadata"'];
