import data from './module.json';

/** The modules of a new plugin and their hashes, as `go mod tidy` writes them, so that the plugin builds at once. test/toolchain/scaffold.test.ts keeps them up to date. */
const { go, direct, indirect, sums } = data as {
	readonly go: string;
	readonly direct: readonly string[];
	readonly indirect: readonly string[];
	readonly sums: readonly string[];
};

/** Only this fork of go-cty has the gob encoding that the SDK needs. The line is that of `packer-sdc fix`. */
const replacement =
	'replace github.com/zclconf/go-cty => github.com/nywilken/go-cty v1.13.3 // added by packer-sdc fix as noted in github.com/hashicorp/packer-plugin-sdk/issues/187';

const block = (lines: readonly string[]) => `require (\n${lines.map(line => `\t${line}\n`).join('')})\n`;

/** go.mod of a new plugin. */
export const goModFile = (module: string): string =>
	[
		`module ${module}\n`,
		`go ${go}\n`,
		block(direct),
		...(indirect.length === 0 ? [] : [block(indirect.map(line => `${line} // indirect`))]),
		`${replacement}\n`,
	].join('\n');

/** go.sum of a new plugin. */
export const goSumFile = (): string => sums.map(line => `${line}\n`).join('');
