import { gte, valid } from 'semver';
import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { placeOf, scopesIn } from '../go/body';
import { goFile } from '../go/file';
import { goSources } from '../go/sources';
import { sdkVersion } from '../plugin/module';
import { imageKey } from './support';

/** A key of an artifact's state that is written as a literal. */
export interface StateKey {
	readonly key: string;
	readonly place: Place;
	/** Whether it is the one with which Packer asks for images. */
	readonly known: boolean;
}

/** What the key with which Packer asks artifacts for their images begins with. */
const prefix = imageKey.slice(0, imageKey.lastIndexOf('.') + 1);

/** The keys of images that the plugin has as literals, where its SDK has the constant. */
export const stateKeys: Fact<readonly StateKey[]> = read => {
	const sdk = valid(read(sdkVersion));
	return sdk !== null && gte(sdk, '0.2.5') ? read(goSources).flatMap(path => read(stateKeysIn, path)) : [];
};

/** The keys of images in a Go file: the right one anywhere, others where an artifact answers for its state. */
const stateKeysIn: Fact<readonly StateKey[], string> = (read, path) => {
	if (!read(text, path)?.includes(prefix) || read(goFile, path)?.generated) return []; // its bodies need not be read
	return scopesIn(read, path).flatMap(scope =>
		scope.body.exprs.flatMap((expr, x): StateKey[] => {
			if (expr.op !== 'literal' || expr.kind !== 'string' || !expr.value.startsWith(prefix)) return [];
			const known = expr.value === imageKey;
			return known || scope.decl.endsWith('.State') ? [{ key: expr.value, place: placeOf(scope, x), known }] : [];
		}),
	);
};
