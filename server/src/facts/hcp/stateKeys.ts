import { lt, valid } from 'semver';
import type { Place } from '../../text/place';
import type { Fact } from '../core/database';
import { placeOf, scopeOf } from '../go/body';
import { goFile } from '../go/file';
import { goSources } from '../go/sources';
import { partsOf, symbol } from '../go/symbols';
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

/** The keys of images for which artifacts answer with a literal, where the plugin's SDK has the constant. */
export const stateKeys: Fact<readonly StateKey[]> = read => {
	const sdk = valid(read(sdkVersion));
	if (sdk === null || lt(sdk, '0.2.5')) return [];
	return read(goSources).flatMap(path => {
		const { functions = [], generated = false } = read(goFile, path) ?? {};
		return functions.flatMap(({ name, receiver, decl }) =>
			name === 'State' && receiver !== undefined && !generated ? read(stateKeysIn, symbol(path, decl)) : [],
		);
	});
};

/** The keys of images that a method (`symbol(path, decl)`) has as literals. */
const stateKeysIn: Fact<readonly StateKey[], string> = (read, key) => {
	const { path, decl } = partsOf(key);
	const scope = scopeOf(read, path, decl);
	return (scope?.body.exprs ?? []).flatMap((expr, x): StateKey[] =>
		scope !== undefined && expr.op === 'literal' && expr.kind === 'string' && expr.value.startsWith(prefix)
			? [{ key: expr.value, place: placeOf(scope, x), known: expr.value === imageKey }]
			: [],
	);
};
