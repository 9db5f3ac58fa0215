import { program } from '../engine/addresses';
import type { Read } from '../facts/core/database';
import { redact } from '../secrets/redact';
import { codeSpan, inMarkdown } from '../text/markdown';
import { type About, about } from './about';
import { fenced } from './fenced';
import { entryText, manifestEntry, manifestPatch, manifestPath } from './manifest';
import type { Draft } from './material';

/**
 * How the documentation is registered: the open route first, then the pull request that the program's document still asks for. HashiCorp closed that route
 * (git log of hashicorp/packer: 2023-12-05 the documentation and the issue template, 2024-01-29 the manifest, 2026-07-07 website/).
 */
export function docsPullRequest(read: Read): Draft {
	const it = about(read);
	const entry = manifestEntry(it);
	const title = redact(`Register documentation for ${it.title} plugin`);
	const text = [
		`# Register the documentation of ${inMarkdown(it.title)}`,
		route,
		'## Closed route: pull request against hashicorp/packer',
		`For your records only. ${closed}`,
		`### Title\n\n${fenced(title)}`,
		`### Body\n\n${fenced(redact(bodyOf(it)), 'markdown')}`,
		`### Entry\n\nIn \`${manifestPath}\`, sorted by title:\n\n${fenced(entryText(entry), 'json')}`,
		`### Patch\n\nAgainst the last version of the file. Save it as \`register.patch\` and run \`git apply register.patch\`:\n\n${fenced(manifestPatch(entry) ?? '', 'diff')}`,
		`### Other requirements\n\n- HashiCorp's [CLA](${program.cla}), signed.\n- The pages as a release asset named \`docs.zip\`.`,
	];
	return { title, text: `${redact(text.join('\n\n'))}\n`, language: 'markdown', notices: [notice] };
}

const notice = {
	severity: 'warning',
	message: 'HashiCorp closed this route. Plugins are registered with an integration request.',
	instead: 'integration-request',
} as const;

const route = [
	'## Open route: integration request',
	'',
	`Open an [integration request](${program.integrationRequest}) in hashicorp/packer. To draft it, run "Packer Readiness: Draft Integration Request"`,
	'in the editor, or `packer-plugin-readiness draft integration-request`.',
].join('\n');

const closed = [
	'The document of the Packer Integration Program still asks for this pull request, but HashiCorp closed this route:',
	'',
	'- 2023-12-05: plugins are registered with an integration request.',
	'- 2024-01-29: the manifest is emptied.',
	`- 2026-07-07: \`${manifestPath}\` is removed, so a patch to the file no longer applies.`,
].join('\n');

/** The headings of upstream's template (hashicorp/packer .github/PULL_REQUEST_TEMPLATE.md). */
const bodyOf = ({ title, description, home, components, hcp, tag }: About): string =>
	[
		'### Description',
		'',
		`This registers the documentation of the ${inMarkdown(title)} plugin${home === undefined ? '' : `, ${home}`}.`,
		'',
		inMarkdown(description),
		'',
		...(components.length === 0 ? [] : ['Components:', '', ...components.map(({ noun, fullName }) => `- ${noun} ${codeSpan(fullName)}`), '']),
		`Latest release: ${tag ?? 'none yet'}.${hcp.ready ? ' The plugin supports HCP Packer.' : ''}`,
		'',
		'### Resolved Issues',
		'',
		'None.',
		'',
		'### Rollback Plan',
		'',
		'If a change needs to be reverted, we will roll out an update to the code within 7 days. Reverting this commit removes the plugin from the list.',
		'',
		'### Changes to Security Controls',
		'',
		'None. This changes a list of plugins whose documentation is shown.',
		'',
	].join('\n');
