import { create, type Edit, insertLineAfter } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { exists } from '../core/files';
import { dirname } from '../core/paths';
import { statementPlace } from '../go/body';
import { type ExprAt, scopeAt } from '../go/calls';
import { importing } from '../go/imports';
import { goSourcesIn } from '../go/sources';
import { newestVersion, nextTag } from '../release/preview/nextTag';
import { entry } from './entry';
import { modulePath, sdkVersion } from './module';
import { versionVariables } from './version';

/** The version package as the scaffolding has it; before the SDK's v0.5.3 there is no metadata. */
const versionPackage = (version: string, metadata: boolean) => `package version

import "github.com/hashicorp/packer-plugin-sdk/version"

var (
	// Version is the version of the plugin; the release sets it when it links.
	Version = "${version}"
	// VersionPrerelease is "dev" between releases, and empty in one.
	VersionPrerelease = "dev"
${
	metadata
		? `	// VersionMetadata is extra information that does not count when versions are compared.
	VersionMetadata = ""
`
		: ''
}	// PluginVersion is what the plugin tells Packer.
	PluginVersion = version.${metadata ? 'NewPluginVersion(Version, VersionPrerelease, VersionMetadata)' : 'InitializePluginVersion(Version, VersionPrerelease)'}
)
`;

/** Whether the SDK that go.mod requires has `NewPluginVersion`, as releases since v0.5.3 do. */
const hasMetadata = (read: Read): boolean => {
	const [, major, minor, patch] = /^v(\d+)\.(\d+)\.(\d+)/.exec(read(sdkVersion) ?? '') ?? [];
	return major === undefined || Number(major) * 1e6 + Number(minor) * 1e3 + Number(patch) >= 5003;
};

/** The version of the next release: that after the newest tag, or the first one. */
const newVersion = (read: Read): string => (read(newestVersion) === undefined ? '0.0.1' : read(nextTag).slice(1));

/** How a set can be given a version: the variable that holds the set, and the one that holds the version. */
interface Plan {
	readonly set: string;
	readonly after: Place;
	readonly dir: string;
	readonly name: string;
	readonly made: boolean;
}

/** Whether a set can be given its version by `settingVersion`: not if no variable holds it, or a package `version` exists without a plugin version. */
export const canSetVersion = (read: Read, set: ExprAt): boolean => plan(read, set) !== undefined;

/** The edits that give a set its version, from the variable that the module has for it or from a new package version. For fixes only. */
export function settingVersion(read: Read, set: ExprAt): readonly Edit[] {
	const planned = plan(read, set);
	const module = read(modulePath);
	if (planned === undefined || module === undefined) return [];
	const here = planned.dir === dirname(set.path);
	const imported = here ? undefined : importing(read, set.path, `${module}/${planned.dir}`, 'pluginversion');
	const call = `${planned.set}.SetVersion(${imported ? `${imported.name}.` : ''}${planned.name})`;
	return [
		...(imported?.edits ?? []),
		insertLineAfter(planned.after, call),
		...(planned.made ? [] : [create('version/version.go', versionPackage(newVersion(read), hasMetadata(read)))]),
	];
}

function plan(read: Read, call: ExprAt): Plan | undefined {
	const { path } = call;
	const scope = scopeAt(read, call);
	const holder = scope.body.locals.find(local => local.init === call.x && local.nth === undefined);
	const held = scope.body.statements.findIndex(s => s.kind === 'assign' && s.values.includes(call.x));
	if (!holder || held === -1) return undefined;
	const variable = read(versionVariables).find(({ dir, name }) => dir === dirname(path) || (dir !== '' && dir !== read(entry)?.dir && /^[A-Z]/.test(name)));
	if (!variable && (read(exists, 'version/version.go') || read(goSourcesIn, 'version').length > 0)) return undefined;
	return { set: holder.name, after: statementPlace(scope, held), ...(variable ?? { dir: 'version', name: 'PluginVersion' }), made: variable !== undefined };
}
