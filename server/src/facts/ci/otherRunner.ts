import type { Fact } from '../core/database';
import { filesIn, isDirectory } from '../core/files';

/** Whether another program than make runs the tasks of the repository. */
export const usesOtherRunner: Fact<boolean> = read =>
	read(filesIn, '').some(name =>
		/^(?:Taskfile\.(?:dist\.)?ya?ml|\.?justfile|magefile\.go|Earthfile|dagger\.json|build\.(?:sh|ps1)|WORKSPACE|MODULE\.bazel)$/i.test(name),
	) || read(isDirectory, 'magefiles');
