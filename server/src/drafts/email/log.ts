import type { Evidence } from '../../checklist/evidence';
import { dateOf } from '../../checklist/words';
import { redact } from '../../secrets/redact';
import { clean } from '../clean';
import type { Material } from '../material';

/** What is attached. */
export interface Attachment {
	readonly name: string;
	readonly text: string;
}

/** The log of the acceptance tests: attached, or why not. */
export interface Log {
	readonly attachment?: Attachment;
	readonly sentence: string;
}

/** Above this many characters the middle of a log is left out: mail servers refuse large messages. */
const longest = 5_000_000;

/** The log of the acceptance tests that was kept, without secrets. */
export function logOf({ recorded: { run }, log }: Material, { reason }: Evidence): Log {
	if (run === undefined) return { sentence: 'Not attached: no run of the acceptance tests has been recorded. [SAY WHEN THERE WILL BE ONE, OR OFFER A DEMO]' };
	const said = clean(reason);
	if (log === undefined) return { sentence: `Not attached: the log that was kept could not be read. ${said} [ATTACH IT BY HAND]` };
	const [base = ''] = redact(run.log).split(/[\\/]/).slice(-1);
	const name = base.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || `acceptance-${dateOf(run.at)}.log`;
	return { attachment: { name, text: shortened(redact(log)) }, sentence: `Attached, with secrets taken out. ${said}` };
}

function shortened(log: string): string {
	if (log.length <= longest) return log;
	const half = longest / 2;
	const [head, tail] = [log.lastIndexOf('\n', half) + 1, log.indexOf('\n', log.length - half)];
	return `${log.slice(0, head)}[… ${tail - head} characters of the log left out …]${log.slice(tail)}`;
}
