import type { Read } from '../../facts/core/database';
import { specDirective } from '../../facts/generated/directives';
import { create, type Edit } from '../../text/edit';
import { specFor } from '../hcl2spec/file';
import { specSources } from '../hcl2spec/flats';
import type { Edited } from '../hcl2spec/flatten';
import { hcl2SpecStaleness } from '../stale/hcl2spec';

/** The edits that write the hcl2spec files as fields will be after an edit: of those that are up to date, as the others are reported anyway. For fixes only. */
export const respecifying = (read: Read, edited: Edited): readonly Edit[] =>
	read(specSources).flatMap(source => {
		const directive = read(specDirective, source);
		const [file] = read(hcl2SpecStaleness, source).files;
		if (directive === undefined || file?.state !== 'same') return [];
		const { text } = specFor(read, source, directive, edited);
		return text === undefined || text === file.expected ? [] : [create(file.path, text, { overwrite: true })];
	});
