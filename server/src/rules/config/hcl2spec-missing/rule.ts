import { defineRule } from '../../../engine/rule';
import { flatTypesIn } from '../../../facts/config/structs';
import type { Read } from '../../../facts/core/database';
import { exists } from '../../../facts/core/files';
import { dirname } from '../../../facts/core/paths';
import { directivePlace, directives } from '../../../facts/generated/directives';
import { isGitIgnored } from '../../../facts/generated/ignored';
import { typeNamed } from '../../../facts/go/packages';
import { named } from '../../../facts/go/symbols';
import { regenerate } from '../../../generate/fix';
import { hcl2SpecPath } from '../../../generate/hcl2spec/file';
import { hcl2SpecStaleness } from '../../../generate/stale/hcl2spec';

export default defineRule({
	summary: 'The hcl2spec file of each directive is there',
	title: 'HCL2 spec file missing',
	severity: 'error',
	item: 'develop-and-test',
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	messages: { missing: 'This makes {path}, which is not there: the plugin does not build. Run `make generate`, and commit the file.' },

	*check(read) {
		for (const directive of read(directives)) {
			const { command, path: source, types } = directive;
			const path = hcl2SpecPath(source);
			const dir = dirname(source);
			if (command !== 'mapstructure-to-hcl2' || read(exists, path) || read(isGitIgnored, path)) continue;
			const flat = read(flatTypesIn, dir);
			if (!types.some(name => !flat.includes(name) && read(typeNamed, named(dir, name))?.value.fields !== undefined)) continue;
			const [file] = read(hcl2SpecStaleness, source).files;
			const fix = file && { fix: { title: `Generate ${path}`, kind: 'safe' as const, edits: (read: Read) => regenerate(read, file) } };
			yield { at: directivePlace(directive), message: 'missing', data: { path }, ...fix };
		}
	},
});
