import type { NodeSpans } from '../../text/nodes';
import { isMakefile, makefileSpans } from '../ci/make';
import { yamlSpans } from '../ci/yaml';
import type { Fact } from '../core/database';
import { basename } from '../core/paths';
import { markdownSpans } from '../docs/markdown';
import { goModSpans } from '../plugin/module';
import { hclSpans } from '../webdocs/hcl';

/** Where the nodes of a file stand, in a language whose nodes are counted by files (those of Go are counted by declarations); undefined if the file is of none that we parse, or is not there. */
export const nodeSpans: Fact<NodeSpans | undefined, string> = (read, path) => {
	if (basename(path) === 'go.mod') return read(goModSpans, path);
	if (path.endsWith('.hcl')) return read(hclSpans, path);
	if (/\.mdx?$/.test(path)) return read(markdownSpans, path);
	if (/\.ya?ml$/.test(path)) return read(yamlSpans, path);
	if (isMakefile(path)) return read(makefileSpans, path);
	return undefined;
};
