import { at, type Place } from '../../text/place';
import type { Fact } from '../core/database';
import { text } from '../core/files';
import { repository } from '../core/inputs';
import { identity } from '../plugin/identity';
import { hclFile } from '../webdocs/hcl';
import { license } from './license';

/** Where the scaffolding's copyright stands alone: in the license file, by its line, and in the settings of the tool that writes headers. */
export interface TemplateCopyright {
	readonly line?: { readonly place: Place; readonly text: string };
	readonly tool?: Place;
}

/** The configuration of hashicorp/copywrite, which writes license headers. */
export const copywritePath = '.copywrite.hcl';

/** The copyright of the scaffolding in a plugin that is not HashiCorp's. Code taken from HashiCorp's plugins has other years, and keeps them. */
export const templateCopyright: Fact<TemplateCopyright> = read => {
	const { owner } = read(identity);
	if (owner === undefined || /^(?:hashicorp|ibm)\b/i.test(owner) || read(repository).subdirectory !== '') return {};
	const path = read(license)?.path;
	const head = path === undefined ? '' : (read(text, path) ?? '').split('\n').slice(0, 10).join('\n');
	const lines = [...head.matchAll(/^[ \t]*(?:Copyright|\(c\)|©)\b[^\r\n]*/gim)];
	const [only] = lines.length === 1 ? lines : [];
	const isTemplates = only !== undefined && /^Copyright (?:\(c\) 2020 HashiCorp, Inc\.|IBM Corp\. 2020, \d{4})$/.test(only[0].trim());
	const project = read(hclFile, copywritePath)?.body.blocks.find(({ type }) => type === 'project');
	const holder = project?.body.attributes.find(({ name }) => name === 'copyright_holder')?.value;
	const isDefault = holder === undefined || (holder.kind === 'string' && /^(?:HashiCorp, Inc\.|IBM Corp\.)$/.test(holder.value ?? ''));
	return {
		...(isTemplates && path !== undefined && { line: { place: { path, from: only.index, to: only.index + only[0].length }, text: only[0].trim() } }),
		...(project !== undefined && isDefault && { tool: at(copywritePath, project.headerNode) }),
	};
};
