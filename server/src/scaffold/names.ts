import type { Kind } from '../facts/plugin/registrations';

/** The names of plugins that Packer finds (Packer hcl2template/addrs/plugin.go). */
const pluginName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const ownerName = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/;
const componentName = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

/** The plugins on releases.hashicorp.com, where Packer searches by name before it searches on GitHub. */
const official = ['amazon', 'ansible', 'azure', 'docker', 'googlecompute', 'qemu', 'vagrant', 'virtualbox'];

/**
 * Names that no file or folder of Windows can have, whatever its extension: a repository with one cannot be checked out there.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
 */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** Why a plugin cannot have this name or owner; undefined if it can. */
export function pluginObstacle(name: string, owner: string): string | undefined {
	if (!pluginName.test(name)) return `Plugin name \`${name}\` is not valid. Use lowercase letters, digits and single dashes, and start with a letter.`;
	if (name.startsWith('packer-')) return `Plugin name \`${name}\` starts with \`packer-\`. Packer adds \`packer-plugin-\` itself, so omit the prefix.`;
	if (!ownerName.test(owner)) return `Owner \`${owner}\` is not a valid GitHub name. Use letters, digits and single dashes.`;
	if (reserved.test(packaged(name))) return `Plugin name \`${name}\` would give files a name that Windows reserves. Choose another name.`;
	if (name === 'scaffolding') return 'Plugin name `scaffolding` is the name of the template. Use the name of your platform or tool.';
	if (official.includes(name) && owner !== 'hashicorp')
		return `HashiCorp publishes a plugin named \`${name}\`, and Packer would install that one. Choose another name.`;
	return undefined;
}

/** Packer's built-in components; a plugin's component with the same full name is never used (Packer packer/plugin_discover.go). */
const builtIn: Readonly<Record<Kind, readonly string[]>> = {
	builder: ['file', 'null'],
	provisioner: ['breakpoint', 'file', 'hcp-sbom', 'powershell', 'shell', 'shell-local', 'sleep', 'windows-restart', 'windows-shell'],
	'post-processor': ['artifice', 'checksum', 'compress', 'manifest', 'provenance', 'shell-local'],
	datasource: ['hcp-packer-artifact', 'hcp-packer-image', 'hcp-packer-iteration', 'hcp-packer-version', 'http', 'null'],
};

/** Why a component cannot have this name in a plugin; undefined if it can. */
export function componentObstacle(kind: Kind, plugin: string, name: string): string | undefined {
	const full = name === '' ? plugin : `${plugin}-${name}`;
	if (name !== '' && !componentName.test(name))
		return `Component name \`${name}\` is not valid. Use lowercase letters, digits, dashes and underscores, and start with a letter.`;
	if (reserved.test(packaged(name))) return `Component name \`${name}\` would give files a name that Windows reserves. Choose another name.`;
	if (builtIn[kind].includes(full)) return `Packer has a built-in ${kind} \`${full}\` and would use that one. Choose another name.`;
	return undefined;
}

/** The name to register: without the plugin's name, which Packer adds, and `''` (plugin.DEFAULT_NAME) for the plugin's own name. */
export function registeredName(plugin: string, name: string): string {
	if (name === plugin) return '';
	return name.startsWith(`${plugin}-`) ? name.slice(plugin.length + 1) : name;
}

/** Names that a package cannot have: Go keywords, names that its files or main.go use, and folders with a special meaning for Go or packer-sdc. */
const taken = new Set(
	(
		'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var ' +
		'any append bool byte cap clear close complex copy delete error false float32 float64 imag int iota len make max min new nil panic print println real rune string true uint uintptr ' +
		'context cty embed errors exec filepath fmt json log os strings testing time acctest common communicator commonsteps config hcl2helper hcldec interpolate multistep packersdk registryimage packerbuilderdata ' +
		'main plugin pps version internal vendor testdata packer test'
	).split(' '),
);

/** The Go package of a component, which is also its folder: its name without characters that Go does not allow, prefixed with the plugin's name if it is taken. */
export function packageName(plugin: string, name: string): string {
	const own = packaged(name === '' ? plugin : name);
	return taken.has(own) ? (name === '' ? `${own}plugin` : `${packaged(plugin)}${own}`) : own;
}

/** A name without the characters that names of packages cannot have. */
const packaged = (name: string) => name.replace(/[-_]/g, '');
