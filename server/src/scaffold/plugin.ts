import { Database } from '../facts/core/database';
import { text } from '../facts/core/files';
import { grammars as grammarsInput, repository } from '../facts/core/inputs';
import { layout, titleOf } from '../facts/docs/layout';
import { readmePage } from '../facts/docs/newPages';
import { mpl2 } from '../facts/license/mpl';
import type { Kind } from '../facts/plugin/registrations';
import { goreleaserConfig, releaseWorkflow } from '../facts/release/scaffold';
import { bugForm, featureForm } from '../facts/support/issueTemplates';
import { manualWorkflow, notifyPath, tagWorkflow } from '../facts/webdocs/newFiles';
import { metadataPath, scriptPath, webPagePath, webReadmePath } from '../facts/webdocs/paths';
import { componentFiles, configFile, openFile } from './componentFiles';
import { generatedFrom, publishedPage, publishedReadme, put } from './derived';
import { example, exampleHead, examplePath, exampleReadme } from './example';
import { mainFile, versionFile } from './go/main';
import { metadataWith } from './metadata';
import { goModFile, goSumFile } from './module';
import { componentObstacle, pluginObstacle, registeredName } from './names';
import { page } from './pages';
import { type Part, type Plugin, part } from './part';
import { changelog, contributing, readme, security } from './repository/community';
import { gitignore, makefile } from './repository/makefile';
import { compileScript } from './repository/script';
import { acceptanceWorkflow, dependabot, testWorkflow } from './repository/workflows';
import { filesOf, type Refused, type Scaffold } from './result';

/** The parsers, loaded. */
type Grammars = NonNullable<typeof grammarsInput.initial>;

/** A new plugin. */
export interface NewPlugin {
	/** NAME of packer-plugin-NAME, with or without the prefix. */
	readonly name: string;
	/** The GitHub user or organization that owns the repository. */
	readonly owner: string;
	/** By default one builder with the plugin's name. */
	readonly components?: readonly { readonly kind: Kind; readonly name: string }[];
}

/** The files of a new plugin, which builds, passes its tests and has no findings. */
export function newPlugin({ name: given, owner, components = [{ kind: 'builder', name: '' }] }: NewPlugin, grammars: Grammars): Scaffold | Refused {
	const name = given.replace(/^packer-plugin-/, '');
	const plugin: Plugin = { name, owner, module: `github.com/${owner}/packer-plugin-${name}` };
	const parts = components.map(c => part(plugin, c.kind, registeredName(name, c.name)));
	const obstacle = pluginObstacle(name, owner) ?? parts.map(p => componentObstacle(p.kind, name, p.component)).find(o => o !== undefined);
	if (obstacle !== undefined) return { refused: obstacle };
	const [first] = parts;
	if (first === undefined) return { refused: 'A plugin needs at least one component.' };

	const db = new Database();
	db.set(grammarsInput, grammars);
	db.set(repository, { folder: `packer-plugin-${name}`, origin: { owner, name: `packer-plugin-${name}` }, tags: [], subdirectory: '' });
	const texts: Record<string, string> = {};
	const add = (more: Readonly<Record<string, string>>) => {
		Object.assign(texts, more);
		put(db, more);
	};
	add(sources(plugin, parts));
	for (const one of parts) add(generatedFrom(db.get, configFile(one)));
	add({ '.github/workflows/release.yml': releaseWorkflow(db.get) });
	add({ '.goreleaser.yml': goreleaserConfig(db.get) });
	for (const one of parts) add({ [page(one).path]: page(one).text });
	add({ 'docs/README.md': `${readmePage(db.get)}\n### Requirements\n\n- Packer 1.11.0 or newer\n` });
	add({ [metadataPath]: metadataWith(db.get, plugin, parts) });
	add(published(db, plugin, parts));
	return {
		files: filesOf(texts).sort((a, b) => (a.path < b.path ? -1 : 1)),
		edits: [],
		open: openFile(first),
		next: ['git init && git add --all', 'go test ./...', 'make dev', 'packer validate example'],
	};
}

const sources = (plugin: Plugin, parts: readonly Part[]): Record<string, string> => ({
	'go.mod': goModFile(plugin.module),
	'go.sum': goSumFile(),
	'main.go': mainFile(plugin.module, parts),
	'version/version.go': versionFile,
	...Object.assign({}, ...parts.map(componentFiles)),
	GNUmakefile: makefile(plugin),
	'.gitignore': gitignore(plugin),
	[scriptPath]: compileScript,
	'.github/workflows/test.yml': testWorkflow(),
	'.github/workflows/acceptance.yml': acceptanceWorkflow(),
	[notifyPath.manual]: manualWorkflow(identifierOf(plugin), 'make generate'),
	[notifyPath.tag]: tagWorkflow(identifierOf(plugin), 'make generate'),
	'.github/dependabot.yml': dependabot(),
	'.github/ISSUE_TEMPLATE/bug_report.yml': bugForm(titleOf(plugin.name)),
	'.github/ISSUE_TEMPLATE/feature_request.yml': featureForm(titleOf(plugin.name)),
	'.github/CODEOWNERS': `* @${plugin.owner}\n`,
	LICENSE: mpl2,
	'README.md': readme(plugin, titleOf(plugin.name), parts),
	'CHANGELOG.md': changelog(parts),
	'CONTRIBUTING.md': contributing(plugin),
	'SECURITY.md': security(plugin),
	'example/README.md': exampleReadme(plugin.name),
	'example/packer.pkr.hcl': exampleHead(plugin.name, plugin.owner),
	...Object.fromEntries(parts.map(p => [examplePath(p), example(p)])),
});

const identifierOf = ({ owner, name }: Plugin) => `packer/${owner}/${name}`;

function published({ get }: Database, { owner }: Plugin, parts: readonly Part[]): Record<string, string> {
	const readme = publishedReadme(get, get(text, 'docs/README.md') ?? '');
	return Object.fromEntries([
		...(readme === undefined ? [] : [[webReadmePath, readme]]),
		...parts.flatMap(p => {
			const text = publishedPage(get, page(p).text, owner);
			return text === undefined ? [] : [[webPagePath(layout[p.kind].web, p.slug), text]];
		}),
	]);
}
