/**
 * What `packer init` demands of a release on GitHub: the names of its files and the lines of its checksum file
 * (Packer, packer/plugin-getter/github/getter.go and packer/plugin-getter/plugins.go).
 */

/** A platform that Packer runs on. */
export interface Platform {
	readonly os: string;
	readonly arch: string;
}

/** A line of a checksum file. */
export interface SumLine {
	readonly sum: string;
	readonly name: string;
}

/** What the name of a file says, as Packer reads it. */
export interface NameParts {
	readonly version: string;
	readonly protocol: string;
	readonly os: string;
	readonly arch: string;
	readonly ext: string;
}

/** Why Packer skips a file of the checksum file, or cannot install it. */
export type Rejection =
	| { readonly kind: 'malformed' }
	| { readonly kind: 'version'; readonly found: string; readonly expected: string }
	| { readonly kind: 'system' }
	| { readonly kind: 'protocol'; readonly found: string }
	| { readonly kind: 'entry'; readonly expected: string };

/** The protocol that every Packer since 1.7 has. */
const protocol = { major: 5, minor: 0 };

/** The name of the checksum file of a version `1.2.3` of a plugin `NAME`. */
export const sumsName = (name: string, version: string): string => `packer-plugin-${name}_v${version}_SHA256SUMS`;

/** The name that the binary must have in the archive. */
export const entryName = (name: string, { version, protocol, os, arch }: NameParts): string =>
	`packer-plugin-${name}_${version}_${protocol}_${os}_${arch}${os === 'windows' ? '.exe' : ''}`;

/**
 * The lines of a checksum file: those of two words that end with a newline (TransformChecksumStream). Undefined where Packer cannot read the file, because
 * its first line is not one of them.
 */
export function sumLines(text: string): readonly SumLine[] | undefined {
	const all = text.split('\n').slice(0, -1).map(lineOf);
	return all[0] === undefined && all.some(line => line !== undefined) ? undefined : all.flatMap(line => line ?? []);
}

function lineOf(line: string): SumLine | undefined {
	const [sum, name, ...more] = line.split(/[\t\n\v\f\r \u0085\u00A0]+/).filter(word => word !== '');
	return sum === undefined || name === undefined || more.length > 0 ? undefined : { sum, name };
}

/** Reads the name of a file (Getter.Init); `skipped` where Packer does not look at such files, undefined where it calls the name malformed. */
export function partsOf(name: string, file: string): NameParts | 'skipped' | undefined {
	const prefix = `packer-plugin-${name}_`;
	if (extension(file) === '.json') return 'skipped';
	const rest = file.startsWith(prefix) ? file.slice(prefix.length) : file;
	const ext = extension(rest);
	const parts = rest.slice(0, rest.length - ext.length).split('_');
	const [version, found, os, arch] = parts;
	return version === undefined || found === undefined || os === undefined || arch === undefined ? undefined : { version, protocol: found, os, arch, ext };
}

/** Go's filepath.Ext: from the last dot of the last element. */
function extension(file: string): string {
	const base = file.slice(file.lastIndexOf('/') + 1);
	return base.includes('.') ? base.slice(base.lastIndexOf('.')) : '';
}

/** Why Packer skips a file on a platform when it installs a version (Getter.Validate); undefined where it takes it. */
export function rejection(name: string, version: string, file: string, platform: Platform): Rejection | 'skipped' | undefined {
	const parts = partsOf(name, file);
	if (parts === 'skipped') return parts;
	if (parts === undefined) return { kind: 'malformed' };
	if (parts.version !== `v${version}`) return { kind: 'version', found: parts.version, expected: `v${version}` };
	if (parts.os !== platform.os || parts.arch !== platform.arch) return { kind: 'system' };
	return isSupported(parts.protocol) ? undefined : { kind: 'protocol', found: parts.protocol };
}

/** Whether Packer can speak with a plugin of an API version `x5.0` (NewAPIVersion, CheckProtocolVersion). */
export function isSupported(text: string): boolean {
	const [major, minor] = text.trim().replace(/^x/, '').split('.');
	if (major === undefined || minor === undefined || !integer.test(major) || !integer.test(minor)) return false;
	return Number(major) === protocol.major && Number(minor) <= protocol.minor;
}

/** What Go's strconv.Atoi reads. */
const integer = /^[-+]?\d+$/;
