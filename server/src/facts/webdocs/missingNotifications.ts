import { type CreateFile, create } from '../../text/edit';
import { isNotifiedElsewhere } from '../ci/elsewhere';
import { workflow } from '../ci/workflows';
import type { Fact, Read } from '../core/database';
import { exists } from '../core/files';
import { repository } from '../core/inputs';
import { compileCommand } from '../docs/published';
import { identifier } from './identifier';
import { manualWorkflow, notifyPath, tagWorkflow } from './newFiles';
import { notifications } from './notify';

/** What of the portal's notification no workflow does: all of it, that of a release (`tag`), or the one that a person starts (`manual`); and the workflows to create. */
export interface MissingNotifications {
	readonly which: 'missing' | 'tag' | 'manual';
	/** None where the owner of the repository is not known, or another file is in the way. */
	readonly creates: readonly CreateFile[];
}

/** The notifications that the workflows lack; undefined if they lack none, or another CI service or repository may give them. */
export const missingNotifications: Fact<MissingNotifications | undefined> = read => {
	// Workflows of a repository that the plugin is a part of are not seen.
	if (read(isNotifiedElsewhere) || read(repository).subdirectory !== '') return undefined;
	const all = read(notifications);
	const lacking = (['manual', 'tag'] as const).filter(which => !all.some(n => (which === 'tag' ? n.byRelease : n.byHand)));
	const [first] = lacking;
	if (first === undefined) return undefined;
	const id = read(identifier);
	const free = id === undefined ? [] : lacking.filter(which => isFree(read, notifyPath[which]));
	const creates = free.map(which =>
		create(notifyPath[which], (which === 'tag' ? tagWorkflow : manualWorkflow)(id ?? '', read(compileCommand)), { overwrite: true }),
	);
	return { which: all.length === 0 ? 'missing' : first, creates };
};

/** Whether a workflow may be written here: there is none, or what there is has been commented out. */
const isFree = (read: Read, path: string) => !read(exists, path) || read(workflow, path) === undefined;
