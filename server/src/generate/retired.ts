import type { Fact, Read } from '../facts/core/database';
import { type Directive, directivePlace, directives, naming } from '../facts/generated/directives';
import { create, type Edit, replace } from '../text/edit';
import { specFor } from './hcl2spec/file';
import { obstaclesTo } from './hcl2spec/obstacles';
import { hcl2SpecStaleness } from './stale/hcl2spec';

/** The directives that run a generator as the program of its own that it was before packer-sdc. */
export const retiredDirectives: Fact<readonly Directive[]> = read => read(directives).filter(({ runner, node }) => runner === 'legacy' && node !== undefined);

/** The edits that have packer-sdc run instead, and the hcl2spec files that are up to date as it writes them. For fixes only. */
export function modernizing(read: Read, retired: readonly Directive[]): readonly Edit[] {
	return retired.flatMap(directive => {
		const text = directive.text.replace(directive.command, `packer-sdc ${directive.command}`);
		const changed = naming({ ...directive, text }, []);
		return changed ? [replace(directivePlace(directive), text), ...respecified(read, changed)] : [];
	});
}

function respecified(read: Read, changed: Directive): readonly Edit[] {
	const [file] = changed.command === 'mapstructure-to-hcl2' ? read(hcl2SpecStaleness, changed.path).files : [];
	if (file?.state !== 'same' || read(obstaclesTo, changed.path).length > 0) return [];
	const { text } = specFor(read, changed.path, changed);
	return text === undefined ? [] : [create(file.path, text, { overwrite: true })];
}
