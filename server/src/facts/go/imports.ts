import { nodes } from '../../syntax/go/file';
import { type Edit, insertAfter, insertLineAfter, insertLineBefore } from '../../text/edit';
import { at } from '../../text/place';
import type { Read } from '../core/database';
import { text } from '../core/files';
import { locate } from '../places/locate';
import { scopesIn } from './body';
import { goFile } from './file';
import { importedAs, importName } from './packages';

/**
 * The edits by which a file imports a package, and the name it then has there. Where the file imports it already, there are none.
 * `fallback` names it where the package's own name is taken in the file, or `always`. Reads offsets: for fixes only, never for a finding.
 */
export function importing(
	read: Read,
	path: string,
	importPath: string,
	fallback: string,
	always = false,
): { readonly edits: readonly Edit[]; readonly name: string } {
	const file = read(goFile, path);
	const own = importName(read, importPath);
	const existing = file?.imports.find(i => i.path === importPath && i.name !== '_' && i.name !== '.');
	if (!file || existing) return { edits: [], name: existing?.name ?? own };
	const taken =
		always ||
		importedAs(read, file, own) !== undefined ||
		[...file.types, ...file.functions.filter(f => !f.receiver)].some(one => one.name === own) ||
		file.values.some(value => value.names.includes(own)) ||
		scopesIn(read, path).some(({ body }) => body.locals.some(local => local.name === own));
	const name = taken ? fallback : own;
	const spec = `${taken ? `${fallback} ` : ''}"${importPath}"`;
	// The standard library has a group of its own by custom: its first elements have no dot.
	const sisters = file.imports.filter(i => isStandard(i.path) === isStandard(importPath));
	const group = sisters.length > 0 ? sisters : file.imports;
	const next = group.find(i => i.path > importPath) ?? group.at(-1);
	if (next === undefined) return { name, edits: file.package ? [insertAfter(at(path, nodes.package), `\n\nimport ${spec}`)] : [] };
	const source = read(text, path) ?? '';
	const { start } = locate(read, at(path, next.node));
	const alone = /^import\b/.test(source.slice(source.lastIndexOf('\n', start - 1) + 1));
	const insert = next.path > importPath ? insertLineBefore : insertLineAfter;
	return { name, edits: [insert(at(path, next.node), alone ? `import ${spec}` : spec)] };
}

const isStandard = (path: string) => !(path.split('/')[0] as string).includes('.');
