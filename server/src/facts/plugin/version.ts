import type { GoCall } from '../../syntax/go/file';
import type { Place } from '../../text/place';
import { at } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { dirname } from '../core/paths';
import { goFile, goSources, goSourcesIn, mentions } from '../go/go';
import { importedAs } from '../go/packages';
import { boundTo, type Said, type Scope, stringOf } from '../go/values';
import { type CallAt, servingDirectories } from './entry';
import { sdkModule } from './module';

/** The version that a plugin says it is, as it stands in the source: a release may set it when it links. */
export interface PluginVersion {
	/** What makes it: `NewPluginVersion`, `InitializePluginVersion` or `NewRawVersion`, and the call. */
	readonly maker: string;
	readonly place: Place;
	/** Each part; undefined where it is not known without running the plugin. Of NewRawVersion `version` is all of it. */
	readonly version?: Said;
	readonly prerelease?: Said;
	readonly metadata?: Said;
	/** The whole, `1.2.3-dev`; undefined where a part is not known. */
	readonly text?: string;
	/** Whether the release configuration, a workflow or a Makefile sets one of the parts when it links (`-X …Version=`). */
	readonly linked: boolean;
}

/** The `SetVersion` calls on a plugin set, in any file of a package that registers components. */
export const setVersionCalls: Fact<readonly CallAt[]> = read =>
	read(servingDirectories)
		.flatMap(dir => read(goSourcesIn, dir))
		.flatMap(path =>
			read(mentions, `${path}\0.SetVersion(`)
				? (read(goFile, path)?.calls ?? []).filter(call => call.callee.text.endsWith('.SetVersion')).map(call => ({ path, call }))
				: [],
		);

/** The version that the plugin's set is given; undefined where it is given none, or it is not made in this module. */
export const pluginVersion: Fact<PluginVersion | undefined> = read => {
	for (const { path, call } of read(setVersionCalls)) {
		const file = read(goFile, path);
		const [argument] = call.arguments;
		if (!file || !argument) continue;
		const found = madeBy(read, { path, file, within: call.within }, argument.text, argument.node, 0);
		if (found) return found;
	}
	return undefined;
};

/** The package variables that hold a plugin version: the directory of the package, and the variable's name. */
export const versionVariables: Fact<readonly { readonly dir: string; readonly name: string }[]> = read =>
	read(goSources).flatMap(path => {
		const file = read(mentions, `${path}\0${sdkModule}/version"`) ? read(goFile, path) : undefined;
		return (file?.bindings ?? []).flatMap(({ kind, within, names, values }) => {
			const [name] = names;
			return within === -1 && kind === 'var' && names.length === 1 && name !== undefined && maker.test(values[0]?.text ?? '')
				? [{ dir: dirname(path), name: name.text }]
				: [];
		});
	});

const maker = /^(\w+)\.(NewPluginVersion|InitializePluginVersion|NewRawVersion)\(/;

function madeBy(read: Read, scope: Scope, expression: string, node: number, depth: number): PluginVersion | undefined {
	const [, qualifier, name] = maker.exec(expression) ?? [];
	if (qualifier !== undefined && name !== undefined) {
		if (importedAs(read, scope.file, qualifier)?.path !== `${sdkModule}/version`) return undefined;
		const call = scope.file.calls.find(c => c.node >= node && c.callee.text === `${qualifier}.${name}`);
		return call && readCall(read, { ...scope, within: call.within }, name, call);
	}
	const found = depth < 4 && /^\w+(?:\.\w+)?$/.test(expression) ? boundTo(read, scope, expression) : undefined;
	return found?.value && madeBy(read, found.scope, found.value.text, found.value.node, depth + 1);
}

function readCall(read: Read, scope: Scope, name: string, call: GoCall): PluginVersion {
	const [version, prerelease, metadata] = call.arguments.map(argument => stringOf(read, scope, argument));
	const parts = [version, name === 'NewRawVersion' ? undefined : prerelease, name === 'NewPluginVersion' ? metadata : undefined].slice(
		0,
		call.arguments.length,
	);
	const whole = parts.includes(undefined) ? undefined : joined(version?.value ?? '', prerelease?.value ?? '', metadata?.value ?? '', name);
	return {
		maker: name,
		place: at(scope.path, call.node),
		...(version ? { version } : {}),
		...(prerelease ? { prerelease } : {}),
		...(metadata ? { metadata } : {}),
		...(whole === undefined ? {} : { text: whole }),
		linked: parts.some(part => part?.variable !== undefined && read(isLinked, part.variable)),
	};
}

/** Whether a file that builds the plugin sets a variable of this name when it links. */
const isLinked: Fact<boolean, string> = (read, name) =>
	['', '.github', '.github/workflows', 'scripts'].some(dir =>
		read(filesIn, dir).some(file => builds.test(file) && linkedIn(read(text, dir === '' ? file : `${dir}/${file}`) ?? '', name)),
	);

const builds = /\.ya?ml$|makefile|\.mk$|\.sh$|^\.?goreleaser|^(?:justfile|Taskfile)/i;
const linkedIn = (source: string, name: string) => source.includes('-X') && new RegExp(`\\.${name}=`).test(source);

/** As NewPluginVersion joins them: nothing in the place of the version counts as 0.0.0 (SDK version/version.go). */
const joined = (version: string, prerelease: string, metadata: string, name: string) =>
	name === 'NewRawVersion' ? version : `${version || '0.0.0'}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;

/** What go-version makes of a version: undefined where it takes it, else why the SDK ends the plugin when it starts. */
export function versionProblem(version: string): 'malformed' | 'segments' | undefined {
	const [, numbers] = pattern.exec(version) ?? [];
	if (numbers === undefined) return 'malformed';
	return numbers.split('.').length > 3 ? 'segments' : undefined;
}

/** The expression of hashicorp/go-version, which fills up fewer than three numbers with zeros. */
const pattern =
	/^v?([0-9]+(?:\.[0-9]+)*?)(?:-[0-9]+[0-9A-Za-z\-~]*(?:\.[0-9A-Za-z\-~]+)*|-?[A-Za-z\-~]+[0-9A-Za-z\-~]*(?:\.[0-9A-Za-z\-~]+)*)?(?:\+[0-9A-Za-z\-~]+(?:\.[0-9A-Za-z\-~]+)*)?$/;
