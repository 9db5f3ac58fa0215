import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate, gap, type Scope } from '../../server/src/facts/release/template/evaluate';
import { some } from '../support/some';

const scope: Scope = {
	fields: { ProjectName: 'packer-plugin-acme', Version: '1.2.3', Os: 'linux', Arch: 'arm64', Arm: '', Amd64: 'v1', IsSnapshot: false, Major: 1 },
	env: name => ({ API_VERSION: 'x5.0', EMPTY: '', UNSET: null })[name],
};

/** What text/template and GoReleaser's functions print. */
const prints: ReadonlyArray<readonly [template: string, text: string]> = [
	['{{ .ProjectName }}_v{{ .Version }}_{{ .Env.API_VERSION }}_{{ .Os }}_{{.Arch}}', 'packer-plugin-acme_v1.2.3_x5.0_linux_arm64'],
	['{{- if .IsSnapshot -}} a {{- else -}} b {{- end -}}', 'b'],
	['{{ if eq .Os "darwin" }}macOS{{ else if eq .Os "linux" "aix" }}l{{ else }}{{ .Os }}{{ end }}', 'l'],
	['{{ with .Arm }}v{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}.', '.'],
	['{{ replace .ProjectName "-" "_" | toupper }}', 'PACKER_PLUGIN_ACME'],
	['{{ title .Os }} {{ tolower "X}}" }}', 'Linux x}}'],
	['{{ $os := .Os }}{{ $os }}{{ $.Arch }}', 'linuxarm64'],
	['{{ if index .Env "API_VERSION" }}{{ .Env.API_VERSION }}{{ else }}x5.0{{ end }}', 'x5.0'],
	['{{ if index .Env "UNSET" }}a{{ else }}b{{ end }}{{ envOrDefault "UNSET" "c" }}{{ isEnvSet "EMPTY" }}', 'bcfalse'],
	['{{ printf "%s-%s" .Os .Arch }}{{/* note */}}{{ print `a` }}', 'linux-arm64a'],
	['{{ incpatch .Version }} {{ trimprefix (printf "v%s" .Version) "v" }}', '1.2.4 1.2.3'],
	['{{ index (split .Version ".") 1 }}{{ .Major }}', '21'],
	['plain', 'plain'],
];

describe('GoReleaser templates', () => {
	for (const [template, text] of prints)
		it(template, () => {
			const result = evaluate(template, scope);
			assert.equal(result && 'text' in result && result.text, text);
		});

	it('says which variable is missing, and which were asked for', () => {
		assert.deepEqual(evaluate('{{ .Env.UNSET }}', scope), { fails: 'map has no entry for key "UNSET"', missing: 'UNSET' });
		assert.deepEqual(evaluate('{{ .Env.API_VERSION }}', scope), { text: 'x5.0', env: ['API_VERSION'] });
	});

	it('does not know what only a release tells', () => {
		assert.equal(evaluate('{{ .ShortCommit }}', scope), undefined);
		assert.equal(evaluate('{{ .Env.ELSEWHERE }}', scope), undefined);
		assert.deepEqual(evaluate('-X main.commit={{ .ShortCommit }}', scope, true), { text: `-X main.commit=${gap}`, env: [] });
		for (const template of ['{{ if .Commit }}a{{ end }}', '{{ range .X }}{{ end }}', '{{ if }}', '{{ "a }}', '{{ (.Os }}', '{{ with $x := .Os }}{{ end }}'])
			assert.equal(evaluate(template, scope), undefined, template);
	});

	/** Reasons as Go's text/template words them. */
	const fails: ReadonlyArray<readonly [template: string, why: string]> = [
		['{{ .Os', 'unclosed action'],
		['{{ end }}', 'unexpected {{end}}'],
		['a{{ else }}b', 'unexpected {{else}}'],
		['{{ if .Os }}a', 'unexpected EOF'],
		['{{ if .Os }}a{{ else }}b', 'unexpected EOF'],
		['{{ if false }}{{ nosuch .Os }}{{ end }}', 'function "nosuch" not defined'],
		['{{ .Nosuch }}', 'map has no entry for key "Nosuch"'],
	];
	for (const [template, why] of fails)
		it(`${template} is refused`, () => assert.deepEqual(evaluate(template, { ...scope, names: new Set(['Os', 'ShortCommit']) }), { fails: why }));

	it('reads what is nested as names are, and nothing that is nested without end', () => {
		const kinds: Readonly<Record<string, (n: number) => string>> = {
			parentheses: n => `{{ ${'('.repeat(n)}.Os${')'.repeat(n)} }}`,
			blocks: n => `${'{{ if .Os }}'.repeat(n)}linux${'{{ end }}'.repeat(n)}`,
			'else if': n => `{{ if .Arm }}a${'{{ else if .Arm }}a'.repeat(n)}{{ else }}linux{{ end }}`,
			pipes: n => `{{ .Os${' | tolower'.repeat(n)} }}`,
			fields: n => `{{ with .Os }}{{ if false }}{{ .${Array(n).fill('a').join('.')} }}{{ end }}{{ . }}{{ end }}`,
		};
		for (const [kind, template] of some(Object.entries(kinds))) {
			assert.deepEqual(evaluate(template(20), scope), { text: 'linux', env: [] }, kind);
			assert.equal(evaluate(template(20_000), scope), undefined, kind);
		}
	});

	it('gives up on values that grow without end', () => {
		const growing = [
			`{{ $a := "aaaaaaaa" }}${'{{ $a = printf "%s%s" $a $a }}'.repeat(40)}{{ $a }}`,
			`{{ $a := "a" }}${'{{ $a = replace $a "a" "aaaa" }}'.repeat(30)}{{ $a }}`,
			'{{ replace "aaaaaaaaaa" "" (printf "%s%s" .ProjectName .ProjectName) }}'.repeat(20_000),
		];
		for (const template of some(growing)) assert.equal(evaluate(template, scope), undefined);
	});

	it('never throws', () =>
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('{{', '}}', '-', ' ', '.', 'Os', '$x', ':=', 'if', 'end', 'else', '"', '`', '|', '(', ')', 'eq', '.Env.A', '1', '/*', '*/')),
				parts => {
					evaluate(parts.join(''), scope);
				},
			),
		));
});
