import type { Kind } from '../facts/plugin/registrations';

/** What a plugin may be called, so that Packer finds it (Packer hcl2template/addrs/plugin.go). */
const pluginName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const ownerName = /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/;
const componentName = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/;

/** The plugins that releases.hashicorp.com has, where Packer looks by the name alone before it asks GitHub. */
const official = ['amazon', 'ansible', 'azure', 'docker', 'googlecompute', 'qemu', 'vagrant', 'virtualbox'];

/** Why a plugin cannot have a name or an owner; undefined where it can. */
export function pluginObstacle(name: string, owner: string): string | undefined {
	if (!pluginName.test(name)) return `A plugin cannot be called “${name}”: small letters, digits and single dashes, beginning with a letter.`;
	if (name.startsWith('packer-')) return `Packer puts packer-plugin- before the name itself: “${name}” would be looked for in packer-plugin-${name}.`;
	if (!ownerName.test(owner)) return `“${owner}” is no GitHub user or organization: letters, digits and single dashes.`;
	if (name === 'scaffolding') return 'A plugin called scaffolding cannot be told from the template of that name. Choose the name of your platform or tool.';
	if (official.includes(name) && owner !== 'hashicorp')
		return `HashiCorp publishes a plugin called ${name}, and Packer would install that one. Choose another name.`;
	return undefined;
}

/** The components that Packer has built in; a plugin's of the same full name is never asked (Packer packer/plugin_discover.go). */
const builtIn: Readonly<Record<Kind, readonly string[]>> = {
	builder: ['file', 'null'],
	provisioner: ['breakpoint', 'file', 'hcp-sbom', 'powershell', 'shell', 'shell-local', 'sleep', 'windows-restart', 'windows-shell'],
	'post-processor': ['artifice', 'checksum', 'compress', 'manifest', 'provenance', 'shell-local'],
	datasource: ['hcp-packer-artifact', 'hcp-packer-image', 'hcp-packer-iteration', 'hcp-packer-version', 'http', 'null'],
};

/** Why a component cannot have a name in a plugin; undefined where it can. */
export function componentObstacle(kind: Kind, plugin: string, name: string): string | undefined {
	const full = name === '' ? plugin : `${plugin}-${name}`;
	if (name !== '' && !componentName.test(name))
		return `A component cannot be called “${name}”: small letters, digits, dashes and underscores, beginning with a letter.`;
	if (builtIn[kind].includes(full)) return `Packer has a ${kind} ${full} built in, which would be used in the place of this one. Choose another name.`;
	return undefined;
}

/** The name to register: without the plugin's, which Packer puts before it, and `''` (plugin.DEFAULT_NAME) for the plugin's own. */
export function registeredName(plugin: string, name: string): string {
	if (name === plugin) return '';
	return name.startsWith(`${plugin}-`) ? name.slice(plugin.length + 1) : name;
}

/** What a package cannot be called: words of Go, names that its own files or main.go use, and folders that Go or packer-sdc treat in a way of their own. */
const taken = new Set(
	(
		'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var ' +
		'any append bool byte cap clear close complex copy delete error false float32 float64 imag int iota len make max min new nil panic print println real rune string true uint uintptr ' +
		'context cty embed errors exec filepath fmt json log os strings testing time acctest common communicator commonsteps config hcl2helper hcldec interpolate multistep packersdk registryimage packerbuilderdata ' +
		'main plugin pps version internal vendor testdata packer test'
	).split(' '),
);

/** The Go package of a component, which is also its folder: its name without what Go does not allow, with the plugin's before it where that alone will not do. */
export function packageName(plugin: string, name: string): string {
	const plain = (text: string) => text.replace(/[-_]/g, '');
	const own = plain(name === '' ? plugin : name);
	return taken.has(own) ? (name === '' ? `${own}plugin` : `${plain(plugin)}${own}`) : own;
}
