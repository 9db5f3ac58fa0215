import type { Read } from '../facts/core/database';
import { create, type Edit } from '../text/edit';
import { obstaclesTo } from './hcl2spec/obstacles';
import { reasonsOf } from './stale/reasons';
import { expectedText, type Generated } from './staleness';

/** The edits that write a generated file as it should be; none if the SDK's text that belongs in it is not available. */
export function regenerate(read: Read, file: Generated): readonly Edit[] {
	const made = expectedText(read, file);
	return 'text' in made ? [create(file.path, made.text, { overwrite: true })] : [];
}

/** A fix that regenerates files, as a rule gives it. */
interface Regeneration {
	readonly fix?: { readonly title: string; readonly kind: 'safe' | 'offer'; readonly edits: (read: Read) => readonly Edit[] };
}

/**
 * The fix that regenerates some files; none if one of them cannot be written, or the package would not compile with it. It is `offer` where it
 * undoes what was written by hand. The text is determined when the fix is looked at.
 */
export function regeneration(read: Read, ...files: readonly Generated[]): Regeneration {
	const [first] = files;
	if (first === undefined || !files.every(file => isWritable(read, file))) return {};
	const byHand = files.some(file => reasonsOf(read, file).some(({ kind }) => kind === 'by-hand'));
	const title = `Regenerate ${files.length > 1 ? `${files.length} files` : first.path}`;
	return { fix: { title, kind: byHand ? 'offer' : 'safe', edits: read => files.flatMap(file => regenerate(read, file)) } };
}

function isWritable(read: Read, file: Generated): boolean {
	if (file.kind === 'hcl2spec' && read(obstaclesTo, file.source).length > 0) return false;
	return file.expected !== undefined || !('missing' in expectedText(read, file));
}
