import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { exists, isDirectory } from '../core/files';
import { join } from '../core/paths';
import { placeInScript } from './scriptPlace';
import { setting, workflows } from './workflows';

/** A step that reads Go's version from a file that is not there. */
export interface LostVersionFile {
	readonly file: string;
	readonly place: Place;
	/** Whether `actions/setup-go` reads it, which also reads go.mod. */
	readonly setup: boolean;
}

/** The steps that read Go's version from a file that is not there, each file once, those of `actions/setup-go` first. */
export const lostVersionFiles: Fact<readonly LostVersionFile[]> = read => {
	const found = read(workflows).flatMap(({ jobs }) =>
		jobs.flatMap(job =>
			job.steps.flatMap((step): LostVersionFile[] => {
				// A job may check out another repository, or make the file.
				const others = job.steps.some(
					other => /^actions\/checkout@/.test(other.uses?.text ?? '') && ['repository', 'path'].some(key => setting(other.with, key)),
				);
				if (others || (step.workingDirectory ?? job.workingDirectory) !== undefined) return [];
				const named = /^actions\/setup-go@/.test(step.uses?.text ?? '') ? setting(step.with, 'go-version-file') : undefined;
				if (named && isLost(named.text)) return [{ file: named.text, place: named.place, setup: true }];
				if (step.run === undefined) return [];
				const { text, content, place } = step.run;
				const found = /^[^#\n]*?\bcat[ \t]+((?:\.\/)?\.go-version)\b/m.exec(text);
				const file = found?.[1];
				// A script that looks whether the file is there does without.
				if (found === null || file === undefined || !isLost(file) || /(?:-[efr]|test)[ \t]+"?(?:\.\/)?\.go-version/.test(text)) return [];
				const at = found.index + found[0].length - file.length;
				return [{ file, place: placeInScript(read, text, content, place, at, at + file.length), setup: false }];
			}),
		),
	);
	function isLost(file: string): boolean {
		const path = join(file);
		return path !== undefined && !/[$*]/.test(file) && !read(exists, path) && !read(isDirectory, path);
	}
	return found.filter((one, i) => found.findIndex(other => join(other.file) === join(one.file)) === i);
};
