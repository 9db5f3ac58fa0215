import type { YamlValue } from '../../../syntax/yaml/file';
import { asText, get, items } from '../../../syntax/yaml/lookup';
import type { Major } from '../goreleaser/options';
import { textOf, texts } from './option';
import { invalidWord, isBuilt, standardVariant, variantOption, variantsOf } from './platforms';

/** One platform that a build is for, and what GoReleaser's templates say of it. */
export interface Target {
	/** `linux_amd64_v1`, as GoReleaser calls it. */
	readonly name: string;
	readonly os: string;
	readonly arch: string;
	/** Os, Arch, Arm, Amd64 … */
	readonly fields: Readonly<Record<string, string>>;
}

/** The platforms of a build, and those of its `targets` that name none; why GoReleaser rejects its config; or that there are too many to look at. */
export type Targets = { readonly targets: readonly Target[]; readonly broken: readonly string[] } | { readonly fails: string } | 'too many';

/** How many targets of a config are looked at. GoReleaser knows some hundred; a config that lists more repeats itself. */
export const mostTargets = 2000;

const firstClass = ['darwin_amd64', 'darwin_arm64', 'linux_386', 'linux_amd64', 'linux_arm', 'linux_arm64', 'windows_386', 'windows_amd64'];

/** The platforms of a build, in GoReleaser's order and as often as it lists them (internal/builders/golang, in GoReleaser 1 internal/builders/buildtarget), if they are at most so many. */
export function targetsOf(build: YamlValue | undefined, major: Major, most = mostTargets): Targets {
	const named = texts(build, 'targets');
	if (named.length > 0) return named.length > most ? 'too many' : ofNames(named, major);
	const list = (option: string, otherwise: readonly string[]) => {
		const said = items(get(build, option)).map(item => asText(item) ?? '');
		return said.length === 0 ? otherwise : said;
	};
	const systems = list('goos', ['linux', 'darwin', 'windows']);
	const architectures = list('goarch', ['amd64', 'arm64', '386']);
	if (systems.length * architectures.length > most) return 'too many';
	const found: Target[] = [];
	let looked = 0;
	for (const os of systems)
		for (const arch of architectures) {
			const option = variantOption(arch, major);
			for (const variant of option === undefined ? [''] : list(option, [standardVariant(option)])) {
				if (++looked > most) return 'too many';
				const fails = invalidWord({ os, arch, ...(option === undefined ? {} : { option, variant }) }, major);
				if (fails !== undefined) return { fails };
				if (isBuilt(os, arch, major) && !items(get(build, 'ignore')).some(rule => leavesOut(rule, os, arch, option, variant, major)))
					found.push(parsed([os, arch, ...(variant === '' ? [] : [variant])].join('_'), major));
			}
		}
	return { targets: found, broken: [] };
}

/** Whether an entry of `ignore` leaves a target out: all that it names must be the target's. */
function leavesOut(rule: YamlValue, os: string, arch: string, option: string | undefined, variant: string, major: Major): boolean {
	const fits = (key: string, value: string) => [undefined, value].includes(textOf(rule, key));
	return fits('goos', os) && fits('goarch', arch) && variantsOf(major).every(key => fits(key, key === option ? variant : ''));
}

function ofNames(names: readonly string[], major: Major): Targets {
	const all = names.flatMap(name => (/^go_(?:118_)?first_class$/.test(name) ? firstClass.map(one => fixed(one, major)) : [fixed(name, major)]));
	const each = [...new Set(all)];
	return { targets: each.filter(name => name.includes('_')).map(name => parsed(name, major)), broken: each.filter(name => !name.includes('_')) };
}

/** A target with the variant that it has where its name says none. */
function fixed(name: string, major: Major): string {
	const option = variantOption(name.slice(name.lastIndexOf('_') + 1), major);
	return option === undefined || !name.includes('_') ? name : `${name}_${standardVariant(option)}`;
}

/** What GoReleaser reads out of the name of a target. */
function parsed(said: string, major: Major): Target {
	const name = major === 2 ? fixed(said, 2) : said;
	const [os = '', arch = '', variant = ''] = name.split('_');
	return { name, os, arch, fields: { Os: os, Arch: arch, Target: name, ...variantFields(arch, variant, major) } };
}

function variantFields(arch: string, variant: string, major: Major): Readonly<Record<string, string>> {
	const on = (fits: boolean) => (fits ? variant : '');
	const mips = /^mips(?:64)?(?:le)?$/.test(arch);
	if (major === 1) return { Amd64: on(arch.startsWith('amd64')), Arm: on(arch.startsWith('arm')), Mips: on(arch.startsWith('mips')) };
	// It looks for riscv, and not for ppc64le: those two have no field.
	const simple = { Amd64: on(arch === 'amd64'), I386: on(arch === '386'), Arm: on(arch === 'arm'), Arm64: on(arch === 'arm64') };
	return { ...simple, Mips: on(mips), Ppc64: on(arch === 'ppc64'), Riscv64: on(arch === 'riscv') };
}
