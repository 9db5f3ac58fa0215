import type { Read } from '../facts/core/database';
import { create, type Edit } from '../text/edit';
import { expectedText, type Generated } from './staleness';

/** The edits that write a generated file as it is to be; none where the SDK's text that belongs in it is not at hand. */
export function regenerate(read: Read, file: Generated): readonly Edit[] {
	const made = expectedText(read, file);
	return 'text' in made ? [create(file.path, made.text, { overwrite: true })] : [];
}

/** A fix that regenerates a file, as a rule gives it; none where the file cannot be written. The text is worked out when the fix is looked at. */
export function regeneration(read: Read, file: Generated): { fix?: { title: string; kind: 'safe'; edits: (read: Read) => readonly Edit[] } } {
	if (file.expected === undefined && 'missing' in expectedText(read, file)) return {};
	return { fix: { title: `Regenerate ${file.path}`, kind: 'safe', edits: read => regenerate(read, file) } };
}
