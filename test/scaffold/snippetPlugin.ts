import type { Database } from '../../server/src/facts/core/database';
import { filesUnder, text } from '../../server/src/facts/core/files';
import { layout } from '../../server/src/facts/docs/layout';
import type { Kind } from '../../server/src/facts/plugin/registrations';
import { generatedFrom, publishedPage, put } from '../../server/src/scaffold/derived';
import type { Grammars } from '../../server/src/syntax/grammars';
import { expanded } from './snippet';
import { fresh } from './support';

const typeOf = { builder: 'Builder', provisioner: 'Provisioner', 'post-processor': 'PostProcessor', datasource: 'Datasource' } as const;
const stepImports = '"context"\n\t"errors"\n\t"fmt"\n\n\t"github.com/hashicorp/packer-plugin-sdk/multistep"\n\tpackersdk';

/** A plugin with one component of a kind whose Go is all from snippets; what is not Go is that of a new plugin, made again from the snippets' comments. */
export function snippetPlugin(kind: Kind, grammars: Grammars): Database {
	const db = fresh({ name: 'acme', owner: 'owner', components: [{ kind, name: '' }] }, grammars);
	for (const path of [...db.get(filesUnder, kind), ...db.get(filesUnder, 'docs-partials')]) if (!path.includes('test-fixtures')) db.setFile(path, undefined);
	const type = typeOf[kind];
	const code = `${kind}/acme/${kind.replace('-', '_')}.go`;
	put(db, {
		'main.go': `${expanded('go', 'packer-main', { 2: 'acme', 3: kind, 5: type }).trimEnd()}\n`,
		'version/version.go': `${expanded('go', 'packer-version').trimEnd()}\n`,
		[code]: tidied(expanded('go', `packer-${kind}`, kind === 'builder' ? { 3: 'acme', 7: 'there is no platform' } : { 2: 'acme' }, `/plugin/${kind}/acme`)),
		[`${kind}/acme/${kind.replace('-', '_')}_acc_test.go`]: tidied(
			expanded('go', 'packer-acceptance-test', { 2: type, 3: 'acme' }, `C:\\plugin\\${kind}\\acme`),
		),
		...(kind === 'builder' ? { 'builder/acme/step.go': step() } : {}),
	});
	put(db, generatedFrom(db.get, code));
	const page = `docs/${layout[kind].docs}/acme.mdx`;
	const there = (db.get(text, page) ?? '').replace(/(?:### \w+\n\n)?@include '([^']+)'\n\n/g, (whole, partial: string) =>
		db.get(text, `docs-partials/${partial}`) === undefined ? '' : whole,
	);
	put(db, { [page]: there, [`.web-docs/components/${layout[kind].web}/acme/README.md`]: publishedPage(db.get, there, 'owner') ?? '' });
	put(db, { '.web-docs/metadata.hcl': metadata(kind) });
	return db;
}

/** What an editor does when the file is saved: nothing is left where a tab stop was on a line of its own. */
const tidied = (source: string) => `${source.replace(/\n[ \t]+(?=\n)/g, '').trimEnd()}\n`;

const step = () =>
	tidied(
		`package acme\n\nimport (\n\t${stepImports} "github.com/hashicorp/packer-plugin-sdk/packer"\n)\n\n${expanded('go', 'packer-step', { 4: 's.create' })}\n\nfunc (s *stepCreateImage) create(ctx context.Context) (string, error) {\n\tif err := ctx.Err(); err != nil {\n\t\treturn "", err\n\t}\n\treturn "", errors.New("no platform")\n}\n`,
	);

const metadata = (kind: Kind) =>
	`${expanded('hcl', 'packer-metadata', { 3: 'owner', 4: 'acme', 5: layout[kind].web }).replace(/\n {2}docs \{/, kind === 'builder' ? '\n  flags       = ["hcp-ready"]$&' : '$&')}\n`;
