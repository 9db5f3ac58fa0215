import { append, create, type Edit } from '../../text/edit';
import type { Fact, Read } from '../core/database';
import { exists, filesIn, text } from '../core/files';
import { isGitIgnored } from '../generated/ignored';

/** The files at the root that are called as a built plugin is, and that .gitignore does not exclude. */
export const binaries: Fact<readonly string[]> = read =>
	read(filesIn, '').filter(name => /^packer-plugin-[\w-]+(?:_v\d[\w.-]*)?(?:\.exe)?$/.test(name) && !read(isGitIgnored, name));

/** Adds lines to .gitignore. */
export function ignore(read: Read, lines: readonly string[]): Edit {
	const added = `${lines.join('\n')}\n`;
	const source = read(text, '.gitignore');
	if (!read(exists, '.gitignore')) return create('.gitignore', added);
	return append('.gitignore', source === '' || source?.endsWith('\n') ? added : `\n${added}`);
}
