import { program } from '../engine/addresses';
import type { Read } from '../facts/core/database';
import { redact } from '../secrets/redact';
import { codeSpan, inMarkdown } from '../text/markdown';
import { type About, about } from './about';
import { githubAddress } from './address';
import { type Box, boxes } from './boxes';
import { clean } from './clean';
import { errorNotices } from './errors';
import type { Draft, DraftNotice, Material, Outgoing } from './material';
import { todo } from './todo';

/**
 * The request that registers the plugin as an integration, by today's template (hashicorp/packer .github/ISSUE_TEMPLATE/plugin_integration.md).
 * It is public: why a box is open, and what else is missing, is said in notices beside it.
 */
export function integrationRequest(read: Read, material: Material): Draft {
	const all = clean(boxes(read, material));
	const text = redact(bodyOf(about(read), material, all));
	return {
		title: titleOf(read),
		text,
		language: 'markdown',
		notices: [...errorNotices(material.report), ...all.flatMap(openBox), ...tierNotices(material)],
		...outgoingRequest(read, text),
	};
}

/** The form on GitHub with a text in it. */
export const outgoingRequest = (read: Read, text: string): Outgoing =>
	githubAddress(program.integrationRequest, [['labels', program.integrationLabel]], titleOf(read), redact(text));

function titleOf(read: Read): string {
	const { title, owner, repository } = about(read);
	return redact(`Plugin integration request: ${title}${owner === undefined ? '' : ` (${owner}/${repository})`}`);
}

const bodyOf = (it: About, material: Material, all: readonly Box[]): string =>
	[
		'#### Description',
		'',
		inMarkdown(it.description),
		'',
		`Repository: ${it.home ?? todo('address of the repository')}`,
		'',
		...componentsOf(it),
		`Install source: ${it.source === undefined ? `\`${todo('github.com/OWNER/NAME')}\`` : codeSpan(it.source)}`,
		`Latest release: ${it.tag ?? todo('tag of the latest release')}`,
		...(it.hcp.ready ? ['HCP Packer: supported'] : []),
		'',
		'#### Integration Tier',
		'',
		tier(material),
		'',
		'#### Checklist',
		...all.map(({ text, reasons }) => `- [${reasons.length === 0 ? 'x' : ' '}] ${text}`),
		'',
	].join('\n');

const componentsOf = ({ components, unnamed }: About): string[] =>
	components.length + unnamed === 0
		? []
		: [
				'Components:',
				...components.map(({ noun, fullName }) => `- ${noun} ${codeSpan(fullName)}`),
				...(unnamed === 0 ? [] : [`- ${todo(unnamed === 1 ? 'name of 1 more component' : `names of ${unnamed} more components`)}`]),
				'',
			];

const tier = ({ target }: Material): string =>
	target === 'community' ? 'Community' : `Partner: ${todo(`company name as listed on ${program.partnerDirectory}`)}`;

/** Why a box is not ticked, in a notice. */
const openBox = ({ subject, reasons }: Box): DraftNotice[] =>
	reasons.length === 0 ? [] : [{ severity: 'warning', message: `Box not ticked, ${subject}: ${some(reasons).join(' ')}` }];

/** A few reasons, and how many more there are. */
const some = (reasons: readonly string[]) => (reasons.length <= 4 ? reasons : [...reasons.slice(0, 3), `${reasons.length - 3} more.`]);

const tierNotices = ({ target, recorded }: Material): DraftNotice[] =>
	target === 'community' || recorded.ticks['partner-agreement']?.state === 'done'
		? []
		: [
				{
					severity: 'info',
					message: 'The partner tier requires a partner agreement, which is not recorded as signed. For the community tier, set `target: community`.',
				},
			];
