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

// What speaks against each box of the integration request, as sentences; empty if the facts are known and confirm it.

/** What speaks against any of the boxes. */
export const registrationProblems = (read: Read): string[] =>
	[metadataProblems, scriptProblems, readmeProblems, pageProblems, syncProblems].flatMap(problems => problems(read));

export const metadataProblems = (read: Read): string[] => {
	if (!read(exists, metadataPath)) return [`\`${metadataPath}\` is missing.`];
	return read(metadata) === undefined ? [`\`${metadataPath}\` could not be read as an integration.`] : [];
};

export const scriptProblems = (read: Read): string[] => {
	const found = read(notifications);
	const byHand = read(docsSource).from === 'web-docs';
	return [
		...(byHand || read(exists, scriptPath) ? [] : [`\`${scriptPath}\` is missing.`]),
		...found.filter(({ path }) => read(workflow, path) === undefined).map(({ path }) => `\`${path}\` could not be read.`),
		...(found.some(one => one.byRelease) ? [] : ['No workflow notifies the portal of a release.']),
	];
};

export const readmeProblems = (read: Read): string[] => ((read(text, 'docs/README.md') ?? '').trim() === '' ? ['`docs/README.md` is missing or empty.'] : []);

export const pageProblems = (read: Read): string[] => {
	const unnamed = read(registrations).filter(({ name }) => name === undefined).length;
	if (read(components).length + unnamed === 0) return ['No component is registered.'];
	const ofKinds = kinds.map(kind => readmesOf(read, kind));
	const lacking = ofKinds.flatMap(one => one.lacking);
	const unlisted = ofKinds.flatMap(one => one.found).filter(readme => isUnlisted(read, readme));
	return [
		...lacking.map(({ kind, fullName }) => `\`.web-docs/components/${layout[kind].web}/\` has no README.md for ${layout[kind].noun} \`${fullName}\`.`),
		...unlisted.map(({ path }) => `\`${path}\` is not published, because \`${metadataPath}\` does not list the component.`),
		...(unnamed === 0 ? [] : ['Some component names are known only at run time.']),
	];
};

export const syncProblems = (read: Read): string[] => {
	if (!read(isDirectory, webDocs)) return ['Directory `.web-docs` is missing.'];
	if (read(metadata)?.docs?.processDocs === false) return [`\`${metadataPath}\` disables \`process_docs\`.`];
	// What is written by hand cannot be out of sync.
	if (read(docsSource).from === 'web-docs') return [];
	if (read(webdocsSettings) === undefined) return ['No script generates `.web-docs`, so whether it is in sync is unknown.'];
	const { files, unknown } = read(webdocsStaleness);
	const stale = files.filter(({ state, ignored }) => state !== 'same' && !ignored);
	return [
		...(files.length + unknown.length === 0 ? ['`.web-docs` has no pages.'] : []),
		...stale.map(({ path, source, state }) => `\`${path}\`, generated from \`${source}\`, is ${state === 'missing' ? 'missing' : 'out of date'}.`),
		...unknown.slice(0, 3).map(({ path, reason }) => `Whether \`${path}\` is in sync is unknown: ${reason}.`),
		...(unknown.length > 3 ? [`${unknown.length - 3} more are unknown, too.`] : []),
	];
};

/** The READMEs of the components of a kind, and the components without one. One with another name may document any of them: where there are enough, none is reported. */
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
