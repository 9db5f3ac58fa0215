import { defineRule } from '../../../engine/rule';
import { generateCommand } from '../../../facts/ci/generating';
import { exists } from '../../../facts/core/files';
import { dirname } from '../../../facts/core/paths';
import { directivePlace, specDirective } from '../../../facts/generated/directives';
import { isGitIgnored } from '../../../facts/generated/ignored';
import { typeNamed } from '../../../facts/go/packages';
import { named } from '../../../facts/go/symbols';
import { regeneration } from '../../../generate/fix';
import { hcl2SpecPath } from '../../../generate/hcl2spec/file';
import { flatInCode, specSources } from '../../../generate/hcl2spec/flats';
import { obstaclesTo } from '../../../generate/hcl2spec/obstacles';
import { hcl2SpecStaleness } from '../../../generate/stale/hcl2spec';

export default defineRule({
	summary: 'Every directive has its hcl2spec file',
	title: 'HCL2 spec file missing',
	severity: 'error',
	item: 'develop-and-test',
	stale: true,
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	threads: ['https://github.com/hashicorp/packer-plugin-sdk/issues/261'],
	messages: {
		missing: '`{path}` is missing, so the package does not compile. Run `{command}` and commit the file.',
		unused: '`{path}` is missing. Run `{command}` and commit the file.',
	},

	*check(read) {
		const command = read(generateCommand);
		for (const source of read(specSources)) {
			const path = hcl2SpecPath(source);
			const directive = read(specDirective, source);
			if (directive === undefined || read(exists, path) || read(isGitIgnored, path)) continue;
			if (read(obstaclesTo, source).some(({ kind }) => kind === 'twice')) continue;
			const structs = directive.types.map(name => named(dirname(source), name)).filter(key => read(typeNamed, key)?.value.fields !== undefined);
			if (structs.length === 0) continue;
			const message = structs.some(key => read(flatInCode, key)) ? 'missing' : 'unused';
			yield { at: directivePlace(directive), message, data: { path, command }, ...regeneration(read, ...read(hcl2SpecStaleness, source).files) };
		}
	},
});
