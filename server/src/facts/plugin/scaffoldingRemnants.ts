import { nodes } from '../../syntax/go/file';
import type { Place } from '../../text/place';
import { at } from '../../text/place';
import type { Fact, Read } from '../core/database';
import { filesUnder, text } from '../core/files';
import { repository } from '../core/inputs';
import { dirname } from '../core/paths';
import { isTemplatePage } from '../docs/templatePages';
import { placeOf, scopesIn } from '../go/body';
import { goFile } from '../go/file';
import { importPaths, packageClause } from '../go/packages';
import { exprAt } from '../go/resolve';
import { goSources } from '../go/sources';
import { identity } from './identity';
import { goMod, modulePath } from './module';
import { registrations } from './registrations';
import { isScaffolding, isScaffoldingPath, scaffoldingModule } from './scaffolding';

/** A name of the scaffolding in the plugin that was made from it, and the right name, if known. */
export interface ScaffoldingRemnant {
	readonly kind: 'module' | 'import' | 'registration' | 'builderId' | 'makefile' | 'source' | 'package' | 'docs';
	readonly said: string;
	readonly place: Place;
	readonly replacement?: string;
}

/** The names of hashicorp/packer-plugin-scaffolding in the plugin, pages that nobody has written left out; none in that repository itself. */
export const scaffoldingRemnants: Fact<readonly ScaffoldingRemnant[]> = read => {
	if (read(isScaffolding)) return [];
	return [...inModule(read), ...inRegistrations(read), ...read(goSources).flatMap(path => inGo(read, path)), ...packages(read), ...read(remnantsInTexts)];
};

/** The path that the module should have, as far as git tells. */
function ownModule(read: Read): string | undefined {
	const { origin } = read(repository);
	const module = read(modulePath) ?? scaffoldingModule;
	return isScaffoldingPath(module) ? origin && `github.com/${origin.owner}/${origin.name}` : module;
}

function inModule(read: Read): ScaffoldingRemnant[] {
	const module = read(goMod)?.module;
	if (module === undefined || !isScaffoldingPath(module.path)) return [];
	return [{ kind: 'module', said: module.path, place: at('go.mod', module.pathNode), ...to(ownModule(read)) }];
}

const inRegistrations = (read: Read): ScaffoldingRemnant[] =>
	read(registrations).flatMap(({ name, namePlace }) =>
		name !== undefined && /^my-(?:builder|provisioner|post-processor|datasource)$/.test(name) ? [{ kind: 'registration', said: name, place: namePlace }] : [],
	);

function inGo(read: Read, path: string): ScaffoldingRemnant[] {
	const own = ownModule(read);
	const isOf = (imported: string) => imported === scaffoldingModule || imported.startsWith(`${scaffoldingModule}/`);
	const imports = read(importPaths, path).some(isOf) ? (read(goFile, path)?.imports ?? []).filter(i => isOf(i.path)) : [];
	const { owner, name } = read(identity);
	const id = owner === undefined ? undefined : `"${owner.toLowerCase()}.${name}"`;
	return [
		...imports.map(i => ({
			kind: 'import' as const,
			said: i.path,
			place: at(path, i.pathNode),
			...to(own && `"${own}${i.path.slice(scaffoldingModule.length)}"`),
		})),
		...read(builderIdsIn, path).map(place => ({ kind: 'builderId' as const, said: scaffoldingBuilderId, place, ...to(id) })),
	];
}

/** The builder id of the scaffolding's own builder. */
const scaffoldingBuilderId = 'scaffolding.builder';

/** Where a name is given the scaffolding's builder id as its value. */
const builderIdsIn: Fact<readonly Place[], string> = (read, path) =>
	scopesIn(read, path).flatMap(scope =>
		scope.body.statements.flatMap(statement =>
			(statement.kind === 'assign' ? statement.values : []).flatMap(x => {
				const expr = exprAt(scope, x);
				return expr.op === 'literal' && expr.value === scaffoldingBuilderId ? [placeOf(scope, x)] : [];
			}),
		),
	);

/** The first file of each package named after the scaffolding. */
function packages(read: Read): ScaffoldingRemnant[] {
	const found = read(goSources).filter(path => read(packageClause, path) === 'scaffolding');
	return found
		.filter((path, i) => found.findIndex(other => dirname(other) === dirname(path)) === i)
		.map(path => ({ kind: 'package', said: 'scaffolding', place: at(path, nodes.package) }));
}

/** In files of which we know the words only: Makefiles, example templates, pages of the documentation. */
const remnantsInTexts: Fact<readonly ScaffoldingRemnant[]> = read => {
	const { name, source } = read(identity);
	const makefiles = read(filesUnder, '').filter(path => /^(?:GNU|BSD)?makefile$/i.test(path));
	const examples = read(filesUnder, '').filter(path => /^examples?\/.*\.pkr\.hcl$/.test(path));
	const pages = read(filesUnder, 'docs').filter(path => /\.mdx?$/.test(path) && !read(isTemplatePage, path));
	return [
		...makefiles.flatMap(path => search(read, path, 'makefile', /^NAME[ \t]*[:?]?=[ \t]*(scaffolding)[ \t]*(?:#.*)?\r?$/m, name)),
		...examples.flatMap(path => search(read, path, 'source', /source[ \t]*=[ \t]*"(github\.com\/hashicorp\/scaffolding)"/, source)),
		...pages.flatMap(path =>
			search(read, path, 'docs', /Type: `(scaffolding)`|(Scaffolding API|Scaffolding Plugins?\b|The Scaffolding plugin)|source "(scaffolding)"/),
		),
	];
};

function search(read: Read, path: string, kind: ScaffoldingRemnant['kind'], pattern: RegExp, replacement?: string): ScaffoldingRemnant[] {
	const found = pattern.exec(read(text, path) ?? '');
	const said = found?.slice(1).find(group => group !== undefined);
	if (!found || said === undefined) return [];
	const from = found.index + found[0].lastIndexOf(said);
	return [{ kind, said, place: { path, from, to: from + said.length }, ...to(replacement) }];
}

const to = (replacement: string | undefined) => (replacement === undefined ? {} : { replacement });
