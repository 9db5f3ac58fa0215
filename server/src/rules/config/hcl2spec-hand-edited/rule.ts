import { defineRule } from '../../../engine/rule';
import { generateCommand } from '../../../facts/ci/generating';
import { regeneration } from '../../../generate/fix';
import { specSources } from '../../../generate/hcl2spec/flats';
import { obstaclesTo } from '../../../generate/hcl2spec/obstacles';
import { spoken } from '../../../generate/stale/drift';
import { hcl2SpecStaleness } from '../../../generate/stale/hcl2spec';
import { reasonsOf } from '../../../generate/stale/reasons';

export default defineRule({
	summary: 'Every hcl2spec file is left as packer-sdc wrote it',
	title: 'HCL2 spec edited by hand',
	titles: { header: 'Generated code header missing', own: 'Code in generated file' },
	severity: 'error',
	item: 'develop-and-test',
	stale: true,
	source: 'https://go.dev/s/generatedcode',
	messages: {
		spec: '`packer-sdc` never writes such a spec for {names}, and the next `{command}` overwrites it. Validate the value in Go instead.',
		header: '`{path}` has no `Code generated` header of `packer-sdc`, and the next `{command}` overwrites it.',
		own: 'The next `{command}` deletes {names} from `{path}`. Move that to another file.',
	},

	*check(read) {
		const command = read(generateCommand);
		for (const source of read(specSources)) {
			for (const file of read(hcl2SpecStaleness, source).files) {
				const { path } = file;
				const byHand = reasonsOf(read, file).filter(({ kind }) => kind === 'by-hand');
				const specs = byHand.filter(({ fields }) => fields !== undefined);
				const [first, ...others] = specs.length > 0 ? specs : byHand;
				const own = file.state === 'stale' ? read(obstaclesTo, source).find(({ kind }) => kind === 'own') : undefined;
				if (own) yield { at: { path }, message: 'own', data: { names: spoken(own.names), path, command } };
				if (first === undefined) continue;
				const names = spoken(specs.flatMap(({ fields }) => fields ?? []));
				const related = others.map(({ place, fields }) => ({ at: place, message: `${spoken(fields ?? [])} is not as \`packer-sdc\` writes it` }));
				yield { at: first.place, message: specs.length > 0 ? 'spec' : 'header', data: { names, path, command }, related, ...regeneration(read, file) };
			}
		}
	},
});
