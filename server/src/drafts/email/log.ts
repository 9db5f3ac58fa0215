import type { Evidence } from '../../checklist/evidence';
import { dateOf } from '../../checklist/words';
import { redact } from '../../secrets/redact';
import { clean } from '../clean';
import type { Material } from '../material';
import { todo } from '../todo';

/** What is attached. */
export interface Attachment {
	readonly name: string;
	readonly text: string;
}

/** The log of the acceptance tests, and what the email says of it. */
export interface Log {
	readonly attachment?: Attachment;
	readonly lines: readonly string[];
}

/** Above this many characters the middle of a log is left out: mail servers reject large messages. */
const longest = 5_000_000;

/** The line that asks a person to attach a log by hand; the .eml file, which carries the log, does not have it. */
export const attachTodo = ({ name }: Attachment): string => todo(`attach ${name}`);

/** The log of the acceptance tests that was kept, without secrets. */
export function logOf({ recorded: { run }, log }: Material, { reason }: Evidence): Log {
	if (run === undefined) return { lines: ['No log of the acceptance tests is attached.', todo('date of a log or a demo')] };
	const said = clean(reason);
	if (log === undefined) return { lines: [said, todo('attach the log of the acceptance tests')] };
	const [base = ''] = redact(run.log).split(/[\\/]/).slice(-1);
	const name = base.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || `acceptance-${dateOf(run.at)}.log`;
	const attachment = { name, text: shortened(redact(log)) };
	return { attachment, lines: [`${said} The log is attached, with secrets removed.`, attachTodo(attachment)] };
}

function shortened(log: string): string {
	if (log.length <= longest) return log;
	const half = longest / 2;
	const [head, tail] = [log.lastIndexOf('\n', half) + 1, log.indexOf('\n', log.length - half)];
	return `${log.slice(0, head)}[${tail - head} characters of the log omitted]${log.slice(tail)}`;
}
