import type { Major } from '../goreleaser/options';

/** The options of a build that list variants of an architecture, by GoReleaser's version: the variants that it takes, and the one without the option. */
const variants: Readonly<Record<string, { readonly archs: string; readonly takes: RegExp; readonly standard: string; readonly since: Major }>> = {
	goamd64: { archs: 'amd64', takes: /^v[1-4]$/, standard: 'v1', since: 1 },
	go386: { archs: '386', takes: /^(?:sse2|softfloat)$/, standard: 'sse2', since: 2 },
	goarm: { archs: 'arm', takes: /^[567]$/, standard: '6', since: 1 },
	goarm64: { archs: 'arm64', takes: /v8\.[0-9]|v9\.[0-5]/, standard: 'v8.0', since: 2 },
	gomips: { archs: 'mips mipsle mips64 mips64le', takes: /^(?:hardfloat|softfloat)$/, standard: 'hardfloat', since: 1 },
	goppc64: { archs: 'ppc64 ppc64le', takes: /^power(?:8|9|10)$/, standard: 'power8', since: 2 },
	goriscv64: { archs: 'riscv64', takes: /^rva2[023]u64$/, standard: 'rva20u64', since: 2 },
};

/** The options of a build that list variants. */
export const variantsOf = (major: Major): readonly string[] => Object.keys(variants).filter(option => (variants[option]?.since ?? 2) <= major);

/** The option that lists the variants of an architecture. */
export const variantOption = (arch: string, major: Major): string | undefined =>
	variantsOf(major).find(option => variants[option]?.archs.split(' ').includes(arch));

/** The variant that is built where an option does not say one. */
export const standardVariant = (option: string): string => variants[option]?.standard ?? '';

const systems = 'aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris windows wasip1'.split(' ');
const architectures = '386 amd64 arm arm64 mips mips64 mips64le mipsle ppc64 ppc64le s390x wasm riscv64 loong64'.split(' ');

/** What GoReleaser says of a word that it does not know; it does not look further then. */
export function invalidWord(target: { os: string; arch: string; option?: string; variant?: string }, major: Major): string | undefined {
	const { os, arch, option, variant = '' } = target;
	if (!systems.includes(os)) return `invalid goos: ${os}`;
	if (!architectures.includes(arch) && !(major === 2 && /^sparc(?:64)?$/.test(arch))) return `invalid goarch: ${arch}`;
	return option !== undefined && variant !== '' && variants[option]?.takes.test(variant) !== true ? `invalid ${option}: ${variant}` : undefined;
}

/** The architectures that are built for each system; GoReleaser leaves the other pairs out without a word. */
const built: Readonly<Record<string, string>> = {
	aix: 'ppc64',
	android: '386 amd64 arm arm64',
	darwin: 'amd64 arm64',
	dragonfly: 'amd64',
	freebsd: '386 amd64 arm arm64',
	illumos: 'amd64',
	ios: 'arm64',
	js: 'wasm',
	wasip1: 'wasm',
	linux: '386 amd64 arm arm64 ppc64 ppc64le mips mipsle mips64 mips64le s390x riscv64 loong64',
	netbsd: '386 amd64 arm arm64',
	openbsd: '386 amd64 arm arm64',
	plan9: '386 amd64 arm',
	solaris: 'amd64',
	windows: '386 amd64 arm64',
};

/** Whether GoReleaser builds for a pair. */
export const isBuilt = (os: string, arch: string, major: Major): boolean =>
	built[os]?.split(' ').includes(arch) === true ||
	`${major} ${os}/${arch}` === '1 windows/arm' ||
	(major === 2 && /^(?:openbsd\/riscv64|solaris\/sparc(?:64)?)$/.test(`${os}/${arch}`));
