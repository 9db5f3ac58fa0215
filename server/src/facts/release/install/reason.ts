import type { Platform } from './getter';
import { archiveName, type Published, type Verdict } from './judge';

/** Why `packer init` does not install on a platform, in one or two sentences; undefined where it does. */
export function reasonOf(verdict: Verdict, { name, version }: Pick<Published, 'name' | 'version'>, platform: Platform): string | undefined {
	if (verdict.installs) return undefined;
	const wanted = archiveName(name, version, platform);
	switch (verdict.why) {
		case 'not-built':
			return 'Nothing is built for it.';
		case 'no-sums':
			return verdict.found.length === 0
				? `Release has no checksum file, and Packer requests \`${verdict.expected}\`.`
				: `Checksum file is \`${verdict.found[0]}\`, and Packer requests \`${verdict.expected}\`.`;
		case 'algorithm':
			return `Checksums are ${verdict.found}, and Packer needs sha256.`;
		case 'format':
			return `\`${verdict.asset.name}\` is not a zip archive, which is all that Packer can open.`;
		case 'not-uploaded':
			return `\`${verdict.asset.name}\` is in the checksum file and not on the release page.`;
		case 'entry':
			return `Packer looks for \`${verdict.expected}\` in \`${verdict.asset.name}\`, which has ${list(verdict.asset.binaries.map(({ entry }) => `\`${entry}\``))}.`;
		case 'name':
			return nameReason(verdict, wanted, version);
	}
}

function nameReason({ asset, rejection }: Extract<Verdict, { why: 'name' }>, wanted: string, version: string): string {
	const name = `\`${asset.name}\``;
	if (rejection === 'not-summed') return `${name} is not in the checksum file.`;
	if (rejection === 'skipped') return `Packer skips ${name}. It needs \`${wanted}\`.`;
	switch (rejection.kind) {
		case 'version':
			return `Packer reads version \`${rejection.found}\` from ${name} instead of \`v${version}\`. It needs \`${wanted}\`.`;
		case 'protocol':
			return `Packer reads API version \`${rejection.found}\` from ${name} and supports \`x5.0\`.`;
		default:
			return `Packer cannot read ${name}. It needs \`${wanted}\`.`;
	}
}

const list = (all: readonly string[]) => (all.length === 0 ? 'no binary' : all.length === 1 ? all[0] : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`);
