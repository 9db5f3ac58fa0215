import type { X } from '../../syntax/go/body/body';
import type { Read } from '../core/database';
import { dirname } from '../core/paths';
import type { Scope } from '../go/body';
import { dotted } from '../go/print';
import { denoted, denotedType, exprAt } from '../go/resolve';
import { components } from '../plugin/components';
import { completedFields } from './completing';
import { imagePackage } from './support';

/** A field of an image in the HCP Packer registry. */
export type ImageField = 'ImageID' | 'ProviderName' | 'ProviderRegion' | 'SourceImageID';

/** The options of `FromArtifact`, by the fields that they set. */
const options: Readonly<Record<ImageField, string>> = {
	ImageID: 'WithID',
	ProviderName: 'WithProvider',
	ProviderRegion: 'WithRegion',
	SourceImageID: 'WithSourceID',
};

/** The option of `FromArtifact` that sets a field. */
export const optionFor = (field: ImageField): string => options[field];

/** The fields that an image does not get where it is made, in a literal of `image.Image`; undefined for another literal, and where that is not known. */
export function lackingInLiteral(read: Read, scope: Scope, x: X): readonly ImageField[] | undefined {
	const literal = exprAt(scope, x);
	const type = literal.op === 'composite' && literal.type?.kind === 'name' ? denotedType(read, scope.path, literal.type) : undefined;
	if (literal.op !== 'composite' || type?.kind !== 'package' || type.path !== imagePackage || type.name !== 'Image') return undefined;
	const given = literal.entries.map(([key]) => (key === undefined ? undefined : dotted(scope.body, key)));
	return given.length === 0 || given.includes(undefined) ? undefined : lacking(read, scope, x, name => given.includes(name));
}

/** The fields that `image.FromArtifact` is given no option for, where it is called; undefined for another call, and where its options are not all known. */
export function lackingInCall(read: Read, scope: Scope, x: X): readonly ImageField[] | undefined {
	const call = exprAt(scope, x);
	const fn = call.op === 'call' ? denoted(read, scope, call.fn) : undefined;
	if (call.op !== 'call' || call.spread || fn?.kind !== 'package' || fn.path !== imagePackage || fn.name !== 'FromArtifact') return undefined;
	const given = call.args.slice(1).map(arg => {
		const option = exprAt(scope, arg);
		const made = option.op === 'call' ? denoted(read, scope, option.fn) : undefined;
		return made?.kind === 'package' && made.path === imagePackage ? made.name : undefined;
	});
	return given.includes(undefined) ? undefined : lacking(read, scope, x, name => given.includes(options[name]));
}

/** The fields that are neither given nor set by a statement elsewhere; a post-processor may have no source image. Undefined where that is not known. */
function lacking(read: Read, scope: Scope, x: X, isGiven: (field: ImageField) => boolean): readonly ImageField[] | undefined {
	const set = completedFields(read, scope, x);
	if (set === undefined) return undefined;
	const kinds = read(components).filter(({ implementation }) => implementation?.dir === dirname(scope.path));
	const imports = kinds.length > 0 && kinds.every(({ kind }) => kind === 'post-processor');
	return (['ImageID', 'ProviderName', 'SourceImageID', 'ProviderRegion'] as const).filter(
		name => !isGiven(name) && !set.has(name) && !(imports && name === 'SourceImageID'),
	);
}
