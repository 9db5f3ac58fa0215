import { asScalar, entryOf, get } from '../../syntax/yaml/lookup';
import { type Edit, insertAfter } from '../../text/edit';
import { at, type Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { pluginVersion } from '../plugin/version';
import { type Build, builds } from './builds';
import { published } from './config';
import { addRaw, asMap, setTemplate } from './edits';
import { linkerFlags } from './linker';
import { type Reported, reportedBy } from './reported';
import { linkedTarget, lostFlags } from './stamping';

/** A build that leaves the version to the source, and what a release then reports. */
export interface Unstamped {
	readonly place: Place;
	readonly reported: Reported;
	readonly build: Build;
	/** Which parts of the version the source has wrong for a release. */
	readonly parts: readonly ('version' | 'prerelease')[];
}

/** The first build whose linker flags leave out a part of the version without which `packer init` rejects the release; of lost flags release/ldflags-target tells. */
export const unstamped: Fact<Unstamped | undefined> = read => {
	if (read(lostFlags) !== undefined) return undefined;
	const source = read(pluginVersion);
	for (const build of read(builds) ?? []) {
		const reported = reportedBy(read, build);
		if (source === undefined || build.overridden || (reported?.kind !== 'prerelease' && reported?.kind !== 'stuck')) continue;
		// What another program sets is not seen.
		if (read(linkerFlags).some(flag => flag.build.index === build.index && flag.effect === 'unknown')) continue;
		const parts = [...(reported.text.startsWith('1.2.3') ? [] : ['version' as const]), ...(source.prerelease?.value ? ['prerelease' as const] : [])];
		const ldflags = entryOf(build.node, 'ldflags');
		const path = read(published)?.path;
		return { place: ldflags && path !== undefined ? at(path, ldflags.keyNode) : build.place, reported, build, parts };
	}
	return undefined;
};

/** The edits that set the version when the plugin is linked; undefined where no variable of the source holds it, or we cannot write them. */
export function stamp(read: Read, { build, parts }: Unstamped): Edit[] | undefined {
	const path = read(published)?.path;
	const map = asMap(build.node);
	const flags = parts.map(part => {
		const target = linkedTarget(read, build.main, part);
		return target === undefined ? undefined : `-X ${target}=${part === 'version' ? '{{ .Version }}' : ''}`;
	});
	if (path === undefined || map === undefined || flags.length === 0 || flags.includes(undefined)) return undefined;
	const text = flags.join(' ');
	const value = get(map, 'ldflags');
	if (value === undefined) return addRaw(read, path, map, `ldflags: ['${text}']`);
	const [last] = build.ldflags.toReversed();
	if (last?.scalar === undefined || /[\n']/.test(last.text)) return undefined;
	const { style } = last.scalar;
	if (style === 'plain' && asScalar(value) !== undefined) return [insertAfter(last.place, ` ${text}`)];
	return style === 'plain' || style === 'single' || style === 'double' ? setTemplate(read, last, `${last.text} ${text}`) : undefined;
}
