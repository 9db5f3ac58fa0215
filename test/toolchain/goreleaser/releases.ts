import fc from 'fast-check';

/** The files of the plugin that random configs release. */
export const files: Readonly<Record<string, string>> = {
	'main.go': 'package main\n\nfunc main() {}\n',
	LICENSE: 'MPL\n',
	'README.md': '# acme\n',
	'docs/a.md': 'a\n',
	'docs/b/c.md': 'c\n',
	'tool/tool.go': 'package tool\n',
	'cmd/acme/main.go': 'package main\n\nfunc main() {}\n',
};

const right = '{{ .ProjectName }}_v{{ .Version }}_{{ .Env.API_VERSION }}_{{ .Os }}_{{ .Arch }}';
/** What a config has seldom, because the release stops at it. */
const wrong = <T>(value: fc.Arbitrary<T>, bad: fc.Arbitrary<T>): fc.Arbitrary<T> => fc.oneof({ weight: 24, arbitrary: value }, { weight: 1, arbitrary: bad });

const names = wrong(
	fc.constantFrom(
		...[right, right, right, right.replace('.ProjectName', '.Env.NAME'), 'packer-plugin-acme', 'dir/{{ .ProjectName }}_{{ .Os }}_{{ .Arch }}{{ .Arm }}'],
		...['{{ .ProjectName }}_{{ .Os }}_{{ .Arch }}{{ .Arm }}', '{{ title .Os }}_{{ .Arch }}{{ .Amd64 }}', '{{ .Os | toupper }}_{{ .Arch }}_{{ .Patch }}'],
		...[
			'{{ if eq .Os "windows" }}win{{ else if eq .Os "darwin" }}mac{{ else }}{{ .Os }}{{ end }}_{{ .Arch }}',
			'{{- .Os -}} {{ .Arch }}',
			'{{ .Os }}.v1/{{ .Arch }}',
		],
		...[
			'{{ .Tag }}_{{ .Os }}_{{ .Arch }}{{ with .Mips }}_{{ . }}{{ end }}',
			'{{ envOrDefault "NOPE" "none" }}_{{ .Arch }}_{{ .Os }}',
			'{{ index .Env "NOPE" }}{{ .Os }}_{{ .Arch }}',
		],
		...[
			'{{ trimprefix .ProjectName "packer-" }}_{{ printf "%s-%s" .Os .Arch }}',
			'{{ replace .Os "linux" "Linux" }}{{ $a := .Arch }}{{ $a }}{{/* arm */}}{{ .Arm }}',
		],
	),
	fc.constantFrom(
		...[
			'{{ .Env.NOPE }}',
			'{{ .Nothing }}',
			'x {{ .Version',
			' spaced ',
			'{{ .Target }}',
			'{{ .I386 }}{{ .Arm64 }}',
			'{{ .ArtifactName }}',
			'{{ .Ext }}',
			'{{ nothing .Os }}',
		],
		...['{{ .Binary }}-{{ .Arch }}', '{{ end }}', '{{ if .Os }}x', '{{ .Os.Name }}', '{{ .Env.NAME.x }}', '{{ "x" }', '{{ title }}', '{{ .Os .Arch }}'],
	),
);
const id = fc.constantFrom('one', 'two', 'packer-plugin-acme');
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const often = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: value });
const some = <T>(...all: readonly T[]) => fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 3 });

const systems = some('linux', 'linux', 'darwin', 'windows', 'freebsd', 'solaris', 'openbsd', 'js');
const architectures = some('amd64', 'amd64', 'arm64', '386', 'arm', 'mips64', 'ppc64le', 'riscv64', 'wasm', 's390x', 'loong64');

const build = (major: 1 | 2) =>
	fc.record(
		{
			id: often(id),
			binary: often(names),
			goos: often(wrong(systems, fc.constant<string[]>(['linux', 'nowhere']))),
			goarch: often(wrong(architectures, fc.constant<string[]>(['x86']))),
			goarm: rarely(wrong(some('5', '6', '7'), fc.constant<string[]>(['8']))),
			goamd64: rarely(wrong(some('v1', 'v2'), fc.constant<string[]>(['v9']))),
			gomips: rarely(some('hardfloat', 'softfloat')),
			targets: rarely(some('linux_amd64', 'linux_amd64_v1', 'darwin_arm64', 'windows_386', 'linux_arm', 'linux_mips64', 'go_first_class', 'linux_ppc64le')),
			ignore: rarely(
				fc.array(
					fc.record({
						goos: rarely(fc.constantFrom('linux', 'darwin')),
						goarch: often(fc.constantFrom('amd64', 'arm')),
						goarm: rarely(fc.constantFrom('6', '7')),
					}),
					{ maxLength: 2 },
				),
			),
			dir: rarely(wrong(fc.constantFrom('.', 'cmd/acme'), fc.constantFrom('tool', 'nowhere'))),
			main: rarely(wrong(fc.constantFrom('.', 'main.go'), fc.constantFrom('./cmd/acme', 'tool/tool.go'))),
			skip: rarely(major === 2 ? fc.constantFrom(true, false, '{{ eq .Os "x" }}', '{{ .IsSnapshot }}') : fc.boolean()),
			env: rarely(wrong(fc.constantFrom<string[]>(['CGO_ENABLED=0'], ['A={{ .Os }}', 'B={{ .Env.A }}']), fc.constant<string[]>(['A={{ .Env.NOPE }}']))),
			flags: rarely(wrong<string | string[]>(fc.constantFrom('-trimpath', ['-trimpath']), fc.constant(['{{ .Env.NOPE }}']))),
			ldflags: rarely(
				wrong(fc.constantFrom<string[]>(['-s -w -X a.b={{ .Version }}'], ['{{ .Env.GOOS }}'], ['{{ .Commit }}']), fc.constant<string[]>(['{{ .Nothing }}'])),
			),
			builder: rarely(wrong(fc.constant('go'), fc.constant('nothing'))),
			no_main_check: rarely(fc.boolean()),
		},
		{ requiredKeys: [] },
	);

const format = wrong(fc.constantFrom('zip', 'zip', 'zip', 'zip', 'tar.gz', 'binary', 'tgz', 'tar.xz', 'none'), fc.constantFrom('gz', 'rar'));
const formats = (major: 1 | 2) =>
	major === 2 ? { format: rarely(format), formats: often(fc.oneof(format, fc.uniqueArray(format, { maxLength: 2 }))) } : { format: often(format) };

const archive = (major: 1 | 2) =>
	fc.record(
		{
			id: often(fc.constantFrom('default', 'a', 'b')),
			...(major === 2 ? { ids: rarely(fc.array(id, { maxLength: 2 })) } : {}),
			builds: rarely(fc.array(id, { maxLength: 2 })),
			name_template: often(names),
			...formats(major),
			format_overrides: rarely(
				fc.array(fc.record({ goos: fc.constantFrom('windows', 'darwin', 'lin', ''), ...formats(major) }), { minLength: 1, maxLength: 2 }),
			),
			wrap_in_directory: rarely(wrong<boolean | string>(fc.constantFrom(true, false, 'inner', '{{ .Os }}/x'), fc.constant('{{ .Nope }}'))),
			strip_binary_directory: rarely(fc.boolean()),
			allow_different_binary_count: often(fc.constantFrom(true, true, true, false)),
			meta: rarely(rarely(fc.boolean())),
			files: often(
				fc.constantFrom(
					['none*'],
					['LICENSE', 'docs'],
					['docs/*.md'],
					['docs/**/*'],
					['missing.txt'],
					[{ src: 'docs/**/*.md', strip_parent: true, dst: 'text' }],
				),
			),
		},
		{ requiredKeys: [] },
	);

const checksum = fc.record(
	{
		name_template: often(
			wrong(
				fc.constantFrom('{{ .ProjectName }}_v{{ .Version }}_SHA256SUMS', 'SUMS'),
				fc.constantFrom('{{ .Os }}', '{{ .Env.NOPE }}', '{{ .ArtifactName }}.sum'),
			),
		),
		algorithm: rarely(wrong(fc.constantFrom('sha256', 'sha512', 'sha3-256', 'md5'), fc.constantFrom('crc', 'blake3'))),
		split: rarely(fc.boolean()),
		disable: rarely(fc.boolean()),
		ids: rarely(fc.array(fc.constantFrom('default', 'a', 'b'), { maxLength: 2 })),
		extra_files: rarely(
			fc.constantFrom([{ glob: 'LICENSE' }], [{ glob: 'docs/*', name_template: 'docs.zip' }], [{ glob: 'README.md', name_template: '{{ .Tag }}.md' }]),
		),
	},
	{ requiredKeys: [] },
);

const universal = fc.record(
	{
		id: rarely(id),
		ids: rarely(fc.array(id, { minLength: 1, maxLength: 2 })),
		name_template: often(fc.constantFrom('{{ .ProjectName }}', 'mac', right.replace('.Os', '"darwin"').replace('.Arch', '"all"'), '{{ .Os }}')),
		replace: fc.boolean(),
	},
	{ requiredKeys: [] },
);

const release = fc.record(
	{
		disable: rarely(fc.constantFrom(true, false, '{{ .IsSnapshot }}')),
		draft: rarely(fc.boolean()),
		github: rarely(fc.constantFrom({ owner: 'acme', name: 'packer-plugin-other' })),
		gitlab: rarely(rarely(fc.constantFrom({ owner: 'acme', name: 'x' }))),
	},
	{ requiredKeys: [] },
);

const few = <T>(value: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 4, arbitrary: fc.array(value, { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.array(value, { maxLength: 2 }) });

/** A config at random that the loader of a version takes: valid, or with something in it that stops the release later. */
export const released = (major: 1 | 2): fc.Arbitrary<string> =>
	fc
		.record(
			{
				version: fc.constant(major),
				project_name: rarely(fc.constantFrom('acme', '{{ .Env.NAME }}')),
				env: often(
					wrong(fc.constantFrom<string[]>(['NAME=packer-plugin-acme'], ['NAME={{ .Env.API_VERSION }}']), fc.constant<string[]>(['NAME={{ .Env.NOPE }}'])),
				),
				builds: often(few(build(major))),
				archives: often(few(archive(major))),
				universal_binaries: rarely(few(universal)),
				checksum: often(checksum),
				release: rarely(release),
				signs: rarely(wrong<readonly unknown[]>(fc.constant([{ artifacts: 'checksum' }]), fc.constant([{ artifacts: 'all' }, { artifacts: 'none' }]))),
				source: rarely(
					fc.constantFrom({ enabled: true }, { enabled: true, format: 'zip', name_template: '{{ .ProjectName }}_src' }, { enabled: false, format: 'rar' }),
				),
			},
			{ requiredKeys: ['version'] },
		)
		.map(config => `${JSON.stringify(config)}\n`);
