import { defineRule } from '../../../engine/rule';
import type { Read } from '../../../facts/core/database';
import { exists, text } from '../../../facts/core/files';
import { dirname } from '../../../facts/core/paths';
import { webReadmes } from '../../../facts/docs/pages';
import { specDirective } from '../../../facts/generated/directives';
import { ignoredBy } from '../../../facts/generated/ignored';
import { named } from '../../../facts/go/symbols';
import { metadataPath } from '../../../facts/webdocs/paths';
import { hcl2SpecPath } from '../../../generate/hcl2spec/file';
import { flatInCode, specSources } from '../../../generate/hcl2spec/flats';
import { removeLines } from '../../../text/edit';
import type { Place } from '../../../text/place';

export default defineRule({
	summary: 'Generated files that the plugin needs are committed',
	title: 'Needed file is ignored',
	severity: 'warning',
	severities: { missing: 'error' },
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: {
		missing: '`.gitignore` excludes `{path}`, without which a clone does not compile. Remove the line, and commit the file.',
		code: '`.gitignore` excludes `{path}`, without which a clone does not compile. Remove the line, and commit the file.',
		page: '`.gitignore` excludes `{path}`, which the integrations portal reads from the repository. Remove the line, and commit the file.',
	},

	*check(read) {
		const specs = read(specSources)
			.filter(source => needs(read, source))
			.map(hcl2SpecPath);
		const pages = [metadataPath, ...read(webReadmes).map(({ path }) => path)].filter(path => read(exists, path));
		const lines = new Map<string, { message: 'missing' | 'code' | 'page'; path: string }>();
		for (const path of [...specs, ...pages]) {
			const line = read(ignoredBy, path);
			const message = pages.includes(path) ? 'page' : read(exists, path) ? 'code' : 'missing';
			if (line !== undefined && (!lines.has(line) || message === 'missing')) lines.set(line, { message, path });
		}
		for (const [line, { message, path }] of lines) {
			const place = placeOf(read, line);
			const fix = { title: `Remove ${line} from .gitignore`, kind: 'offer' as const, edits: [removeLines(place)] };
			yield { at: place, message, data: { path }, ...(message === 'missing' ? {} : { fix }) };
		}
	},
});

/** Whether code does not compile without the hcl2spec file of a Go file. */
const needs = (read: Read, source: string) => read(specDirective, source)?.types.some(name => read(flatInCode, named(dirname(source), name))) ?? false;

/** The last line of .gitignore that is this. */
function placeOf(read: Read, line: string): Place {
	const source = read(text, '.gitignore') ?? '';
	const lines = source.split('\n');
	const i = lines.findLastIndex(one => one.trimEnd() === line.trimEnd());
	const from = lines.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0);
	return { path: '.gitignore', from, to: from + line.trimEnd().length };
}
