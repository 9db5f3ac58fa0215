import type { NodeSpans } from '../text/nodes';
import type { Fact } from './database';
import { goSpans } from './go';
import { goModSpans } from './module';
import { basename } from './paths';

/** Where the nodes of a file stand, whatever its language; undefined where the file is of none that we parse, or is not there. */
export const nodeSpans: Fact<NodeSpans | undefined, string> = (read, path) => {
	if (path.endsWith('.go')) return read(goSpans, path);
	if (basename(path) === 'go.mod') return read(goModSpans, path);
	return undefined;
};
