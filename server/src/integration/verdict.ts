import type { Read } from '../facts/core/database';
import { exists, isDirectory } from '../facts/core/files';
import { basename, join } from '../facts/core/paths';
import { kindOfType } from '../facts/docs/layout';
import { webReadmes } from '../facts/docs/pages';
import { isPublished } from '../facts/docs/published';
import { repeatedComponents } from '../facts/webdocs/componentKeys';
import { hclFile } from '../facts/webdocs/hcl';
import { identifierProblem, isWrong, ownIdentifier } from '../facts/webdocs/identifier';
import { type Metadata, metadata } from '../facts/webdocs/metadata';
import { metadataPath, webDocs, webReadmePath } from '../facts/webdocs/paths';
import { type SchemaProblem, schemaProblems } from '../facts/webdocs/schema';
import { unknownKeys } from '../facts/webdocs/unknownKeys';
import { isListed } from '../facts/webdocs/unpublished';
import { at, type Place } from '../text/place';

/** A sentence about the integration, and what it is about. */
export interface Said {
	readonly message: string;
	readonly place?: Place;
}

/** The flags that the portal knows, and what it shows of them. */
export const flagNames: ReadonlyMap<string, string> = new Map([
	['archived', 'Archived'],
	['hcp-ready', 'HCP Packer Ready'],
]);

/** Why the portal's loader rejects the integration, so that nothing of it is published; nothing if it accepts it. */
export function rejections(read: Read): readonly Said[] {
	if (!read(isDirectory, webDocs)) return [{ message: '`.web-docs` is missing.' }];
	const file = read(hclFile, metadataPath);
	if (!read(exists, metadataPath)) return [{ message: '`.web-docs/metadata.hcl` is missing.' }];
	if (file === undefined) return [{ message: '`.web-docs/metadata.hcl` could not be read.', place: at(metadataPath) }];
	if (file.problems.length > 0)
		return file.problems.map(({ message, node }) => ({ message: `\`metadata.hcl\` cannot be parsed. ${message}`, place: at(metadataPath, node) }));
	const schema = read(schemaProblems).map(one => ({ message: sentences[one.problem](one), place: one.at }));
	const said = read(metadata);
	return [...schema, ...(said === undefined ? [] : [...ofIdentifier(read, said), ...ofFlags(said), ...ofReadme(read, said)])];
}

const sentences: Readonly<Record<SchemaProblem['problem'], (problem: SchemaProblem) => string>> = {
	integration: () => '`metadata.hcl` must have exactly one `integration` block.',
	missing: ({ parent, name }) => `\`${parent}\` block has no \`${name}\`.`,
	type: ({ name, wanted }) => `\`${name}\` must be ${wanted}.`,
	block: ({ name, wanted }) => `\`${name}\` must be ${wanted}.`,
	repeated: ({ name }) => `\`metadata.hcl\` has a second \`${name}\` block.`,
	'process-docs': () => '`docs` block has no `process_docs`.',
	'external-url': () => '`process_docs = false` requires an `external_url`.',
	url: ({ name }) => `\`${name}\` must be an absolute URL.`,
};

function ofIdentifier(read: Read, { identifier }: Metadata): Said[] {
	return identifier !== undefined && read(identifierProblem, identifier.value) === 'format'
		? [{ message: `\`${identifier.value}\` is not a valid identifier. The portal accepts \`packer/owner/name\` only.`, place: identifier.place }]
		: [];
}

const ofFlags = ({ flags }: Metadata): Said[] =>
	(flags?.items ?? [])
		.filter(({ value }) => !flagNames.has(value))
		.map(({ value, place }) => ({ message: `Flag \`${value}\` is not \`archived\` or \`hcp-ready\`.`, place }));

/** The README that the portal shows first; undefined where metadata.hcl names one outside the repository. */
export const readmePath = (said: Metadata | undefined): string | undefined =>
	said?.docs?.readmeLocation === undefined ? webReadmePath : join(webDocs, said.docs.readmeLocation.value);

function ofReadme(read: Read, said: Metadata): Said[] {
	const path = readmePath(said);
	if (!read(isPublished) || (path !== undefined && read(exists, path))) return [];
	const named = said.docs?.readmeLocation;
	if (named === undefined) return [{ message: `\`${webReadmePath}\` is missing.`, place: said.docs?.header ?? said.header }];
	return [{ message: `\`readme_location\` names \`${named.value}\`, which is missing.`, place: named.place }];
}

/** What the portal accepts, and ignores or shows in another way than its author may mean. */
export function remarks(read: Read): readonly Said[] {
	const said = read(metadata);
	if (said === undefined) return [];
	const ignored = read(unknownKeys).map(({ name, isBlock, at }) => ({
		message: `The portal ignores ${isBlock ? 'block' : 'attribute'} \`${name}\`.`,
		place: at,
	}));
	const problem = said.identifier && read(identifierProblem, said.identifier.value);
	const own = read(ownIdentifier);
	const foreign =
		said.identifier !== undefined && problem !== undefined && problem !== 'format' && isWrong(problem) && own !== undefined
			? [{ message: `\`${said.identifier.value}\` is not the identifier of this plugin, \`${own}\`.`, place: said.identifier.place }]
			: [];
	if (!read(isPublished)) return [...foreign, ...ignored];
	const types = said.components.flatMap(({ type }) =>
		type !== undefined && kindOfType(type.value) === undefined
			? [{ message: `Component type \`${type.value}\` is not one of the portal's: builder, provisioner, post-processor, data-source.`, place: type.place }]
			: [],
	);
	const twice = read(repeatedComponents).map(([{ header, type, slug }]) => ({
		message: `Component \`${type?.value}/${slug?.value}\` is in \`metadata.hcl\` twice.`,
		place: header,
	}));
	const unlisted = read(webReadmes)
		.filter(({ type, slug }) => !isListed(read, type, slug))
		.map(({ path, type, slug }) => ({
			message: `\`${path}\` is never published: \`${basename(metadataPath)}\` has no component \`${type}/${slug}\`.`,
			place: at(path),
		}));
	return [...foreign, ...ignored, ...types, ...twice, ...unlisted];
}
