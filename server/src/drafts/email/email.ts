import { checklist } from '../../checklist/checklist';
import { evidence } from '../../checklist/evidence';
import { counted, dateOf } from '../../checklist/words';
import { program } from '../../engine/addresses';
import { summarize } from '../../engine/report';
import type { Read } from '../../facts/core/database';
import { redact } from '../../secrets/redact';
import { type About, about } from '../about';
import { clean } from '../clean';
import type { Draft, Material } from '../material';
import { testing } from '../testing';
import { eml } from './eml';
import { type Log, logOf } from './log';
import { mailto } from './mailto';
import { section, wrap } from './paragraphs';
import { pluginSection } from './plugin';
import { findingsSection, readinessSection } from './readiness';
import { testSection } from './testSection';

/** The email that asks for the initial review (partnerships.mdx, "Review" and "Checklist"). */
export function email(read: Read, material: Material): Draft {
	const it = about(read);
	const items = clean(checklist(read, material.report, material.recorded));
	const { errors } = summarize(material.report);
	const log = logOf(material, evidence(read, material.recorded.run));
	const subject = `Packer integration review request: ${it.owner === undefined ? '' : `${it.owner}/`}${it.repository}${it.tag === undefined ? '' : ` ${it.tag}`}`;
	const before = [
		...(errors > 0 ? [wrap(`[BEFORE SENDING: a reviewer would meet ${counted(errors, 'error')}. Mend what remains, draft again, and take this out.]`)] : []),
		'Hello,',
		wrap(`I would like to schedule the initial review of ${it.title}, a plugin for Packer${it.owner === undefined ? '' : ` (${it.owner}/${it.repository})`}.`),
		pluginSection(read, it),
		readinessSection(material, items),
		...findingsSection(read, material),
		testSection(it, testing(read, it)),
	];
	const after = [
		section('Web form, MNDA and next steps', ...steps(material, it)),
		['Kind regards', '[YOUR NAME]', '[YOUR ROLE AND COMPANY]', '[HOW TO REACH YOU]'].join('\n'),
	];
	const body = (logged: string) => redact([...before, section('Log of the acceptance tests', wrap(logged)), ...after].join('\n\n'));
	const title = redact(subject);
	// Only the .eml file carries the log; to all else a person attaches it.
	const text = body(log.attachment ? `[ATTACH ${log.attachment.name}] ${log.sentence}` : log.sentence);
	return {
		title,
		text: `To: ${program.reviewEmail}\nSubject: ${title}\n\n${text}\n`,
		language: 'plaintext',
		target: mailto(program.reviewEmail, title, text.replace(/ {2,}/g, ' ')),
		eml: eml({ to: program.reviewEmail, subject: title, date: material.date, text: `${body(log.sentence)}\n`, ...attachmentOf(log) }),
	};
}

const attachmentOf = ({ attachment }: Log) => (attachment ? { attachment } : {});

function steps({ recorded: { ticks } }: Material, { components }: About): string[] {
	const { webform, mnda } = ticks;
	const infrastructure = components.some(({ noun }) => noun === 'builder' || noun === 'data source');
	return [
		webform?.state === 'done'
			? `- The integration web form was filled out on ${dateOf(webform.at)}.`
			: wrap(`[FILL OUT THE WEB FORM FIRST, THEN SAY WHEN: ${program.webform}]`, '- ', '  '),
		mnda?.state === 'done'
			? `- The MNDA was executed on ${dateOf(mnda.at)}.`
			: mnda?.state === 'notNeeded'
				? '- We do not need an MNDA.'
				: '- [SAY WHETHER THERE IS AN MNDA, OR WHETHER YOU NEED ONE]',
		...(infrastructure && ticks['provide-credentials']?.state !== 'notNeeded'
			? [wrap('- Access to test infrastructure will be given out of band, never by email. Tell us whom to give it to, and how.', '', '  ')]
			: []),
		'- Times that suit us for a first call: [TIMES AND TIME ZONE]',
		'- Questions: [WHAT YOU WOULD LIKE TO KNOW, OR NOTHING]',
	];
}
