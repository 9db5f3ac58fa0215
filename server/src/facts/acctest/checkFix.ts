import { type Edit, insertAfter, insertLineAfter } from '../../text/edit';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { importing } from '../go/imports';
import { locate } from '../places/locate';
import type { TestCase } from './tests';

/** The edits that have a test case look at how the build ended. For fixes only. */
export function checking(read: Read, { place, last }: TestCase): readonly Edit[] {
	const { path } = place;
	if (last === undefined) return [];
	const exec = importing(read, path, 'os/exec', 'osexec');
	const fmt = importing(read, path, 'fmt', 'gofmt');
	const check = `Check: func(build *${exec.name}.Cmd, logfile string) error {
	if build.ProcessState != nil && build.ProcessState.ExitCode() != 0 {
		return ${fmt.name}.Errorf("packer build ended with %d, see %s", build.ProcessState.ExitCode(), logfile)
	}
	return nil
}`;
	const ownLine = /^,[ \t]*\r?\n/.test((read(text, path) ?? '').slice(locate(read, last).end));
	return [...fmt.edits, ...exec.edits, ownLine ? insertLineAfter(last, `${check},`) : insertAfter(last, `, ${check}`)];
}
