import { checklist } from '../../checklist/checklist';
import { evidence } from '../../checklist/evidence';
import { dateOf } from '../../checklist/words';
import { program } from '../../engine/addresses';
import type { Read } from '../../facts/core/database';
import { redact } from '../../secrets/redact';
import { type About, about } from '../about';
import { clean } from '../clean';
import { errorNotices } from '../errors';
import type { Draft, DraftNotice, Material, Outgoing } from '../material';
import { testing } from '../testing';
import { todo } from '../todo';
import { eml } from './eml';
import { attachTodo, type Log, logOf } from './log';
import { mailto } from './mailto';
import { section, wrap } from './paragraphs';
import { pluginSection } from './plugin';
import { findingsSection, readinessSection } from './readiness';
import { testSection } from './testSection';

/** The email that asks for the initial review (partnerships.mdx, "Review" and "Checklist"). */
export function email(read: Read, material: Material): Draft {
	const it = about(read);
	const items = clean(checklist(read, material.report, material.recorded));
	const log = logOf(material, evidence(read, material.recorded.run));
	const title = redact(
		`Packer integration review request: ${it.owner === undefined ? '' : `${it.owner}/`}${it.repository}${it.tag === undefined ? '' : ` ${it.tag}`}`,
	);
	const sections = [
		'Hello,',
		wrap(`I would like to schedule the initial review of ${it.title}, a plugin for Packer${it.owner === undefined ? '' : ` (${it.owner}/${it.repository})`}.`),
		pluginSection(read, it),
		readinessSection(material, items),
		...findingsSection(read, material),
		testSection(it, testing(read, it)),
		section('Acceptance test log', ...log.lines.map(line => (line.startsWith('TODO(') ? line : wrap(line)))),
		section('Next steps', ...steps(material, it)),
		['Kind regards', todo('your name'), todo('your role and company'), todo('how to reach you')].join('\n'),
	];
	const text = `To: ${program.reviewEmail}\nSubject: ${title}\n\n${redact(sections.join('\n\n'))}\n`;
	return { title, text, language: 'plaintext', notices: notices(material, log), ...outgoingEmail(read, text, material) };
}

/** The message that the text of a draft is: its fields above the first empty line, the body below. Only the .eml file carries the log. */
export function outgoingEmail(read: Read, text: string, material: Material): Outgoing {
	const { to, subject, body } = messageOf(redact(text));
	const { attachment } = logOf(material, evidence(read, material.recorded.run));
	const carried =
		attachment === undefined
			? body
			: body
					.split('\n')
					.filter(line => line !== attachTodo(attachment))
					.join('\n');
	return {
		...mailto(to, subject, body.replace(/ {2,}/g, ' ')),
		eml: eml({ to, subject, date: material.date, text: carried, ...(attachment === undefined ? {} : { attachment }) }),
	};
}

function messageOf(text: string): { readonly to: string; readonly subject: string; readonly body: string } {
	const [, head = '', body = ''] = /^((?:[A-Za-z-]+:.*\n)*)\n*([\s\S]*)$/.exec(text.replace(/\r\n?/g, '\n')) ?? [];
	const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(head)?.[1]?.trim();
	return { to: field('To') || program.reviewEmail, subject: field('Subject') ?? '', body };
}

function notices({ report, recorded: { ticks } }: Material, { attachment }: Log): DraftNotice[] {
	return [
		...errorNotices(report),
		...(ticks.webform?.state === 'done' ? [] : [{ severity: 'warning' as const, message: `Fill out the integration web form first: ${program.webform}` }]),
		...(attachment === undefined
			? []
			: [{ severity: 'info' as const, message: `Attach \`${attachment.name}\`, or send the .eml file, which includes the log.` }]),
	];
}

function steps({ recorded: { ticks } }: Material, { components }: About): string[] {
	const { webform, mnda } = ticks;
	const infrastructure = components.some(({ noun }) => noun === 'builder' || noun === 'data source');
	return [
		`- Integration web form: filled out on ${webform?.state === 'done' ? dateOf(webform.at) : todo('date')}.`,
		mnda?.state === 'done'
			? `- MNDA: executed on ${dateOf(mnda.at)}.`
			: mnda?.state === 'notNeeded'
				? '- MNDA: not needed.'
				: `- MNDA: ${todo('executed on, needed, or not needed')}`,
		...(infrastructure && ticks['provide-credentials']?.state !== 'notNeeded'
			? [wrap('- Access to test infrastructure: whom should we give credentials to, and how? We do not send them by email.', '', '  ')]
			: []),
		`- Times for a first call: ${todo('times and time zone')}`,
		`- Questions: ${todo('your questions, or none')}`,
	];
}
