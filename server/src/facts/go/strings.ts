import type { Fact } from '../core/database';
import { text } from '../core/files';
import { scopesIn } from './body';
import { partsOf } from './symbols';

/** Whether a Go file has a string literal of this value in a body or as the value of a variable or constant (`symbol(path, value)`). */
export const hasString: Fact<boolean, string> = (read, key) => {
	const { path, decl: value } = partsOf(key);
	if (!read(text, path)?.includes(value)) return false; // its bodies need not be read
	return scopesIn(read, path).some(({ body }) => body.exprs.some(expr => expr.op === 'literal' && expr.kind === 'string' && expr.value === value));
};
