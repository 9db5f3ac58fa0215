import { hashOf } from './segments';

/** What a plugin's compile-to-webdocs.sh does, as far as its versions differ. */
export interface Script {
	/** The folder below `.web-docs/components/` for each folder of the docs. */
	readonly types: Readonly<Record<string, string>>;
	/** Folder names in links that are rewritten, in order. */
	readonly links: readonly (readonly [from: string, to: string])[];
}

/** Of the scripts that `new` writes and has written, likewise (server/src/scaffold/repository/script.ts): a test says where the newest is not among them. */
const ours: readonly string[] = [
	'3fd5fa56ec0104762f324572a65c74563695402b581bc697a56ba5bd0c9ac413',
	'b4c9046cc2f7b5f04bc7c70854ffcd23dbad4d83e54fc213738e76fde8c3a840',
	'adc860bd059a00c43ecb38f518fbb7c7fb00b2ed185e2c66911c4d07ed07003e',
];
const ownScript: Script = {
	types: { builders: 'builder', provisioners: 'provisioner', 'post-processors': 'post-processor', datasources: 'data-source' },
	links: [
		['datasources', 'data-source'],
		['builders', 'builder'],
		['post-processors', 'post-processor'],
		['provisioners', 'provisioner'],
	],
};

/** The SHA-256 of the scaffolding's script without its comments, blank lines, indentation, and the lines that say which folders it knows. */
const scaffolding = 'bad3803f956a788ab86ded3fd3358700e6a3db7440082a14eea02e071f28032c';

/**
 * Reads a compile-to-webdocs.sh. Supported is the scaffolding's (hashicorp/packer-plugin-scaffolding, all versions so far), with whatever
 * comments, and with fewer kinds of component; undefined for one that does anything else.
 */
export function readScript(source: string): Script | undefined {
	const lines = source
		.split(/\r?\n/)
		.map(line => line.trim().replaceAll('\\-', '-'))
		.filter(line => line !== '' && (!line.startsWith('#') || line.startsWith('#!')));
	const types: Record<string, string> = {};
	const links: [string, string][] = [];
	const rest = lines.filter((line, i) => {
		const folder = /^(?:el)?if \[\[ "\$1" = "([\w-]+)" \]\]; then$/.exec(line)?.[1];
		const type = /^echo "([\w-]+)"$/.exec(line)?.[1];
		const [, from, to] = /^\| sed "s\/\\\/([\w-]+)\\\/\/\\\/([\w-]+)\\\/\/g" \\$/.exec(line) ?? [];
		const before = /^(?:el)?if \[\[ "\$1" = "([\w-]+)" \]\]; then$/.exec(lines[i - 1] ?? '')?.[1];
		if (type !== undefined && before !== undefined) types[before] = type;
		if (from !== undefined && to !== undefined) links.push([from, to]);
		return folder === undefined && from === undefined && !(type !== undefined && before !== undefined);
	});
	if (hashOf(rest.join('\n')) === scaffolding) return { types, links };
	return ours.includes(hashOf(lines.join('\n'))) ? ownScript : undefined;
}
