import { type Edit, insertAfter, replace } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { placesInScript } from './scriptPlace';
import { commandsOf } from './shell';
import { type Job, type Step, workflows } from './workflows';

/** A workflow command that GitHub has deprecated, `::set-output name=x::value`, and the edits that write to the file in its place, where we know them. */
export interface OutputCommand {
	readonly command: 'set-output' | 'save-state' | 'set-env' | 'add-path';
	readonly place: Place;
	readonly edits?: readonly Edit[];
}

/** The file that each command's values are written to. */
const files = { 'set-output': 'GITHUB_OUTPUT', 'save-state': 'GITHUB_STATE', 'set-env': 'GITHUB_ENV', 'add-path': 'GITHUB_PATH' } as const;

/** The deprecated commands of the workflows, by workflow and in their order. */
export const outputCommands: Fact<readonly OutputCommand[]> = read =>
	read(workflows).flatMap(({ jobs }) => jobs.flatMap(job => job.steps.flatMap(step => inStep(read, job, step))));

function inStep(read: Read, job: Job, { run, shell }: Step): OutputCommand[] {
	if (run === undefined) return [];
	const isUnix = shell === undefined ? job.runsOn.every(({ text }) => /^(?:ubuntu|macos|linux|self-hosted|x64)/i.test(text)) : /^(?:bash|sh)\b/.test(shell);
	const placed = placesInScript(read, run.text, run.content, run.place);
	return commandsOf(run.text).flatMap(({ words, start, end }) => {
		const [, word = '', name, value = ''] = /^::(set-output|save-state|set-env|add-path)(?: name=([\w-]+))?::([\s\S]*)$/.exec(words.slice(1).join(' ')) ?? [];
		if (words[0] !== 'echo' || word === '') return [];
		const command = word as OutputCommand['command'];
		const whole = placed(start, end);
		const marker = `::${word}${name === undefined ? '' : ` name=${name}`}::`;
		const at = run.text.indexOf(marker, start);
		const prefix = placed(at, at + marker.length);
		// One line, a value as GitHub takes it from a file as well, and nothing that says where else it goes.
		const line = run.text.slice(end, run.text.indexOf('\n', end) === -1 ? undefined : run.text.indexOf('\n', end));
		const simple =
			isUnix && at < end && !/\n|%0[AD]|%25/i.test(value) && /^\s*(?:$|#|;|&&|\|\|)/.test(line) && whole.from !== undefined && prefix.from !== undefined;
		const edits = simple ? [replace(prefix, name === undefined ? '' : `${name}=`), insertAfter(whole, ` >> "$${files[command]}"`)] : undefined;
		return [{ command, place: whole, ...(edits ? { edits } : {}) }];
	});
}
