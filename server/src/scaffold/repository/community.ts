import { layout } from '../../facts/docs/layout';
import type { Part, Plugin } from '../part';

const fenced = (language: string, lines: readonly string[]) => [`\`\`\`${language}`, ...lines, '```'].join('\n');

/** README.md of a new plugin. */
export function readme({ name, owner }: Plugin, title: string, parts: readonly Part[]): string {
	const repository = `https://github.com/${owner}/packer-plugin-${name}`;
	return [
		`# Packer Plugin ${title}`,
		`A plugin for [HashiCorp Packer](https://developer.hashicorp.com/packer) that works with ${title}.`,
		parts.map(({ kind, fullName, slug }) => `- [${fullName}](docs/${layout[kind].docs}/${slug}.mdx), a ${layout[kind].noun}`).join('\n'),
		'## Installation',
		'Add the plugin to a template and run `packer init`:',
		fenced('hcl', [
			'packer {',
			'  required_plugins {',
			`    ${name} = {`,
			'      version = ">= 0.1.0"',
			`      source  = "github.com/${owner}/${name}"`,
			'    }',
			'  }',
			'}',
		]),
		'Or install it manually:',
		fenced('sh', [`packer plugins install github.com/${owner}/${name}`]),
		'The plugin requires Packer 1.11.0 or newer. See [docs](docs/README.md) for the components and [example](example) for a template.',
		'## Development',
		fenced('sh', [
			'make test          # unit tests',
			'make dev           # build the plugin and install it',
			'make testacc       # acceptance tests, which run Packer',
			'make generate      # hcl2spec files, partials and .web-docs; commit the changes',
		]),
		`To release, push a tag such as \`v0.1.0\`. The repository needs the secrets \`GPG_PRIVATE_KEY\` and \`GPG_PASSPHRASE\`.`,
		'## Support',
		`Ask questions and report bugs in the [issues](${repository}/issues). See [CONTRIBUTING.md](CONTRIBUTING.md) first. Report vulnerabilities as described in [SECURITY.md](SECURITY.md).`,
		'## License',
		'[Mozilla Public License 2.0](LICENSE)',
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}

/** CHANGELOG.md of a new plugin. */
export const changelog = (parts: readonly Part[]): string =>
	`${['# Changelog', '## 0.1.0 (unreleased)', parts.map(({ kind, fullName }) => `- New ${layout[kind].noun}: \`${fullName}\``).join('\n')].join('\n\n')}\n`;

/** CONTRIBUTING.md of a new plugin. */
export const contributing = ({ name, owner }: Plugin): string =>
	`${[
		'# Contributing',
		`Report bugs and request features in the [issues](https://github.com/${owner}/packer-plugin-${name}/issues). For a bug, add a minimal template that reproduces it and the log of \`PACKER_LOG=1 packer build\`. Remove secrets from both.`,
		'Open pull requests against `main`. Add a test, run `make generate` and commit its changes. Acceptance tests (`make testacc`) run Packer with the plugin.',
	].join('\n\n')}\n`;

/** SECURITY.md of a new plugin. */
export const security = ({ name, owner }: Plugin): string =>
	`${[
		'# Security',
		`Report a vulnerability [privately](https://github.com/${owner}/packer-plugin-${name}/security/advisories/new), not as an issue. Only the latest release receives security fixes.`,
	].join('\n\n')}\n`;
