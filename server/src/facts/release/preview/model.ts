import type { Place } from '../../../text/place';
import type { Asset } from '../plan/asset';
import type { Publisher } from './publishers';

/** A sentence about a release, and where it is about; without a place, it is about the tag. */
export interface Remark {
	readonly text: string;
	readonly place?: Place;
}

/** A file on the release page. */
export interface PreviewAsset {
	readonly name: string;
	/** `linux/amd64`; undefined for what is of no platform. */
	readonly platform?: string;
	/** The binary in it. */
	readonly entry?: string;
	readonly kind: Asset['kind'] | 'checksums' | 'signature';
	/** Whether `packer init` installs it; undefined for what it does not install, such as checksums. */
	readonly installs?: boolean;
	/** Why not, or what it is for. */
	readonly why?: string;
	readonly place: Place;
}

/** A platform, and whether `packer init` installs the release on it. */
export interface PreviewPlatform {
	readonly platform: string;
	/** Whether most of Packer's users have it or a similar one. */
	readonly common: boolean;
	/** Undefined where that is not known. */
	readonly installs?: boolean;
	readonly why?: string;
}

/** What a release of a tag would be, as far as the files of the plugin say. */
export interface Preview {
	readonly tag: string;
	readonly version: string;
	readonly config?: string;
	/** The GoReleaser that is evaluated, and whether a workflow is known to install it. */
	readonly goreleaser: { readonly major: 1 | 2; readonly known: boolean };
	/** Why there is no release, or `packer init` does not find it. */
	readonly stops: readonly Remark[];
	/** Whether a value that is not known was taken to be the right one, which `unknown` names. */
	readonly assumed: boolean;
	/** What is not known before the release. */
	readonly unknown: readonly Remark[];
	readonly assets: readonly PreviewAsset[];
	readonly platforms: readonly PreviewPlatform[];
	/** What `describe` reports of the plugin; undefined where that is not known. */
	readonly reports?: { readonly version: string; readonly matches: boolean };
	readonly publishers: readonly Publisher[];
	/** Whether something that could not be looked into may publish it as well. */
	readonly mayPublish: boolean;
	/** Whether the integrations portal is told. */
	readonly portal: boolean;
}
