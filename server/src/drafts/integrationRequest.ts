import { program } from '../engine/addresses';
import type { Read } from '../facts/core/database';
import { redact } from '../secrets/redact';
import { type About, about } from './about';
import { githubAddress } from './address';
import { type Box, boxes } from './boxes';
import { clean } from './clean';
import type { Draft, Material } from './material';

/** The request that registers the plugin as an integration, by today's template (hashicorp/packer .github/ISSUE_TEMPLATE/plugin_integration.md). */
export function integrationRequest(read: Read, material: Material): Draft {
	const it = about(read);
	const all = clean(boxes(read, material));
	const title = redact(`Plugin integration request: ${it.title}${it.owner === undefined ? '' : ` (${it.owner}/${it.repository})`}`);
	const short = redact(bodyOf(it, material, all));
	const open = all.filter(box => box.reasons.length > 0);
	const why = open.length === 0 ? '' : redact(`\n${whyNot(open)}`);
	return {
		title,
		text: short + why,
		language: 'markdown',
		target: githubAddress(program.integrationRequest, [['labels', program.integrationLabel]], title, short + why, short),
	};
}

const bodyOf = (it: About, material: Material, all: readonly Box[]): string =>
	[
		'#### Description',
		'',
		it.description,
		'',
		`Repository: ${it.home ?? '[ADDRESS OF THE REPOSITORY]'}`,
		'',
		...componentsOf(it),
		`Users install it from \`${it.source ?? '[SOURCE]'}\`; the latest release is ${it.tag ?? '[RELEASE: none was found]'}. HCP Packer: ${it.hcp.sentence}.`,
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
				...components.map(({ noun, fullName }) => `- ${noun} \`${fullName}\``),
				...(unnamed === 0 ? [] : [`- ${unnamed} more, whose names are only known when the plugin runs`]),
				'',
			];

function tier({ target, recorded }: Material): string {
	if (target === 'community') return 'Community integration.';
	return recorded.ticks['partner-agreement']?.state === 'done'
		? `Partner: HashiCorp Technology Partner [NAME AS LISTED ON ${program.partnerDirectory}].`
		: `Community integration. [OR, WITH A PARTNER AGREEMENT: Partner, and your name as listed on ${program.partnerDirectory}]`;
}

const whyNot = (open: readonly Box[]): string =>
	['#### Not ticked yet, and why', '', ...open.flatMap(({ subject, reasons }) => [`- ${subject}:`, ...some(reasons).map(reason => `  - ${reason}`)]), ''].join(
		'\n',
	);

/** A few reasons, and how many more there are. */
const some = (reasons: readonly string[]) => (reasons.length <= 4 ? reasons : [...reasons.slice(0, 3), `and ${reasons.length - 3} more`]);
