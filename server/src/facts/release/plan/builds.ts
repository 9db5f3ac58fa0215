import type { YamlValue } from '../../../syntax/yaml/file';
import { get, items, itemsOrOne } from '../../../syntax/yaml/lookup';
import { at, type Place } from '../../../text/place';
import { join } from '../../core/paths';
import type { Making } from './making';
import { isOn, itemPlace, type Template, templateAt, textOf } from './option';
import { mostTargets, type Target, type Targets, targetsOf } from './targets';

/** One build of a config, defaults filled in. */
export interface PlannedBuild {
	/** Its number in `builds`. */
	readonly index: number;
	readonly id: string | undefined;
	readonly place: Place;
	/** The item of `builds`; undefined for the build that GoReleaser makes where there is none. */
	readonly node?: YamlValue;
	readonly builder: string;
	readonly binary: Template;
	readonly targets: Targets;
	/** What is built: a directory or a Go file, from the root. */
	readonly main: string;
}

/** The builds of a config (internal/pipe/build, WithDefaults of the builder). Records ids that are there twice, and what is wrong with targets. */
export function plannedBuilds(making: Making, config: YamlValue): readonly PlannedBuild[] {
	const { path, conditions } = making;
	const listed: readonly (YamlValue | undefined)[] = items(get(config, 'builds'));
	const single = conditions.major === 1 ? get(config, 'build') : undefined;
	let left = mostTargets;
	const all = (listed.length === 0 ? [single] : listed).map((item, index): PlannedBuild => {
		const place = item ? itemPlace(path, item) : at(path);
		const targets = targetsOf(item, conditions.major, left);
		left -= typeof targets === 'object' && 'targets' in targets ? targets.targets.length : 0;
		return {
			index,
			id: textOf(item, 'id') ?? conditions.project,
			place,
			...(item ? { node: item } : {}),
			builder: textOf(item, 'builder') ?? 'go',
			binary: templateAt(path, get(item, 'binary')) ?? { text: conditions.project ?? '{{ .ProjectName }}', place },
			targets,
			main: said(textOf(item, 'dir') ?? '.', textOf(item, 'main') ?? '.'),
		};
	});
	for (const { builder, targets, place } of all) {
		if (builder !== 'go' && !others[conditions.major].includes(builder))
			making.stop({
				said: conditions.major === 2 ? `invalid builder: ${builder}` : 'panic: runtime error: invalid memory address or nil pointer dereference',
				place,
			});
		if (builder === 'go' && typeof targets === 'object' && 'fails' in targets) making.stop({ said: targets.fails, place });
	}
	return all;
}

/** A path from the root; one that leads out as it is written. */
const said = (dir: string, main: string) => join(dir, main) ?? `${dir}/${main}`;

/** The builders besides Go's. Packer's plugins have Go code, so what these build is not said. */
const others: Readonly<Record<1 | 2, readonly string[]>> = { 1: [], 2: ['bun', 'deno', 'poetry', 'rust', 'uv', 'zig'] };

/** A binary that a build makes, or that GoReleaser joins of several. */
export interface Binary {
	/** Its name, with the directories and the extension that it has. */
	readonly name: string;
	/** `{{ .Binary }}`. */
	readonly base: string;
	/** `.exe` and the like, or nothing. */
	readonly ext: string;
	readonly id: string | undefined;
	readonly os: string;
	readonly arch: string;
	readonly fields: Readonly<Record<string, string>>;
	readonly place: Place;
	readonly universal: boolean;
	/** The template that gives its name. */
	readonly template: Template;
	/** The number of its build. */
	readonly build?: number;
}

/** The binaries that the builds make, those of one build after those of another. */
export function binariesOf(making: Making, builds: readonly PlannedBuild[]): readonly Binary[] {
	return builds.flatMap(build => {
		const skip = templateAt(making.path, get(build.node, 'skip'));
		const skipped = making.conditions.major === 1 ? (isOn(build.node, 'skip') ? 'true' : '') : skip ? making.text(skip, 'general', {}) : '';
		if (skipped === undefined || skipped.trim().toLowerCase() === 'true') return [];
		if (build.builder !== 'go') {
			making.gap({ why: `what the builder \`${build.builder}\` makes is not known`, place: build.place });
			return [];
		}
		if (build.targets === 'too many') {
			making.gap({ why: `what more than ${mostTargets} targets give is not evaluated`, place: build.place });
			return [];
		}
		if ('fails' in build.targets) return [];
		for (const name of build.targets.broken) making.stop({ said: `${name} is not a valid build target`, place: build.place });
		return build.targets.targets.flatMap(target => binaryOf(making, build, target) ?? []);
	});
}

function binaryOf(making: Making, build: PlannedBuild, target: Target): Binary | undefined {
	const mode = textOf(build.node, 'buildmode') ?? '';
	if (mode.startsWith('c-')) making.gap({ why: `what \`buildmode: ${mode}\` makes is not a plugin`, place: build.place });
	const ext = extensionOf(target, mode, making.conditions.major);
	const text = making.text(build.binary, 'build', { ...target.fields, Ext: ext, Name: '', Path: '' });
	if (!isOn(build.node, 'no_main_check')) checkMain(making, build);
	if (text === undefined) return undefined;
	const name = trimmed(text + ext);
	const base = (text + ext).split('/').at(-1) ?? '';
	const binary: Binary = {
		name,
		base: ext !== '' && base.endsWith(ext) ? base.slice(0, -ext.length) : base,
		ext,
		id: build.id,
		os: target.os,
		arch: target.arch,
		fields: target.fields,
		place: build.binary.place,
		template: build.binary,
		universal: false,
		build: build.index,
	};
	tryDetails(making, build, binary, ext);
	return binary;
}

/** GoReleaser looks for a `func main` before it builds. */
function checkMain(making: Making, { main, binary, place }: PlannedBuild): void {
	if (main.endsWith('/...')) making.gap({ why: `the binaries of \`${main}\` are not known`, place });
	if (join(main) === undefined || /\/\.\.\.$|\{\{/.test(main)) return;
	const found = making.conditions.main(main);
	if (found === 'absent') making.stop({ said: `couldn't find main file: stat ${main}: no such file or directory`, place });
	if (found === false) making.stop({ said: `build for ${binary.text} does not contain a main function`, place });
}

/** The templates of what the compiler is called with: they give no name, and the release stops at them as well. */
function tryDetails(making: Making, { node }: PlannedBuild, binary: Binary, ext: string): void {
	if (node === undefined) return;
	const fields = { ...binary.fields, Binary: binary.base, ArtifactName: binary.name, ArtifactExt: ext };
	const env: Record<string, string | undefined> = {};
	for (const item of items(get(node, 'env'))) {
		const template = templateAt(making.path, item);
		const text = template && making.try(template, 'build', { ...fields, Ext: ext, Name: binary.name }, env);
		const name = (template?.text ?? '').split('=')[0] as string;
		env[name] = text?.slice(text.indexOf('=') + 1);
	}
	Object.assign(env, { GOOS: binary.os, GOARCH: binary.arch });
	for (const option of ['flags', 'asmflags', 'gcflags', 'tags', 'ldflags'])
		for (const item of itemsOrOne(get(node, option))) {
			const template = templateAt(making.path, item);
			if (template) making.try(template, 'artifact', fields, env);
		}
}

/** The extension of what is built for a target. */
function extensionOf({ name }: Target, mode: string, major: 1 | 2): string {
	const wasm = major === 2 ? name.includes('wasm') : name === 'js_wasm';
	if (mode === 'c-shared') return name.includes('darwin') ? '.dylib' : name.includes('windows') ? '.dll' : wasm && major === 2 ? '.wasm' : '.so';
	if (mode === 'c-archive') return name.includes('windows') ? '.lib' : '.a';
	return wasm ? '.wasm' : name.includes('windows') ? '.exe' : '';
}

/** The name of an artifact, without the spaces that GoReleaser takes away before its extension. */
export function trimmed(name: string): string {
	const dot = name.lastIndexOf('.');
	const ext = dot <= name.lastIndexOf('/') ? '' : name.slice(dot);
	return name.slice(0, name.length - ext.length).trim() + ext;
}
