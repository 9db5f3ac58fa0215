import type { YamlValue } from '../../syntax/yaml/file';
import { asText, get, items, itemsOrOne } from '../../syntax/yaml/lookup';

/** One platform that a build is for, and what GoReleaser's templates say of it. */
export interface Target {
	readonly os: string;
	readonly arch: string;
	/** Os, Arch, Arm, Amd64 … */
	readonly fields: Readonly<Record<string, string>>;
}

/** Which field tells the variants of an architecture apart, the config key that lists them, and the default (internal/builders/golang). */
const variants: Readonly<Record<string, readonly [field: string, key: string, standard: string]>> = {
	amd64: ['Amd64', 'goamd64', 'v1'],
	'386': ['I386', 'go386', 'sse2'],
	arm: ['Arm', 'goarm', '6'],
	arm64: ['Arm64', 'goarm64', 'v8.0'],
	mips: ['Mips', 'gomips', 'hardfloat'],
	mipsle: ['Mips', 'gomips', 'hardfloat'],
	mips64: ['Mips', 'gomips', 'hardfloat'],
	mips64le: ['Mips', 'gomips', 'hardfloat'],
	ppc64: ['Ppc64', 'goppc64', 'power8'],
	ppc64le: ['Ppc64', 'goppc64', 'power8'],
	riscv64: ['Riscv64', 'goriscv64', 'rva20u64'],
};
const none = { Amd64: '', I386: '', Arm: '', Arm64: '', Mips: '', Ppc64: '', Riscv64: '' };

const firstClass = ['darwin_amd64', 'darwin_arm64', 'linux_386', 'linux_amd64', 'linux_arm', 'linux_arm64', 'windows_386', 'windows_amd64'];

/** The platforms of a build, as GoReleaser lists them; undefined if the config computes them. */
export function targetsOf(build: YamlValue): readonly Target[] | undefined {
	const list = (key: string, otherwise: readonly string[]) => {
		const said = itemsOrOne(get(build, key)).flatMap(item => asText(item) ?? []);
		return said.length === 0 ? otherwise : said;
	};
	const named = list('targets', []);
	const all =
		named.length > 0
			? named.flatMap(name => (/^go_(?:118_)?first_class$/.test(name) ? firstClass : [name])).map(name => ofName(name))
			: list('goos', ['linux', 'darwin', 'windows']).flatMap(os =>
					list('goarch', ['amd64', 'arm64', '386']).flatMap(arch => {
						const [, key = '', standard = ''] = variants[arch] ?? [];
						return (key === '' ? [''] : list(key, [standard])).map(variant => target(os, arch, variant));
					}),
				);
	if (all.some(({ os, arch }) => `${os}${arch}`.includes('{{'))) return undefined;
	const ignored = named.length > 0 ? [] : items(get(build, 'ignore'));
	return all.filter(one => isBuilt(one) && !ignored.some(rule => matches(rule, one)));
}

function ofName(name: string): Target {
	const [os = '', arch = '', variant] = name.split('_');
	return target(os, arch, variant ?? variants[arch]?.[2] ?? '');
}

function target(os: string, arch: string, variant: string): Target {
	const field = variants[arch]?.[0];
	return { os, arch, fields: { Os: os, Arch: arch, ...none, ...(field === undefined ? {} : { [field]: variant.split(',')[0] as string }) } };
}

/** Whether an entry of `ignore` leaves a target out: all that it names must be the target's. */
function matches(rule: YamlValue, { os, arch, fields }: Target): boolean {
	const said = (key: string) => asText(get(rule, key));
	const fits = (key: string, value: string) => said(key) === undefined || said(key) === '' || said(key) === value;
	const [field, key] = variants[arch] ?? [];
	const others = Object.values(variants).map(v => v[1]);
	return fits('goos', os) && fits('goarch', arch) && others.every(other => said(other) === undefined || (other === key && said(other) === fields[field ?? '']));
}

/** The pairs that Go does not build and GoReleaser leaves out without a word, of those that people list. */
const isBuilt = ({ os, arch }: Target) =>
	!(
		(os === 'darwin' && !/^(?:amd64|arm64)$/.test(arch)) ||
		(os === 'solaris' && arch !== 'amd64') ||
		(os === 'windows' && !/^(?:386|amd64|arm64)$/.test(arch)) ||
		(/^(?:dragonfly|illumos)$/.test(os) && arch !== 'amd64')
	);
