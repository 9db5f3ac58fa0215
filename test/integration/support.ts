import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { htmlOf } from '../../server/src/integration/html';
import type { IntegrationReport } from '../../server/src/integration/report';
import { type Asked, integrationReport } from '../../server/src/integration/view';
import { compileScript } from '../../server/src/scaffold/repository/script';
import { grammars } from '../support/grammars';
import { plugin } from '../support/plugin';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** Every element of a document, as a browser would make them of its text. */
export function elementsOf(html: string): Element[] {
	const found: Element[] = [];
	const visit = (node: Node): void => {
		if ('tagName' in node) found.push(node);
		if ('childNodes' in node) for (const child of node.childNodes) visit(child);
	};
	visit(parse(html));
	return found;
}

/** All text of a document but that of its style. */
export function textOf(html: string): string {
	const of = (node: Node): string =>
		'value' in node && node.nodeName === '#text' ? node.value : 'childNodes' in node && node.nodeName !== 'style' ? node.childNodes.map(of).join('') : '';
	return of(parse(html));
}

/** A metadata.hcl: more lines of its block, and its components as `type/slug`. */
export const metadata = (more = '', components: readonly string[] = ['builder/cloud']): string =>
	`integration {
  name = "Cloud"
  description = "Makes images."
  identifier = "packer/acme/cloud"
${more}
${components.map(one => `  component {\n    type = "${one.split('/')[0]}"\n    name = "Cloud ${one}"\n    slug = "${one.split('/')[1]}"\n  }\n`).join('')}}
`;

/** A plugin whose `.web-docs` is written by hand. */
/** The Makefile and the script that compile docs/ to .web-docs. */
export const compiled: Readonly<Record<string, string>> = {
	GNUmakefile: `generate:\n\tpacker-sdc renderdocs -src docs -partials docs-partials/ -dst .docs/\n\t./.web-docs/scripts/compile-to-webdocs.sh "." ".docs" ".web-docs" "acme"\n`,
	'.web-docs/scripts/compile-to-webdocs.sh': compileScript,
};

export const files: Readonly<Record<string, string>> = {
	repository: 'origin: acme/packer-plugin-cloud\ntags: v1.2.0 v1.10.0\n',
	'go.mod': 'module github.com/acme/packer-plugin-cloud\n',
	'.web-docs/metadata.hcl': metadata(),
	'.web-docs/README.md': '# Cloud\n\nAll of it.\n',
	'.web-docs/components/builder/cloud/README.md': 'Builds.\n',
};

/** What the portal shows of a plugin in memory. */
export async function report(more: Readonly<Record<string, string>> = {}, asked: Partial<Asked> = {}): Promise<IntegrationReport> {
	const db = plugin(Object.entries({ ...files, ...more }), await grammars());
	return integrationReport(db.get, { target: 'partner', render: htmlOf, ...asked });
}
