import fc from 'fast-check';

/** The packages that a random struct draws its types from, as its file imports them. */
export const importsOf = (body: string): string => {
	const all: Array<[name: string, spec: string]> = [
		['common', '"github.com/hashicorp/packer-plugin-sdk/common"'],
		['communicator', '"github.com/hashicorp/packer-plugin-sdk/communicator"'],
		['config', '"github.com/hashicorp/packer-plugin-sdk/template/config"'],
		['commonsteps', '"github.com/hashicorp/packer-plugin-sdk/multistep/commonsteps"'],
		['other', 'other "github.com/acme/packer-plugin-acme/shared"'],
		['os', '"os"'],
		['time', '"time"'],
	];
	const used = all.filter(([name]) => body.includes(`${name}.`)).map(([, spec]) => `\t${spec}\n`);
	return used.length === 0 ? '' : `import (\n${used.join('')})\n\n`;
};

/** The types that every package of random structs declares. */
export const declared = `// Part is a block.
type Part struct {
	// How large.
	Size int \`mapstructure:"size" required:"true"\`
	Label string
}

type Mode string
type Level uint8
type Parts []Part
type Modes []string
type Labels map[string]string
`;

const scalar = fc.constantFrom(
	'string',
	'bool',
	'int',
	'int64',
	'uint8',
	'float64',
	'byte',
	'rune',
	'time.Duration',
	'config.Trilean',
	'Mode',
	'Level',
	'other.Kind',
	'os.FileMode',
);
const list = fc.constantFrom('[]string', '[]int', '[]byte', '[][]string', '[]bool', '[]map[string]string', '[]*string', '[]float64', 'Modes', 'other.Kinds');
const map = fc.constantFrom('map[string]string', 'map[string]int', 'map[string]interface{}', 'map[string]time.Duration', 'Labels', 'map[string][]string');
const block = fc.constantFrom(
	'Part',
	'*Part',
	'[]Part',
	'Parts',
	'config.KeyValues',
	'config.NameValues',
	'config.KeyValue',
	'[]config.NameValue',
	'other.Thing',
	'*other.Thing',
	'[]other.Thing',
	'[]*Part',
);
const odd = fc.constantFrom('interface{}', 'any', 'error', '[2]string', '[]interface{}');
const type = fc.oneof(
	{ weight: 6, arbitrary: scalar },
	{ weight: 2, arbitrary: scalar.map(name => `*${name}`) },
	{ weight: 3, arbitrary: list },
	{ weight: 2, arbitrary: map },
	{ weight: 3, arbitrary: block },
	{ weight: 1, arbitrary: odd },
);

const word = fc.constantFrom('Name', 'HTTP', 'IP', 'Port', 'Size', 'ID', 'Url', 'VM', 'Disk', 'Key', 'A', 'X2', 'Very', 'Long', 'TimeoutInSeconds');
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(''));
const accessor = fc
	.array(fc.constantFrom('name', 'http', 'ip', 'port', 'size', 'id', 'extraordinarily', 'long', 'vm'), { minLength: 1, maxLength: 6 })
	.map(words => words.join('_'));
const extra = fc.constantFrom(
	'',
	'',
	'',
	' required:"true"',
	' required:"false"',
	' undocumented:"true"',
	' json:"x,omitempty"',
	' cty:"before"',
	' hcl:"a,b"',
	' mapstructure-to-hcl2:",skip"',
);
const comment = fc.constantFrom(
	'',
	'',
	'\t// Says what it is.\n',
	'\t// Two\n\t// lines.\n\t//\n\t//   indented  \n',
	'\t/* A block\n\t   of text. */\n',
	'\t// TODO: say it\n',
	'\t//nolint:lll\n\t// Text.\n',
);
const field = fc.tuple(name, type, fc.option(accessor), extra, comment, fc.boolean());
const squashed = fc.uniqueArray(
	fc.constantFrom('common.PackerConfig', 'communicator.Config', 'commonsteps.CDConfig', 'commonsteps.HTTPConfig', 'other.Common', '*other.Lost'),
	{ maxLength: 3 },
);

/** The text of a random struct: its fields and attributes differ from each other, so that packer-sdc takes it. */
export const struct = (named: string): fc.Arbitrary<string> =>
	fc.tuple(squashed, fc.array(field, { maxLength: 14 }), comment).map(([squash, fields, doc]) => {
		const names = new Set<string>(['Name', 'Type', 'Zone', 'Pointed']);
		const accessors = new Set<string>(['type', 'zone']);
		const lines = squash.map(type => `\t${type} \`mapstructure:",squash"\`\n`);
		for (const [own, type, given, more, said, tagless] of fields) {
			const snake = own
				.replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
				.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
				.toLowerCase();
			const attribute = given ?? snake;
			if (names.has(own) || accessors.has(attribute) || accessors.has(snake)) continue;
			names.add(own);
			accessors.add(attribute).add(snake);
			const tag = given === null ? (tagless || more === '' ? '' : ` \`${more.trim()}\``) : ` \`mapstructure:"${given}"${more}\``;
			lines.push(`${said}\t${own} ${type}${tag}\n`);
		}
		return `${doc.replaceAll(/^\t/gm, '')}type ${named} struct {\n${lines.join('')}}\n`;
	});
