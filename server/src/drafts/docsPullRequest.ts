import { program } from '../engine/addresses';
import type { Read } from '../facts/core/database';
import { redact } from '../secrets/redact';
import { type About, about } from './about';
import { githubAddress } from './address';
import { fenced } from './fenced';
import { entryText, manifestEntry, manifestPatch, manifestPath } from './manifest';
import type { Draft } from './material';

/**
 * The pull request that registers the documentation, as the program's document still has it. HashiCorp replaced this route
 * (git log of hashicorp/packer: 2023-12-05 the documentation and the issue template, 2024-01-29 the manifest, 2026-07-07 website/).
 */
export function docsPullRequest(read: Read): Draft {
	const it = about(read);
	const entry = manifestEntry(it);
	const title = redact(`Register documentation for ${it.title} plugin`);
	const body = redact(bodyOf(it));
	const text = [
		`# Pull request against hashicorp/packer: ${title}`,
		notice,
		`## Title\n\n${fenced(title)}`,
		`## Body\n\n${fenced(body, 'markdown')}`,
		`## Entry\n\nIn \`${manifestPath}\`, by title:\n\n${fenced(entryText(entry), 'json')}`,
		`## Patch\n\nAgainst the file as it last was. Save it as \`register.patch\`, and run \`git apply register.patch\`:\n\n${fenced(manifestPatch(entry) ?? '', 'diff')}`,
		`## What else this route asked for\n\n- HashiCorp's [CLA](${program.cla}), signed.\n- The pages as an asset of the release named \`docs.zip\`.`,
	];
	return { title, text: `${redact(text.join('\n\n'))}\n`, language: 'markdown', target: targetOf(it, title, body) };
}

const notice = [
	'> **This route is closed; do not send this.** The document of the Packer Integration Program still asks for this pull request,',
	'> but HashiCorp replaced it: since 2023-12-05 plugins are registered by an integration request, on 2024-01-29 the manifest was emptied,',
	`> and on 2026-07-07 \`website/\`, with \`${manifestPath}\` in it, was removed from hashicorp/packer. A patch to that file no longer applies there.`,
	'>',
	`> What to do instead: open an [integration request](${program.integrationRequest}). "Packer Readiness: Draft Integration Request" and`,
	'> `packer-plugin-readiness draft integration-request` draft it.',
].join('\n');

/** The headings of upstream's template (hashicorp/packer .github/PULL_REQUEST_TEMPLATE.md). */
const bodyOf = ({ title, description, home, components, hcp, tag }: About): string =>
	[
		'### Description',
		'',
		`This registers the documentation of the ${title} plugin${home === undefined ? '' : `, ${home}`}.`,
		'',
		description,
		'',
		...(components.length === 0 ? [] : ['Components:', '', ...components.map(({ noun, fullName }) => `- ${noun} \`${fullName}\``), '']),
		`Latest release: ${tag ?? 'none yet'}. HCP Packer: ${hcp.sentence}.`,
		'',
		'### Resolved Issues',
		'',
		'None.',
		'',
		'### Rollback Plan',
		'',
		'If a change needs to be reverted, we will roll out an update to the code within 7 days. Reverting this commit takes the plugin off the list.',
		'',
		'### Changes to Security Controls',
		'',
		'None: this changes a list of plugins whose documentation is shown.',
		'',
	].join('\n');

const targetOf = ({ owner, name }: About, title: string, body: string): string =>
	owner === undefined
		? `${program.packerRepository}/compare`
		: githubAddress(`${program.packerRepository}/compare/main...${owner}:packer:register-${name}`, [['quick_pull', '1']], title, body);
