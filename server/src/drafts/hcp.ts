import type { Read } from '../facts/core/database';
import { importPaths } from '../facts/go/packages';
import { goSources } from '../facts/go/sources';
import { hasString } from '../facts/go/strings';
import { symbol } from '../facts/go/symbols';
import { sdkModule } from '../facts/plugin/module';
import { registrations } from '../facts/plugin/registrations';
import { metadata } from '../facts/webdocs/metadata';

/** What is known of a plugin's support of HCP Packer, as a sentence without full stop, and whether it is both flagged and written. */
export function hcpSupport(read: Read): { readonly ready: boolean; readonly sentence: string } {
	const flagged = read(metadata)?.flags?.items.some(flag => flag.value === 'hcp-ready') ?? false;
	const code = read(goSources).find(path => givesMetadata(read, path));
	if (flagged && code !== undefined) return { ready: true, sentence: `metadata.hcl says hcp-ready, and ${code} gives the metadata of images` };
	if (flagged) return { ready: false, sentence: 'metadata.hcl says hcp-ready, but no code that gives the metadata of images was found' };
	if (code !== undefined) return { ready: false, sentence: `${code} gives the metadata of images; metadata.hcl does not say hcp-ready` };
	const makesArtifacts = read(registrations).some(({ kind }) => kind === 'builder' || kind === 'post-processor');
	return { ready: false, sentence: makesArtifacts ? 'not supported' : 'does not apply: no component makes an artifact' };
}

/** Whether a file gives HCP Packer the metadata of an image: it imports the package that makes it, or answers for its key (SDK packer/registry/image). */
const givesMetadata = (read: Read, path: string) =>
	read(importPaths, path).includes(`${sdkModule}/packer/registry/image`) || read(hasString, symbol(path, 'par.artifact.metadata'));
