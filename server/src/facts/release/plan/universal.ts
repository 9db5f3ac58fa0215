import type { YamlValue } from '../../../syntax/yaml/file';
import { get, items } from '../../../syntax/yaml/lookup';
import { type Binary, trimmed } from './builds';
import type { Making } from './making';
import { isOn, itemPlace, templateAt, textOf, texts } from './option';

/**
 * The binaries of a release after GoReleaser has joined those of macOS as `universal_binaries` says (internal/pipe/universalbinary): with those that
 * it makes, and without those that they replace.
 */
export function joined(making: Making, config: YamlValue, binaries: readonly Binary[]): readonly Binary[] {
	let all = binaries;
	const replaced = new Set<Binary>();
	const seen = new Set<Binary>();
	for (const item of items(get(config, 'universal_binaries'))) {
		const place = itemPlace(making.path, item);
		const id = textOf(item, 'id') ?? making.conditions.project;
		const ids = texts(item, 'ids');
		const wanted: readonly (string | undefined)[] = ids.length === 0 ? [id] : ids;
		const template = templateAt(making.path, get(item, 'name_template')) ?? { text: '{{ .ProjectName }}', place };
		const name = making.text(template, 'general', {});
		const parts = binaries.filter(one => one.os === 'darwin' && !one.universal && wanted.includes(one.id));
		const [first] = parts;
		if (first === undefined || name === undefined) continue;
		// GoReleaser joins all items at the same time: one may or may not see what another one has replaced.
		if (parts.some(one => replaced.has(one) || (isOn(item, 'replace') && seen.has(one))))
			making.gap({ why: 'another item of `universal_binaries` replaces the same binaries', place });
		for (const one of parts) {
			seen.add(one);
			if (isOn(item, 'replace')) replaced.add(one);
		}
		if (new Set(parts.map(({ base }) => base)).size > 1) making.gap({ why: 'GoReleaser names the universal binary after any of several', place });
		const fields = Object.fromEntries(Object.keys(first.fields).map(field => [field, '']));
		const universal: Binary = {
			...{ name: trimmed(name), base: first.base, ext: '', id, os: 'darwin', arch: 'all', place: template.place, template, universal: true },
			fields: { ...fields, Os: 'darwin', Arch: 'all' },
		};
		all = [...(isOn(item, 'replace') ? all.filter(one => !parts.includes(one)) : all), universal];
	}
	return all;
}
