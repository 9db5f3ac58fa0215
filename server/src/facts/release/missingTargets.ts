import { get, items } from '../../syntax/yaml/lookup';
import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { builds } from './builds';
import { published } from './config';
import { isOn } from './plan/option';

/** Platforms that the builds leave out though they are for the same operating system, or macOS binaries that Packer does not look for. */
export type MissingTargets =
	| { readonly kind: 'missing'; readonly platforms: readonly string[]; readonly place: Place }
	| { readonly kind: 'universal'; readonly place: Place };

/** The architectures that most machines of an operating system have. */
const usual: Readonly<Record<string, readonly string[]>> = { linux: ['amd64', 'arm64'], darwin: ['amd64', 'arm64'], windows: ['amd64'] };

/** What users of a system that the plugin is built for do not get; undefined if nothing is missing, or that is not known. */
export const missingTargets: Fact<MissingTargets | undefined> = read => {
	const config = read(published);
	const all = read(builds);
	const [first] = all ?? [];
	if (config === undefined || all === undefined || first === undefined) return undefined;
	const universal = items(get(config.value, 'universal_binaries')).find(item => isOn(item, 'replace'));
	if (universal) return { kind: 'universal', place: at(config.path, universal.kind === 'map' ? universal.entries[0]?.keyNode : universal.node) };
	const targets = all.flatMap(build => build.targets);
	const platforms = Object.entries(usual).flatMap(([os, archs]) =>
		targets.some(target => target.os === os)
			? archs.filter(arch => !targets.some(target => target.os === os && target.arch === arch)).map(arch => `${os}/${arch}`)
			: [],
	);
	return platforms.length === 0 ? undefined : { kind: 'missing', platforms, place: first.place };
};
