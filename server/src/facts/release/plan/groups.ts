import type { Binary } from './builds';

/**
 * The binaries of each archive: those of a platform. GoReleaser 2 tells variants apart only where there are several of amd64, arm or mips
 * (internal/artifact, GroupByPlatform).
 */
export function groupsOf(binaries: readonly Binary[], major: 1 | 2): readonly (readonly Binary[])[] {
	const variants = ['Amd64', 'Mips', 'Arm'];
	const several = variants.some(field => new Set(binaries.map(({ fields }) => fields[field] ?? '').filter(text => text !== '')).size > 1);
	const groups = new Map<string, Binary[]>();
	for (const binary of binaries) {
		const variant = major === 1 || several ? [binary.fields.Arm, binary.fields.Mips, binary.fields.Amd64].join('') : '';
		const key = binary.os + binary.arch + variant;
		const group = groups.get(key);
		if (group) group.push(binary);
		else groups.set(key, [binary]);
	}
	return [...groups.values()];
}
