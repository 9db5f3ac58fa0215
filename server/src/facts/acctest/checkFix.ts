import { type Edit, insertAfter, insertLineAfter, replace } from '../../text/edit';
import type { Place } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { importing } from '../go/imports';
import { locate } from '../places/locate';
import type { TestCase } from './testCase';

/** The edits that have a test case look at how the build ended; `check` is the value of `Check` that does not. For fixes only. */
export function checking(read: Read, { place, last }: TestCase, check?: Place): readonly Edit[] {
	const { path } = place;
	if (last === undefined) return [];
	const exec = importing(read, path, 'os/exec', 'osexec');
	const fmt = importing(read, path, 'fmt', 'gofmt');
	const source = read(text, path) ?? '';
	const value = `func(build *${exec.name}.Cmd, logfile string) error {
	if build.ProcessState != nil && build.ProcessState.ExitCode() != 0 {
		return ${fmt.name}.Errorf("packer build ended with %d, see %s", build.ProcessState.ExitCode(), logfile)
	}
	return nil
}`;
	const imports = [...fmt.edits, ...exec.edits];
	if (check !== undefined) {
		const { start } = locate(read, check);
		const indent = /(?:^|\n)([ \t]*)[^\n]*$/.exec(source.slice(0, start))?.[1] ?? '';
		return [...imports, replace(check, value.replaceAll('\n', `\n${indent}`))];
	}
	const ownLine = /^,[ \t]*\r?\n/.test(source.slice(locate(read, last).end));
	return [...imports, ownLine ? insertLineAfter(last, `Check: ${value},`) : insertAfter(last, `, Check: ${value}`)];
}
