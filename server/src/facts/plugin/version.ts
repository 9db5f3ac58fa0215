import type { X } from '../../syntax/go/body/body';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesIn, text } from '../core/files';
import { dirname } from '../core/paths';
import { placeOf, type Scope, scopesIn } from '../go/body';
import { callsTo, type ExprAt, scopeAt } from '../go/calls';
import { goFile } from '../go/file';
import { denoted, exprAt, selected } from '../go/resolve';
import { goSources } from '../go/sources';
import { boundTo, type Said, stringOf } from '../go/values';
import { servingDirectories } from './entry';
import { sdkModule } from './module';

/** The version that a plugin says it is, as it stands in the source: a release may set it when it links. */
export interface PluginVersion {
	/** What makes it: `NewPluginVersion`, `InitializePluginVersion` or `NewRawVersion`, and the call. */
	readonly maker: string;
	readonly place: Place;
	/** Each part; undefined if it is not known without running the plugin. Of NewRawVersion `version` is all of it. */
	readonly version?: Said;
	readonly prerelease?: Said;
	readonly metadata?: Said;
	/** The whole, `1.2.3-dev`; undefined if a part is not known. */
	readonly text?: string;
	/** Whether the release configuration, a workflow or a Makefile sets one of the parts when it links (`-X …Version=`). */
	readonly linked: boolean;
}

/** The `SetVersion` calls on a plugin set, in any file of a package that registers components. */
export const setVersionCalls: Fact<readonly ExprAt[]> = read => {
	const dirs = read(servingDirectories);
	return read(callsTo, selected('SetVersion')).filter(({ path }) => dirs.includes(dirname(path)));
};

/** The version that the plugin's set is given; undefined if there is none, or it is not made in this module. */
export const pluginVersion: Fact<PluginVersion | undefined> = read => {
	for (const at of read(setVersionCalls)) {
		const scope = scopeAt(read, at);
		const call = exprAt(scope, at.x);
		const [argument] = call.op === 'call' ? call.args : [];
		const found = argument === undefined ? undefined : madeBy(read, scope, argument, 0);
		if (found) return found;
	}
	return undefined;
};

/** The package variables that hold a plugin version: the directory of the package, and the variable's name. */
export const versionVariables: Fact<ReadonlyArray<{ readonly dir: string; readonly name: string }>> = read =>
	read(goSources).flatMap(path => {
		if (!read(goFile, path)?.imports.some(i => i.path === `${sdkModule}/version`)) return [];
		return scopesIn(read, path).flatMap(scope => {
			const [declaration] = scope.body.statements.filter(s => s.kind === 'assign' && s.block === -1 && s.operator === 'var');
			if (declaration?.kind !== 'assign' || declaration.targets.length !== 1 || declaration.values.length !== 1) return [];
			return makerOf(read, scope, declaration.values[0] as X) === undefined ? [] : [{ dir: dirname(path), name: scope.decl }];
		});
	});

const makers = ['NewPluginVersion', 'InitializePluginVersion', 'NewRawVersion'];

/** The function of the SDK that makes a version, if an expression calls one. */
function makerOf(read: Read, scope: Scope, x: X): string | undefined {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	return fn?.kind === 'package' && fn.path === `${sdkModule}/version` && makers.includes(fn.name) ? fn.name : undefined;
}

function madeBy(read: Read, scope: Scope, x: X, depth: number): PluginVersion | undefined {
	const maker = makerOf(read, scope, x);
	if (maker !== undefined) return readCall(read, scope, maker, x);
	const found = depth < 4 ? boundTo(read, scope, x) : undefined;
	return found?.value === undefined ? undefined : madeBy(read, found.scope, found.value, depth + 1);
}

function readCall(read: Read, scope: Scope, name: string, x: X): PluginVersion {
	const call = exprAt(scope, x);
	const args = call.op === 'call' ? call.args : [];
	const [version, prerelease, metadata] = args.map(argument => stringOf(read, scope, argument));
	const parts = [version, name === 'NewRawVersion' ? undefined : prerelease, name === 'NewPluginVersion' ? metadata : undefined].slice(0, args.length);
	const whole = parts.includes(undefined) ? undefined : joined(version?.value ?? '', prerelease?.value ?? '', metadata?.value ?? '', name);
	return {
		maker: name,
		place: placeOf(scope, x),
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

/** As NewPluginVersion joins them: an empty version counts as 0.0.0 (SDK version/version.go). */
const joined = (version: string, prerelease: string, metadata: string, name: string) =>
	name === 'NewRawVersion' ? version : `${version || '0.0.0'}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`;

/** What go-version makes of a version: undefined if it is valid, else why the plugin panics on start. */
export function versionProblem(version: string): 'malformed' | 'segments' | undefined {
	const [, numbers] = pattern.exec(version) ?? [];
	if (numbers === undefined) return 'malformed';
	return numbers.split('.').length > 3 ? 'segments' : undefined;
}

/** The expression of hashicorp/go-version, which fills up fewer than three numbers with zeros. */
const pattern =
	/^v?([0-9]+(?:\.[0-9]+)*?)(?:-[0-9]+[0-9A-Za-z\-~]*(?:\.[0-9A-Za-z\-~]+)*|-?[A-Za-z\-~]+[0-9A-Za-z\-~]*(?:\.[0-9A-Za-z\-~]+)*)?(?:\+[0-9A-Za-z\-~]+(?:\.[0-9A-Za-z\-~]+)*)?$/;
