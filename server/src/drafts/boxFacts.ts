import { workflow } from '../facts/ci/workflows';
import type { Read } from '../facts/core/database';
import { exists, isDirectory, text } from '../facts/core/files';
import { layout } from '../facts/docs/layout';
import { isNameOf, pageOf } from '../facts/docs/matching';
import { docsSource, type WebReadme, webReadmes } from '../facts/docs/pages';
import { type Component, components } from '../facts/plugin/components';
import { type Kind, kinds, registrations } from '../facts/plugin/registrations';
import { metadata } from '../facts/webdocs/metadata';
import { notifications } from '../facts/webdocs/notify';
import { metadataPath, scriptPath, webDocs } from '../facts/webdocs/paths';
import { webdocsStaleness } from '../generate/stale/documents';
import { webdocsSettings } from '../generate/webdocs/settings';

/** What speaks against each box of the integration request, as sentences; empty where the facts are known and say that it is so. */

export const metadataProblems = (read: Read): string[] => {
	if (!read(exists, metadataPath)) return [`There is no \`${metadataPath}\`.`];
	return read(metadata) === undefined ? [`\`${metadataPath}\` could not be read as an integration.`] : [];
};

export const scriptProblems = (read: Read): string[] => {
	const found = read(notifications);
	const byHand = read(docsSource).from === 'web-docs';
	return [
		...(byHand || read(exists, scriptPath) ? [] : [`There is no \`${scriptPath}\`.`]),
		...found.filter(({ path }) => read(workflow, path) === undefined).map(({ path }) => `\`${path}\` could not be read.`),
		...(found.some(one => one.byRelease) ? [] : ['No workflow tells the portal of a release.']),
	];
};

export const readmeProblems = (read: Read): string[] =>
	(read(text, 'docs/README.md') ?? '').trim() === '' ? ['There is no `docs/README.md` with anything in it.'] : [];

export const pageProblems = (read: Read): string[] => {
	const unnamed = read(registrations).filter(({ name }) => name === undefined).length;
	if (read(components).length + unnamed === 0) return ['No component is registered.'];
	const ofKinds = kinds.map(kind => readmesOf(read, kind));
	const lacking = ofKinds.flatMap(one => one.lacking);
	const unlisted = ofKinds.flatMap(one => one.found).filter(readme => isUnlisted(read, readme));
	return [
		...lacking.map(
			({ kind, fullName }) => `No README.md of the ${layout[kind].noun} \`${fullName}\` was found in \`.web-docs/components/${layout[kind].web}/\`.`,
		),
		...unlisted.map(({ path }) => `\`${path}\` is of no component in \`${metadataPath}\`, and is not published.`),
		...(unnamed === 0 ? [] : ['The names of some components are only known when the plugin runs.']),
	];
};

export const syncProblems = (read: Read): string[] => {
	if (!read(isDirectory, webDocs)) return ['There is no `.web-docs` directory.'];
	if (read(metadata)?.docs?.processDocs === false) return [`\`${metadataPath}\` says that the documentation is elsewhere.`];
	// What is written by hand is what it is to be.
	if (read(docsSource).from === 'web-docs') return [];
	if (read(webdocsSettings) === undefined) return ['Nothing makes it from the documentation, so that it is not known whether it is in sync.'];
	const { files, unknown } = read(webdocsStaleness);
	const stale = files.filter(({ state, ignored }) => state !== 'same' && !ignored);
	return [
		...(files.length + unknown.length === 0 ? ['There are no pages in it.'] : []),
		...stale.map(
			({ path, source, state }) =>
				`\`${path}\` ${state === 'missing' ? 'is not there, though it is made of' : 'is not what it is to be, made of'} \`${source}\`.`,
		),
		...unknown.slice(0, 3).map(({ path, reason }) => `Whether \`${path}\` is in sync is not known: ${reason}.`),
		...(unknown.length > 3 ? [`The same goes for ${unknown.length - 3} more.`] : []),
	];
};

/** The READMEs of the components of a kind, and the components without one. One of any other name may be about any of them: where there are enough, none is lacking. */
function readmesOf(read: Read, kind: Kind): { readonly found: readonly WebReadme[]; readonly lacking: readonly Component[] } {
	const all = read(components).filter(component => component.kind === kind);
	const readmes = read(webReadmes).filter(({ type, path }) => type === layout[kind].web && (read(text, path) ?? '').trim() !== '');
	const paired = all.map(component => readmes.find(({ slug }) => slug === pageOf(read, component)?.slug || isNameOf(read, component, slug)));
	const found = [...new Set(paired.filter(readme => readme !== undefined))];
	const documented = all.filter((_, i) => paired[i] !== undefined);
	const lacking = all.filter(component => !documented.includes(component) && !documented.some(other => sameType(component, other)));
	return { found, lacking: readmes.length - found.length >= lacking.length ? [] : lacking };
}

const sameType = ({ implementation: a }: Component, { implementation: b }: Component) => a !== undefined && a.dir === b?.dir && a.type === b.type;

const isUnlisted = (read: Read, { type, slug }: WebReadme) => {
	const listed = read(metadata)?.components;
	return listed !== undefined && !listed.some(one => one.type?.value === type && one.slug?.value === slug);
};
