import type { Read } from '../facts/database';
import { create, type Edit } from '../text/edit';
import { expectedText, type Generated } from './staleness';

/** The edits that write a generated file as it is to be; none where the SDK's text that belongs in it is not at hand. */
export function regenerate(read: Read, file: Generated): readonly Edit[] {
	const made = expectedText(read, file);
	return 'text' in made ? [create(file.path, made.text, { overwrite: true })] : [];
}
