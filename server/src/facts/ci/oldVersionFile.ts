import { coerce, lt } from 'semver';
import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { goMod } from '../plugin/module';
import { setting, workflowPaths, workflows } from './workflows';

/** A `.go-version` that is older than what go.mod requires. */
export interface OldVersionFile {
	readonly place: Place;
	readonly said: string;
	readonly required: string;
	/** The step that keeps Go from getting the newer toolchain: `actions/setup-go` does since v6. */
	readonly stops?: Place;
}

/** The `.go-version` that is older than the `go` directive, where a workflow reads it; undefined if there is none. */
export const oldVersionFile: Fact<OldVersionFile | undefined> = read => {
	const source = read(text, '.go-version');
	const required = read(goMod)?.go?.version;
	const [, space = '', said] = /^(\s*)(?:go)?(\d+\.\d+(?:\.\d+)?)\s*$/.exec(source ?? '') ?? [];
	if (source === undefined || required === undefined || said === undefined) return undefined;
	const [own, wanted] = [coerce(said), coerce(required)];
	// `1.24` stands for its newest patch.
	const atLeast = /^\d+\.\d+$/.test(said) && own ? coerce(`${said}.999`) : own;
	if (atLeast === null || wanted === null || !lt(atLeast, wanted)) return undefined;
	const steps = read(workflows).flatMap(({ jobs }) => jobs.flatMap(job => job.steps));
	const reading = steps.filter(
		({ uses, run, with: inputs }) =>
			/\.go-version\b/.test(run?.text ?? '') || (uses !== undefined && /(?:^|\/)\.go-version$/.test(setting(inputs, 'go-version-file')?.text ?? '')),
	);
	if (reading.length === 0) return undefined;
	// Where a workflow says what Go may download, that holds.
	const isOpen = read(workflowPaths).some(path => read(text, path)?.includes('GOTOOLCHAIN'));
	const stops = isOpen ? undefined : reading.find(({ uses }) => Number(/^actions\/setup-go@v(\d+)/.exec(uses?.text ?? '')?.[1] ?? 0) >= 6)?.uses?.place;
	const from = space.length + source.slice(space.length).indexOf(said);
	return { place: { path: '.go-version', from, to: from + said.length }, said, required, ...(stops ? { stops } : {}) };
};
