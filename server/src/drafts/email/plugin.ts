import type { Read } from '../../facts/core/database';
import { exists } from '../../facts/core/files';
import { docsPages, docsReadme, docsSource } from '../../facts/docs/pages';
import { metadata } from '../../facts/webdocs/metadata';
import { metadataPath, webDocs } from '../../facts/webdocs/paths';
import type { About } from '../about';
import { clean } from '../clean';
import { todo } from '../todo';
import { section, table } from './paragraphs';

/** The plugin: its repository, versions and components. */
export function pluginSection(read: Read, it: About): string {
	const facts = table([
		['What it does', it.description],
		['Repository', it.home === undefined ? todo('address of the repository') : `${it.home}${it.subdirectory === '' ? '' : ` (in ${it.subdirectory})`}`],
		['Commit', it.commit ?? todo('commit')],
		['Branch', it.branch],
		['Latest release tag', it.tag ?? (it.commit === undefined ? todo('tag of the latest release') : 'none')],
		['Source address', it.source],
		['Module', it.module],
		['Version in the source', it.version],
		['Plugin SDK', it.sdk ?? 'not in go.mod'],
		['Plugin API', it.sdk === undefined ? undefined : 'x5.0'],
		['Go', it.go],
		['License', it.license === undefined ? 'none found' : it.license.id === '' ? `see ${it.license.path}` : `${it.license.id} (${it.license.path})`],
		...clean(documentation(read, it)),
		['HCP Packer', it.hcp.sentence],
	]);
	return section('The plugin', facts, '', ...components(it));
}

function components({ components: all, unnamed }: About): string[] {
	const more = unnamed === 0 ? [] : [`- ${todo(unnamed === 1 ? 'name of 1 more component' : `names of ${unnamed} more components`)}`];
	if (all.length + unnamed === 0) return ['Components: none registered yet.'];
	return ['Components:', ...all.map(({ noun, fullName }) => `- ${noun} ${fullName}`), ...more];
}

/** Where the documentation is, and how much there is of it. */
function documentation(read: Read, { home }: About): ReadonlyArray<readonly [name: string, value: string]> {
	const source = read(docsSource);
	const readme = read(docsReadme);
	const dir = source.from === 'docs' ? source.dir : source.from === 'web-docs' ? webDocs : readme === undefined ? undefined : 'docs';
	if (dir === undefined) return [['Documentation', 'none yet']];
	const pages = read(docsPages).length;
	const identifier = read(metadata)?.identifier?.value;
	const parts = [
		`${pages} ${pages === 1 ? 'page' : 'pages'} for components`,
		...(readme === undefined ? ['no README.md'] : []),
		...(read(exists, metadataPath) ? (identifier === undefined ? [] : [`identifier ${identifier}`]) : [`no ${metadataPath}`]),
	];
	return [
		['Documentation', home === undefined ? `${dir}/` : `${home}/tree/HEAD/${dir}`],
		['', parts.join(', ')],
	];
}
