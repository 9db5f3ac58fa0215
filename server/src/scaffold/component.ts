import { Database, type Read } from '../facts/core/database';
import { exists, filesIn, isDirectory, text } from '../facts/core/files';
import { grammars, repository } from '../facts/core/inputs';
import { layout } from '../facts/docs/layout';
import { docsPages, docsSource } from '../facts/docs/pages';
import { components } from '../facts/plugin/components';
import { identity } from '../facts/plugin/identity';
import { modulePath } from '../facts/plugin/module';
import { isPlugin } from '../facts/plugin/plugin';
import type { Kind } from '../facts/plugin/registrations';
import { identifier } from '../facts/webdocs/identifier';
import { webDocs, webPagePath, webReadmePath } from '../facts/webdocs/paths';
import { type Edit, replace } from '../text/edit';
import { componentFiles, configFile, openFile } from './componentFiles';
import { generatedFrom, publishedPage, publishedReadme, put } from './derived';
import { example, examplePath } from './example';
import { indexEntry } from './indexEntry';
import { publishing } from './metadata';
import { goModFile } from './module';
import { componentObstacle, packageName, registeredName } from './names';
import { page } from './pages';
import { type Part, part, spoken } from './part';
import { registering } from './registration';
import { filesOf, type Refused, type Scaffold } from './result';

/** The files of a new component, and the edits that register, document and publish it. */
export function addComponent(read: Read, kind: Kind, given: string): Scaffold | Refused {
	const planned = plan(read, kind, given);
	if ('refused' in planned) return planned;
	const registered = registering(read, planned);
	if ('refused' in registered) return registered;

	const code = componentFiles(planned);
	const taken = Object.keys(code).find(path => read(exists, path));
	if (taken !== undefined) return { refused: `File \`${taken}\` already exists. Choose another name.` };
	const generated = generatedWith(read, planned, code);
	const documents = documentsOf(read, planned, generated);
	return {
		files: filesOf({ ...code, ...generated, ...Object.fromEntries(Object.entries(documents).filter(([path]) => !read(exists, path))) }),
		edits: [...registered.edits, ...publishing(read, planned), ...indexing(read, planned)],
		open: openFile(planned),
		next: ['go mod tidy', 'go test ./...', 'make generate'],
	};
}

function plan(read: Read, kind: Kind, given: string): Part | Refused {
	const { name, owner } = read(identity);
	const module = read(modulePath);
	if (!read(isPlugin) || module === undefined) return { refused: 'Folder is not a Packer plugin: `go.mod` does not require the plugin SDK.' };
	const component = registeredName(name, given);
	const obstacle = componentObstacle(kind, name, component);
	if (obstacle !== undefined) return { refused: obstacle };
	const made = part({ name, owner: owner ?? 'organization', module }, kind, component);
	if (read(components).some(c => c.kind === kind && c.name === component)) return { refused: `The plugin already has ${spoken(made)}. Choose another name.` };
	const long = read(docsPages).some(({ slug }) => slug.startsWith(`${name}-`));
	const free = read(isDirectory, made.dir) ? packageName(name, `${name}${component}${kind}`) : made.package;
	return { ...made, package: free, dir: `${kind}/${free}`, slug: long ? made.fullName : made.slug };
}

/** The files that packer-sdc generates from the new package; with the newest known SDK if the plugin's is unknown. */
function generatedWith(read: Read, planned: Part, code: Readonly<Record<string, string>>): Record<string, string> {
	const attempt = (goMod: string) => {
		const db = new Database();
		db.set(grammars, read(grammars));
		db.set(repository, read(repository));
		put(db, { ...code, 'go.mod': goMod });
		return generatedFrom(db.get, configFile(planned));
	};
	const own = attempt(read(text, 'go.mod') ?? '');
	return Object.keys(own).some(path => path.endsWith('.hcl2spec.go')) ? own : attempt(goModFile(planned.module));
}

/** The page of the component as written and as published, and its example, if the plugin has such files. */
function documentsOf(read: Read, planned: Part, generated: Readonly<Record<string, string>>): Record<string, string> {
	const source = read(docsSource);
	const { path, text: written } = page(planned, source.from === 'docs' ? source.dir : 'docs');
	const db = new Database();
	put(db, { ...generated, 'go.mod': read(text, 'go.mod') ?? '' });
	const organization = read(identifier)?.split('/')[1] ?? planned.owner;
	const published = read(isDirectory, webDocs) ? publishedPage(db.get, written, organization) : undefined;
	const examples = read(filesIn, 'example').some(name => name.endsWith('.pkr.hcl') && read(text, `example/${name}`)?.includes('required_plugins'));
	return {
		...(source.from === 'web-docs' ? {} : { [path]: written }),
		...(published === undefined ? {} : { [webPagePath(layout[planned.kind].web, planned.slug)]: published }),
		...(examples ? { [examplePath(planned)]: example(planned) } : {}),
	};
}

/** The lines about the component in the READMEs that list components. The published one stays in sync with its source if it is in sync now. */
function indexing(read: Read, planned: Part): Edit[] {
	const written = read(text, 'docs/README.md');
	const published = read(text, webReadmePath);
	const listed = (readme: string) => {
		const { offset, text: added } = indexEntry(readme, planned);
		return readme.slice(0, offset) + added + readme.slice(offset);
	};
	const rendered = written !== undefined && publishedReadme(read, written) === published ? publishedReadme(read, listed(written)) : undefined;
	return [
		...(written === undefined ? [] : [change('docs/README.md', written, listed(written))]),
		...(published === undefined ? [] : [change(webReadmePath, published, rendered ?? listed(published))]),
	];
}

/** The shortest edit that changes one text into another. */
function change(path: string, from: string, to: string): Edit {
	let start = 0;
	while (start < from.length && from[start] === to[start]) start++;
	let end = 0;
	while (end < from.length - start && from.at(-1 - end) === to.at(-1 - end)) end++;
	return replace({ path, from: start, to: from.length - end }, to.slice(start, to.length - end));
}
