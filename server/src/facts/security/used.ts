import type { Fact } from '../core/database';
import { text } from '../core/files';
import { goSources } from '../go/sources';
import { partsOf, symbol } from '../go/symbols';

/** Whether the code of the module, generated code aside, uses a field of this name: an attribute that nothing uses is not logged either. */
export const isUsed: Fact<boolean, string> = (read, field) => read(goSources).some(path => read(selects, symbol(path, field)));

/** Whether a file selects a name (`symbol(path, name)`): `c.Password`. */
const selects: Fact<boolean, string> = (read, key) => {
	const { path, decl: name } = partsOf(key);
	const source = read(text, path) ?? '';
	const dot = `.${name}`;
	for (let at = source.indexOf(dot); at !== -1; at = source.indexOf(dot, at + 1)) if (!/\w/.test(source[at + dot.length] ?? '')) return true;
	return false;
};
