import data from './module.json';

/** The modules that a new plugin needs, and the hashes of all that they need: what `go mod tidy` writes, so that it builds at once. Kept by test/toolchain/scaffold.test.ts. */
const { go, direct, indirect, sums } = data as {
	readonly go: string;
	readonly direct: readonly string[];
	readonly indirect: readonly string[];
	readonly sums: readonly string[];
};

/** Encoding with gob, which the SDK needs, is only in this fork of go-cty (the line is that of `packer-sdc fix`). */
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
