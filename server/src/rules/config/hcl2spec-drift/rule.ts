import { defineRule } from '../../../engine/rule';
import { generateCommand } from '../../../facts/ci/generating';
import type { Read } from '../../../facts/core/database';
import { regeneration } from '../../../generate/fix';
import { collisions, moving } from '../../../generate/hcl2spec/collisions';
import { hcl2SpecDrift, spoken } from '../../../generate/stale/drift';

export default defineRule({
	summary: 'Every hcl2spec file is what packer-sdc generates',
	title: 'HCL2 spec out of date',
	titles: {
		packer: 'HCL2 spec from older SDK',
		cosmetic: 'HCL2 spec tags differ',
		idle: 'Flat type not used',
		unneeded: 'Flat type not generated',
		older: 'HCL2 spec from older generator',
		form: 'HCL2 spec layout differs',
		twice: 'Flat type declared twice',
	},
	severity: 'error',
	severities: { packer: 'warning', cosmetic: 'warning', idle: 'warning', unneeded: 'warning', older: 'warning', form: 'warning' },
	item: 'develop-and-test',
	stale: true,
	source: 'https://developer.hashicorp.com/packer/guides/hcl/component-object-spec',
	threads: ['https://github.com/huaweicloud/packer-plugin-huaweicloud/pull/24'],
	messages: {
		missing: '{files} out of date: templates cannot set {names}. Run `{command}`.',
		extra: '{files} out of date: {names} has no field in the struct. Run `{command}`.',
		unknown: '{files} out of date: every HCL template fails with `unknown configuration key` for {names}. Run `{command}`.',
		stale: '{files} out of date: {names} changed since the last run. Run `{command}`.',
		gone: '{files} out of date and cannot compile: {names} is not in the package. Run `{command}`.',
		struct: '{files} out of date: {names} of the directive is missing. Run `{command}`.',
		packer: '{files} out of date, but only in {names}, which Packer sets itself. Run `{command}`.',
		cosmetic: '{files} out of date, but only in tags or Go names: {names}. Run `{command}`.',
		idle: '{files} out of date: no directive names {names} any more, and nothing uses its Flat type. Run `{command}`.',
		unneeded: '{files} out of date: the Flat type of {names} is missing, though nothing uses it. Run `{command}`.',
		older: '{files} from an older generator than `packer-sdc`. Run `{command}`.',
		form: '{files} out of date, but only in order or layout. Run `{command}`.',
		twice: '`{other}` already declares {names}, so the package does not compile after `{command}`.',
	},

	*check(read) {
		const command = read(generateCommand);
		for (const { kind, files, place, names, related } of read(hcl2SpecDrift)) {
			const paths = files.map(({ path }) => path);
			const data = { files: `${spoken(paths)} ${paths.length > 1 ? 'are' : 'is'}`, names: spoken(names), command };
			yield { at: place, message: kind, data, related, ...regeneration(read, ...files) };
		}
		for (const found of read(collisions)) {
			const { place, names, other, moves } = found;
			const fix = { title: `Delete ${other}`, kind: 'offer' as const, edits: (read: Read) => moving(read, found) };
			yield { at: place, message: 'twice', data: { names: spoken(names), other, command }, ...(moves ? { fix } : {}) };
		}
	},
});
