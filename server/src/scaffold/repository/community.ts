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
		'Name the plugin in a template and run `packer init`:',
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
		'Or install it by hand:',
		fenced('sh', [`packer plugins install github.com/${owner}/${name}`]),
		'Packer 1.11.0 or newer is needed. The components are documented in [docs](docs/README.md), and used in [example](example).',
		'## Development',
		fenced('sh', [
			'make test          # unit tests',
			'make dev           # builds the plugin and has Packer install it',
			'make testacc       # acceptance tests, which run packer',
			'make generate      # hcl2spec files, partials and .web-docs: commit what changes',
		]),
		`A release is made by pushing a tag such as \`v0.1.0\`. The repository needs the secrets \`GPG_PRIVATE_KEY\` and \`GPG_PASSPHRASE\` for it.`,
		'## Support',
		`Questions and defects: [issues](${repository}/issues). What to report how is in [CONTRIBUTING.md](CONTRIBUTING.md); weaknesses in security go where [SECURITY.md](SECURITY.md) says.`,
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
		`Report defects and wishes as [issues](https://github.com/${owner}/packer-plugin-${name}/issues). For a defect, the smallest template that shows it and the log of \`PACKER_LOG=1 packer build\` help most; take secrets out of both.`,
		'Changes come as pull requests against `main`. Each has a test, and leaves nothing for `make generate` to change. Acceptance tests (`make testacc`) run Packer with the plugin as it is.',
	].join('\n\n')}\n`;

/** SECURITY.md of a new plugin. */
export const security = ({ name, owner }: Plugin): string =>
	`${[
		'# Security',
		`Report a weakness [in private](https://github.com/${owner}/packer-plugin-${name}/security/advisories/new), not as an issue. The newest release is the one that is mended.`,
	].join('\n\n')}\n`;
